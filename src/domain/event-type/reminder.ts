import type { FieldError } from "../shared/errors.ts";

export const REMINDER_CHANNELS = ["email", "sms"] as const;
export type ReminderChannel = (typeof REMINDER_CHANNELS)[number];

/** One message to those who take part, so long before the start. */
export interface Reminder {
  minutesBefore: number;
  channels: ReminderChannel[];
}

export interface ReminderInput {
  minutesBefore: number;
  /** By mail when left out. */
  channels?: ReminderChannel[];
}

/** A day before, by mail. */
export const DEFAULT_REMINDERS: readonly Reminder[] = [{ minutesBefore: 1_440, channels: ["email"] }];

export function toReminder({ minutesBefore, channels = ["email"] }: ReminderInput): Reminder {
  return { minutesBefore, channels };
}

export function reminderErrors(reminders: readonly ReminderInput[]): FieldError[] {
  const times = reminders.map(({ minutesBefore }) => minutesBefore);
  return times.flatMap((time, index) =>
    times.indexOf(time) < index
      ? [{ pointer: `/reminders/${index}/minutesBefore`, message: `names ${time} again` }]
      : [],
  );
}
