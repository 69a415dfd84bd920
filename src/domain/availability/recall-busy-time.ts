import { loadFullTime } from "../booking-limit/full-time.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Intervals } from "../shared/intervals.ts";
import { DAY_MS } from "../shared/local-date.ts";
import type { Range } from "./bookable-range.ts";
import { busyTimeMemoryOf, type BusyTimeMemory } from "./busy-time-memory.ts";
import {
  type BusyTimeAnswer,
  type BusyTimeOf,
  type BusyTimeQuery,
  type HostBusyTime,
  loadBusyTime,
} from "./busy-time.ts";

/** Ranges are widened to whole spans, so that who asks again from a minute later asks for what is known. */
const SPAN_MS = 8 * DAY_MS;

/** What changes again and again while it is looked at is read as though nothing were remembered. */
const TRIES = 3;

/**
 * What `loadBusyTime` answers, from memory where that is what the database holds: as of one moment after the question,
 * whichever process has changed it. The busy time may reach beyond the range. What leaves a booking or a hold out, or tells of
 * reasons, is always read.
 */
export async function recallBusyTime(ctx: DomainContext, query: BusyTimeQuery): Promise<BusyTimeAnswer> {
  if (!isMemorable(query)) return loadBusyTime(ctx, query);
  const memory = busyTimeMemoryOf(ctx.db);
  for (let tries = 0; tries < TRIES; tries++) {
    const unknown = unknownHosts(ctx, memory, query);
    if (unknown.length === query.hosts.length) return readAndKeep(ctx, memory, query);
    if (unknown.length > 0 && !(await readAndKeep(ctx, memory, { ...query, hosts: unknown })).current) break;
    const answer = await recall(ctx, memory, query);
    if (answer) return answer;
  }
  return loadBusyTime(ctx, query);
}

function isMemorable({ hosts, bookingId, holdId }: BusyTimeQuery): boolean {
  return (bookingId ?? holdId) == null && hosts.every(({ inDetail }) => inDetail === undefined);
}

/** All of them where the terms are not known to be current. */
function unknownHosts(ctx: DomainContext, memory: BusyTimeMemory, { terms, hosts }: BusyTimeQuery) {
  if (!memory.areCurrent(terms)) return hosts;
  const now = ctx.clock.now().getTime();
  return hosts.filter((host) => memory.busyTimeOf(host.subjectId, spansOf(host), now) === undefined);
}

async function readAndKeep(ctx: DomainContext, memory: BusyTimeMemory, query: BusyTimeQuery): Promise<BusyTimeAnswer> {
  const now = ctx.clock.now().getTime();
  const hosts = query.hosts.map((host) => ({ ...host, ...spansOf(host) }));
  const places = await memory.placesFor(hosts.map(({ subjectId }) => subjectId));
  const answer = await loadBusyTime(ctx, { ...query, hosts });
  if (!answer.current) return answer;
  places.keepTerms(query.terms);
  for (const [index, host] of hosts.entries()) places.keepBusyTime(index, host, answer.hosts[index]!, now);
  return answer;
}

/** Null where something had changed. */
async function recall(
  ctx: DomainContext,
  memory: BusyTimeMemory,
  query: BusyTimeQuery,
): Promise<BusyTimeAnswer | null> {
  const { terms, hosts } = query;
  const [full] = await Promise.all([
    loadFullTime(
      ctx,
      hosts.map(({ limited }) => limited),
      query,
    ),
    memory.catchUp(),
  ]);
  if (!memory.areCurrent(terms)) return null;
  const now = ctx.clock.now().getTime();
  const known: HostBusyTime[] = [];
  for (const [index, host] of hosts.entries()) {
    const busyTime = memory.busyTimeOf(host.subjectId, spansOf(host), now);
    if (!busyTime) return null;
    known.push(withFullTime(busyTime, full[index]));
  }
  return { current: true, hosts: known };
}

function spansOf({ from, to }: BusyTimeOf): Range {
  return { from: Math.floor(from / SPAN_MS) * SPAN_MS, to: Math.ceil(to / SPAN_MS) * SPAN_MS };
}

/** Limits count what is booked on other days too: they are always read. */
function withFullTime(known: HostBusyTime, full: Intervals | undefined): HostBusyTime {
  if (full === known.full) return known;
  return {
    get busy() {
      return known.busy;
    },
    until: known.until,
    detailed: known.detailed,
    full,
  };
}
