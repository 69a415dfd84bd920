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
  organisation: OrganisationSummary;
  /** All that he can log in to. */
  organisations: (OrganisationSummary & { memberId: string; role: Role })[];
}

export const WEEK_STARTS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
export type WeekStart = (typeof WEEK_STARTS)[number];

/** By kind of notification, such as `booking.created.email`. Kept; nothing goes by them yet. */
export type NotificationPreferences = Record<string, boolean>;

export interface OrganisationSummary {
  id: string;
  name: string;
  mode: "live" | "test";
}
