import { limitsOfJoining, withinLimits, type LimitRow } from "../booking-limit/within-limits.ts";
import { toWantedTime, type AskedHost, type WantedTime } from "../booking/wanted-time.ts";
import type { DomainContext } from "../shared/context.ts";
import { MINUTE_MS } from "../shared/local-date.ts";
import type { Prospect, WantedSeries } from "./outlook.ts";

const NOBODY_STANDS_IN = { host: null, resources: [] };

/** The time that one occurrence takes of all who serve it and all that it takes, who are known by now. */
export function timeOf(
  ctx: DomainContext,
  { offering: { eventType }, durationMinutes }: WantedSeries,
  hosts: readonly AskedHost[],
  { startsAt, resources }: Prospect,
): WantedTime {
  const { bufferBeforeMinutes, bufferAfterMinutes } = eventType;
  const appointment = {
    startsAt: new Date(startsAt),
    endsAt: new Date(startsAt + durationMinutes * MINUTE_MS),
    bufferBeforeMinutes,
    bufferAfterMinutes,
    updatedAt: ctx.clock.now(),
  };
  const needs = resources.map(({ kind, resource }) => ({ kind, count: 1, options: [resource] }));
  const { all, pools, ...time } = toWantedTime(appointment, { all: hosts, pool: [], needs }, NOBODY_STANDS_IN);
  return { ...time, all: [...all, ...pools.flat()], pools: [] };
}

/** The limits that count what joins a group session. */
export function limitsOfJoinedTime(
  { offering, override, email }: Pick<WantedSeries, "offering" | "override" | "email">,
  startsAt: number,
): readonly LimitRow[] {
  const attendees = email === undefined ? [] : [{ role: "booker", email } as const];
  return limitsOfJoining({ offering, override }, { startsAt: new Date(startsAt), attendees }).limits ?? [];
}

/** The limits that count it. */
export function limitsOfTime(
  { offering, override, email }: Pick<WantedSeries, "offering" | "override" | "email">,
  startsAt: number,
  time: WantedTime,
): readonly LimitRow[] {
  const attendees = email === undefined ? [] : [{ role: "booker", email } as const];
  return withinLimits({ offering, override }, { startsAt: new Date(startsAt), attendees }, time).limits ?? [];
}
