import { composePush } from "../compose/compose-short.ts";
import type { Notice } from "../notice.ts";
import type { SendBy } from "../send-notification.ts";
import { askHost } from "./ask-host.ts";
import { joinDigest } from "./push-digest.ts";
import { pushToDevices } from "./push-to-devices.ts";

/** To the devices of a host. One who was pushed much of late hears of it with others. */
export const sendByPush: SendBy = async (deps, notice) => {
  const { id, kind, reader, organisation } = notice;
  if (organisation.mode === "test") return { outcome: "withheld", reason: "test_organisation" };
  const held = (await askHost(deps, reader.id, kind)) ?? (await joinDigest(deps, notice));
  if (held) return held;
  const [{ id: bookingId, startsAt }] = notice.bookings as [Notice["bookings"][number]];
  const left = Math.floor((startsAt.getTime() - deps.clock.now().getTime()) / 1_000);
  return pushToDevices(deps, {
    ...{ id, organisationId: organisation.id, memberId: reader.id, ...composePush(notice) },
    data: { notificationId: id, kind, bookingId },
    // What comes later of a booking takes the place of what was not looked at yet.
    collapseKey: bookingId,
    timeToLiveSeconds: Math.min(LONGEST_LIFE_SECONDS, Math.max(60, left)),
  });
};

/** After it a push is of no use to anybody. */
const LONGEST_LIFE_SECONDS = 86_400;
