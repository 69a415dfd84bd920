import { DAY_MS } from "./local-date.ts";

/** Offsets of a zone over some years. Offset i, in ms east of UTC, holds from start i until start i + 1 (epoch ms). */
export interface ZoneOffsets {
  starts: readonly number[];
  offsets: readonly number[];
}

/** Four years: a zone costs half a millisecond at first sight, and a query rarely needs a second block. */
const BLOCK_MS = 1461 * DAY_MS;
/** Blocks overlap by this much on both sides, so that whatever is asked about one local time is answered by one block. */
const MARGIN_MS = 4 * DAY_MS;
/** Half of the shortest time that any zone has kept an offset since 1970: Recife in October 2000, seven days. */
const STEP_MS = 3.5 * DAY_MS;
const MOST_ZONES = 1000;
const MOST_BLOCKS_PER_ZONE = 64;

const zones = new Map<string, Map<number, ZoneOffsets>>();

/** The offsets round an instant or local time, good for three days either side. @throws RangeError for an unknown zone */
export function zoneOffsetsNear(timeZone: string, ms: number): ZoneOffsets {
  const block = Math.floor(ms / BLOCK_MS);
  const known = zones.get(timeZone)?.get(block);
  if (known !== undefined) return known;

  const found = readOffsets(timeZone, block * BLOCK_MS - MARGIN_MS, (block + 1) * BLOCK_MS + MARGIN_MS);
  if (zones.size >= MOST_ZONES) zones.clear();
  const blocks = zones.get(timeZone) ?? new Map<number, ZoneOffsets>();
  if (blocks.size >= MOST_BLOCKS_PER_ZONE) blocks.clear();
  zones.set(timeZone, blocks.set(block, found));
  return found;
}

/**
 * The offsets that hold in [from, to), the first from `from` on; two that follow one another differ. @throws RangeError
 * for an unknown zone
 */
export function zoneOffsetsWithin(timeZone: string, from: number, to: number): ZoneOffsets {
  const starts: number[] = [];
  const offsets: number[] = [];
  for (let begun = from; begun < to; begun = (Math.floor(begun / BLOCK_MS) + 1) * BLOCK_MS) {
    const zone = zoneOffsetsNear(timeZone, begun);
    const end = Math.min(to, (Math.floor(begun / BLOCK_MS) + 1) * BLOCK_MS);
    for (const [i, start] of zone.starts.entries()) {
      const next = zone.starts[i + 1] ?? Infinity;
      if (next <= begun || start >= end || zone.offsets[i] === offsets.at(-1)) continue;
      starts.push(Math.max(start, begun));
      offsets.push(zone.offsets[i]!);
    }
  }
  return { starts, offsets };
}

/** Samples the range through Intl and closes in on every change, to the second. */
function readOffsets(timeZone: string, from: number, to: number): ZoneOffsets {
  const offsetAt = intlOffsets(timeZone);
  const starts = [from];
  const offsets = [offsetAt(from)];
  for (let low = from; low < to; low += STEP_MS) {
    const before = offsets.at(-1)!;
    const after = offsetAt(low + STEP_MS);
    if (after === before) continue;
    starts.push(findChange(offsetAt, low, low + STEP_MS));
    offsets.push(after);
  }
  return { starts, offsets };
}

/** The instant in (low, high] from which the offset differs from that at `low`. */
function findChange(offsetAt: (ms: number) => number, low: number, high: number): number {
  const before = offsetAt(low);
  while (high - low > 1000) {
    const middle = low + Math.floor((high - low) / 2000) * 1000;
    if (offsetAt(middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

function intlOffsets(timeZone: string): (ms: number) => number {
  const format = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset", year: "numeric" });
  return (ms) => {
    // "2025, GMT", "2025, GMT+05:30", "1901, GMT-00:43:08"
    const [, sign, hours, minutes, seconds] = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(format.format(ms))!;
    const size = (Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)) * 1000;
    return sign === "-" ? -size : size;
  };
}
