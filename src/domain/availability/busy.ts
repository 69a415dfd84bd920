import { type Intervals, toIntervals } from "../shared/intervals.ts";

export const BUSY_KINDS = ["external_busy", "booked", "held", "blocked"] as const;
export type BusyKind = (typeof BUSY_KINDS)[number];

/** Time that a host is not free, [start, end) in epoch ms, that claim's own buffers included. */
export interface BusyTime {
  kind: BusyKind;
  start: number;
  end: number;
  /** The same without its buffers; equal to start and end when left out. */
  coreStart?: number;
  coreEnd?: number;
}

/** The union of all busy time, buffers included. */
export function busyIntervals(busy: readonly BusyTime[]): Intervals {
  const flat: number[] = [];
  for (const { start, end } of busy) flat.push(start, end);
  return toIntervals(flat);
}
