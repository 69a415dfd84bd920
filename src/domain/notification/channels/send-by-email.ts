import { findSuppression } from "../../contact-suppression/find-suppression.ts";
import { composeEmail } from "../compose/compose-email.ts";
import { isOptional } from "../notification.ts";
import type { SendBy } from "../send-notification.ts";
import { WITHHELD_FOR } from "./withheld-for.ts";

/** By mail. A test organisation's says so before all else. */
export const sendByEmail: SendBy = async (deps, notice) => {
  const { id, kind, reader, organisation } = notice;
  const contact = { channel: "email" as const, address: reader.email };
  const asked = { ...contact, organisationId: organisation.id, isOptional: isOptional(kind) };
  const suppression = await findSuppression(deps.db.prisma, asked);
  if (suppression) return { outcome: "withheld", reason: WITHHELD_FOR[suppression] };
  const { notificationSender: sender } = organisation;
  const { subject, ...content } = composeEmail(deps, notice);
  return deps.mailer.send({
    id,
    to: reader.email,
    // What an attendee is called was typed in by somebody who may not be he.
    ...(reader.type === "host" && reader.name !== null && { toName: reader.name }),
    from: { name: sender?.name ?? organisation.name },
    ...(sender?.replyTo !== undefined && { replyTo: { address: sender.replyTo, name: sender.name } }),
    subject: organisation.mode === "test" ? `[Test] ${subject}` : subject,
    ...content,
  });
};
