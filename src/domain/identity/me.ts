import type { NotificationPreferences } from "../notification/preferences.ts";
import type { QuietHours } from "../notification/quiet-hours.ts";
import type { Role } from "../shared/actor.ts";

/** Whoever has logged in, as he sees himself. */
export interface Me {
  /** The user. */
  id: string;
  /** Whom he acts for in this organisation; name, zone and locale are this member's. */
  memberId: string;
  role: Role;
  /** What he logs in by. */
  email: string;
  emailVerifiedAt: Date | null;
  name: string;
  timeZone: string;
  locale: string;
  weekStart: WeekStart;
  notificationPreferences: NotificationPreferences;
  quietHours: QuietHours | null;
  organisation: OrganisationSummary;
  /** All that he can log in to. */
  organisations: (OrganisationSummary & { memberId: string; role: Role })[];
}

export const WEEK_STARTS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
export type WeekStart = (typeof WEEK_STARTS)[number];

export interface OrganisationSummary {
  id: string;
  name: string;
  mode: "live" | "test";
}
