import type { Team } from "../availability/team.ts";
import type { OfferingHost } from "../event-type/offering.ts";
import type { OfferingResource, ResourceNeed } from "../event-type/resource-needs.ts";
import type { IdFactory } from "../shared/ids.ts";
import { MINUTE_MS } from "../shared/local-date.ts";
import type { Booking } from "./booking.ts";
import type { Turn } from "./host-turns.ts";

/** A host as he is asked for a booking, with his turn where a round robin counts it. */
export interface AskedHost {
  host: OfferingHost;
  turn?: Omit<Turn<OfferingHost>, "host">;
}

export interface AskedTeam extends Team<AskedHost, OfferingResource> {
  needs: readonly ResourceNeed[];
}

/**
 * Who is named until it is known who was chosen: one for the pool of hosts, where there is one, and for each need by kind
 * as many as it takes; none for a need by name.
 */
export interface StandIns {
  host: string | null;
  resources: readonly (readonly string[])[];
}

export function standInsFor(
  { ids }: { ids: IdFactory },
  { pool, needs }: { pool: readonly unknown[]; needs: readonly ResourceNeed[] },
): StandIns {
  return {
    host: pool.length > 0 ? ids("member") : null,
    resources: needs.map(({ kind, count }) =>
      kind === null ? [] : Array.from({ length: count }, () => ids("resource")),
    ),
  };
}

/** What a booking takes, as far as it is known, in the order of the needs. */
export function resourceIdsOf(needs: readonly ResourceNeed[], standIns: StandIns): string[] {
  return needs.flatMap(({ kind, options }, index) =>
    kind === null ? options.map(({ resourceId }) => resourceId) : standIns.resources[index]!,
  );
}

/** The booking with those who were chosen, one for each pool, in the places of their stand-ins. */
export function nameChosen(
  booking: Booking,
  standIns: StandIns,
  chosen: readonly string[] | null | undefined,
): Booking {
  const names = namesOf(standIns);
  if (names.length === 0) return booking;
  if (chosen?.length !== names.length) throw new Error("The database did not tell whom it chose from each pool.");
  const nameOf = (id: string) => chosen[names.indexOf(id)] ?? id;
  return { ...booking, hostIds: booking.hostIds.map(nameOf), resourceIds: booking.resourceIds.map(nameOf) };
}

function namesOf({ host, resources }: StandIns): string[] {
  return [...(host === null ? [] : [host]), ...resources.flat()];
}

/** The `p_wanted` argument of the SQL functions, see `claim_time`. */
export interface WantedTime {
  all: object[];
  pools: object[][];
  /** Who is named for each pool until it is known who was chosen. */
  stand_ins: string[];
}

/** The time that a booking takes of its hosts and resources. Who is chosen from the pool stands first among the hosts. */
export function toWantedTime(booking: Booking, { all, pool, needs }: AskedTeam, standIns: StandIns): WantedTime {
  const first = standIns.host === null ? 0 : 1;
  const things = claimsOfNeeds(booking, needs);
  return {
    all: [...all.map((asked, index) => toClaim(booking, asked, first + index)), ...things.all],
    pools: [...(standIns.host === null ? [] : [pool.map((asked) => toClaim(booking, asked, 0))]), ...things.pools],
    stand_ins: namesOf(standIns),
  };
}

/** Buffers included: the host's own, or else the booking's. */
function toClaim(booking: Booking, { host, turn }: AskedHost, position: number): object {
  const { memberId, subjectId, bufferBeforeMinutes, bufferAfterMinutes } = host;
  return {
    ...spanOf(booking, bufferBeforeMinutes, bufferAfterMinutes),
    subject_id: subjectId,
    member_id: memberId,
    position,
    buffer_before_minutes: bufferBeforeMinutes,
    buffer_after_minutes: bufferAfterMinutes,
    ...(turn && { use_level: turn.level, use_step: turn.step }),
  };
}

function claimsOfNeeds(booking: Booking, needs: readonly ResourceNeed[]): Pick<WantedTime, "all" | "pools"> {
  const span = spanOf(booking, null, null);
  const [all, pools]: [object[], object[][]] = [[], []];
  let position = 0;
  for (const { kind, count, options } of needs) {
    for (let place = 0; place < count; place++, position++) {
      const claims = options.map(({ resourceId, subjectId }) => ({
        ...span,
        subject_id: subjectId,
        resource_id: resourceId,
        position,
        kind,
      }));
      if (kind === null) all.push(...claims);
      else pools.push(claims);
    }
  }
  return { all, pools };
}

function spanOf(booking: Booking, before: number | null, after: number | null): { from: Date; to: Date } {
  return {
    from: new Date(booking.startsAt.getTime() - (before ?? booking.bufferBeforeMinutes) * MINUTE_MS),
    to: new Date(booking.endsAt.getTime() + (after ?? booking.bufferAfterMinutes) * MINUTE_MS),
  };
}
