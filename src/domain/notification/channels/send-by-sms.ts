import { findSuppression } from "../../contact-suppression/find-suppression.ts";
import { composeText } from "../compose/compose-short.ts";
import { isOptional } from "../notification.ts";
import { quietStretchAt } from "../quiet-hours.ts";
import { TEXT_QUIET_HOURS } from "../reminders.ts";
import type { SendBy } from "../send-notification.ts";
import { WITHHELD_FOR } from "./withheld-for.ts";

/** By text message. One that comes late does not wake anybody. */
export const sendBySms: SendBy = async (deps, notice) => {
  const { id, kind, reader, organisation } = notice;
  if (organisation.mode === "test") return { outcome: "withheld", reason: "test_organisation" };
  if (reader.phone === null) return { outcome: "withheld", reason: "no_address" };
  const contact = { channel: "sms" as const, address: reader.phone };
  const asked = { ...contact, organisationId: organisation.id, isOptional: isOptional(kind) };
  const suppression = await findSuppression(deps.db.prisma, asked);
  if (suppression) return { outcome: "withheld", reason: WITHHELD_FOR[suppression] };
  const night = quietStretchAt(TEXT_QUIET_HOURS, reader.timeZone, deps.clock.now().getTime());
  if (night) return { outcome: "not_now", until: new Date(night.until) };
  return deps.smsSender.send({ id, to: reader.phone, text: composeText(notice) });
};
