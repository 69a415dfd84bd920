import { findHostSettings } from "../host-settings.ts";
import type { NotificationKind } from "../notification.ts";
import { wants } from "../preferences.ts";
import { quietStretchAt } from "../quiet-hours.ts";
import type { NotificationDeps, NotNow, Withheld } from "../send-notification.ts";

/** He may have changed his mind since it was planned. @param kind null: of several */
export async function askHost(
  { db, clock }: Pick<NotificationDeps, "db" | "clock">,
  memberId: string,
  kind: NotificationKind | null,
): Promise<Withheld | NotNow | null> {
  const now = clock.now();
  const host = (await findHostSettings(db.prisma, [memberId], now)).get(memberId);
  const isWanted = host && (kind === null || wants(host.preferences, kind, "push"));
  if (!isWanted) return { outcome: "withheld", reason: "opted_out" };
  const quiet = host.quietHours && quietStretchAt(host.quietHours, host.timeZone, now.getTime());
  return quiet ? { outcome: "not_now", until: new Date(quiet.until) } : null;
}
