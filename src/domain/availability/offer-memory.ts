import { LRUCache } from "lru-cache";
import type { Database } from "../shared/database.ts";
import { MINUTE_MS } from "../shared/local-date.ts";
import { localDayOf, startOfLocalDay } from "../shared/time-zone.ts";
import { windowRange } from "./bookable-range.ts";
import type { HostBusyTime } from "./busy-time.ts";
import type { Offer, OfferQuery } from "./offer.ts";
import type { SlotTerms } from "./terms.ts";

/** An offer with the busy time that it was worked out from, and the times (epoch ms, half-open) at which nothing else comes of it. */
interface KnownOffer {
  offer: Offer;
  hosts: readonly HostBusyTime[];
  from: number;
  until: number;
}

/** Counted in slots, of about a hundred bytes each with what is written of them. */
const SLOTS_HELD = 500_000;
const SLOTS_OF_A_HOST = 20;

const memories = new WeakMap<Database, LRUCache<string, KnownOffer>>();

/**
 * What was worked out for the same question (`key`) from the very same busy time, or what `workOut` does now. That the busy
 * time is the same is for `recallBusyTime` to say: it gives out one object for what has not changed.
 */
export function recallOffer(
  db: Database,
  { key, query, hosts, now }: { key: string; query: OfferQuery; hosts: readonly HostBusyTime[]; now: number },
  workOut: () => Offer,
): Offer {
  const memory = memoryOf(db);
  const known = memory.get(key);
  if (known && known.from <= now && now < known.until && areSame(known.hosts, hosts)) return known.offer;
  const offer = workOut();
  if (isMemorable(query, hosts)) memory.set(key, { offer, hosts, from: now, until: changesAt(query, offer, now) });
  return offer;
}

/** Sessions and limits are read each time; reasons change with the time. */
function isMemorable({ seats, explain, inDetail }: OfferQuery, hosts: readonly HostBusyTime[]): boolean {
  return seats === null && !explain && !inDetail && hosts.every(({ full }) => full === undefined);
}

function areSame(some: readonly HostBusyTime[], others: readonly HostBusyTime[]): boolean {
  return some.length === others.length && some.every((each, index) => each === others[index]);
}

/** Time takes away the first slot when its notice is over, and moves the end of a rolling window at midnight. */
function changesAt({ terms, to }: OfferQuery, { days }: Offer, now: number): number {
  const first = days.find(({ startsAt }) => startsAt.length > 0)?.startsAt[0] ?? Infinity;
  const noticeEnds = first - terms.minimumNoticeMinutes * MINUTE_MS + 1;
  return Math.min(noticeEnds, windowRange(terms, now).to < to ? windowMoves(terms, now) : Infinity);
}

function windowMoves({ bookingWindow, timeZone }: SlotTerms, now: number): number {
  return bookingWindow?.type === "rolling" ? startOfLocalDay(timeZone, localDayOf(timeZone, now) + 1) : Infinity;
}

function memoryOf(db: Database): LRUCache<string, KnownOffer> {
  let memory = memories.get(db);
  if (!memory) memories.set(db, (memory = new LRUCache({ maxSize: SLOTS_HELD, sizeCalculation: sizeOf })));
  return memory;
}

function sizeOf({ offer, hosts }: KnownOffer): number {
  return offer.days.reduce((sum, { startsAt }) => sum + startsAt.length, 1 + hosts.length * SLOTS_OF_A_HOST);
}
