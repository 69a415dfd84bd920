/** What an event type asks of a time for one length of appointment. */
export interface SlotTerms {
  durationMinutes: number;
  /** From one candidate to the next. */
  slotIntervalMinutes: number;
  /** From the start of each working interval to its first candidate. */
  slotOffsetMinutes: number;
  /** Kept free of busy time before and after the appointment; may lie outside working time. */
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  minimumNoticeMinutes: number;
  /** The event type's own zone: the one in which the booking window counts dates. */
  timeZone: string;
  bookingWindow: BookingWindow;
}

/**
 * Rolling: today and so many dates after it. Range: from one date to another, both inclusive, "YYYY-MM-DD". Null: no
 * limit.
 */
export type BookingWindow = { type: "rolling"; days: number } | { type: "range"; from: string; to: string } | null;
