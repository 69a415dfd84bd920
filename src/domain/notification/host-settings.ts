import type { Transaction } from "../shared/database.ts";
import type { NotificationPreferences } from "./preferences.ts";
import type { QuietHours } from "./quiet-hours.ts";

/** What a host has chosen. Who has never logged in has chosen nothing. */
export interface HostSettings {
  id: string;
  /** Of his membership: by it his quiet hours go. */
  timeZone: string;
  preferences: NotificationPreferences;
  quietHours: QuietHours | null;
  hasDevice: boolean;
}

/** Those of the members that are there still. */
export async function findHostSettings(
  tx: Pick<Transaction, "$queryRaw">,
  memberIds: readonly string[],
  now: Date,
): Promise<Map<string, HostSettings>> {
  if (memberIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<HostSettings[]>`
    SELECT m.id, m.time_zone AS "timeZone", coalesce(u.notification_preferences, '{}') AS preferences,
      u.quiet_hours AS "quietHours",
      EXISTS (SELECT FROM push_device d JOIN device_session s ON s.id = d.session_id
        WHERE d.user_id = u.id AND s.ended_at IS NULL AND s.expires_at > ${now}) AS "hasDevice"
    FROM member m LEFT JOIN "user" u ON u.id = m.user_id
    WHERE m.id = ANY (${[...new Set(memberIds)]}) AND m.deleted_at IS NULL`;
  return new Map(rows.map((row) => [row.id, row]));
}
