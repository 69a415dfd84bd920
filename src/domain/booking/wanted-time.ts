import type { Team } from "../availability/team.ts";
import type { LimitRow } from "../booking-limit/within-limits.ts";
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

/** An appointment, with the buffers that it keeps. */
export type Appointment = Pick<
  Booking,
  "startsAt" | "endsAt" | "bufferBeforeMinutes" | "bufferAfterMinutes" | "updatedAt"
>;

/** Who serves, as far as it is known: who is to be chosen from the pool stands first. */
export function hostIdsOf({ all }: Pick<Team<OfferingHost>, "all">, { host }: StandIns): string[] {
  return [...(host === null ? [] : [host]), ...all.map(({ memberId }) => memberId)];
}

/** What a booking takes, as far as it is known, in the order of the needs. */
export function resourceIdsOf(needs: readonly ResourceNeed[], standIns: StandIns): string[] {
  return needs.flatMap(({ kind, options }, index) =>
    kind === null ? options.map(({ resourceId }) => resourceId) : standIns.resources[index]!,
  );
}

/** The booking, or the hold, with those who were chosen, one for each pool, in the places of their stand-ins. */
export function nameChosen<Taken extends Pick<Booking, "hostIds" | "resourceIds">>(
  taken: Taken,
  standIns: StandIns,
  chosen: readonly string[] | null | undefined,
): Taken {
  const names = namesOf(standIns);
  if (names.length === 0) return taken;
  if (chosen?.length !== names.length) throw new Error("The database did not tell whom it chose from each pool.");
  const nameOf = (id: string) => chosen[names.indexOf(id)] ?? id;
  return { ...taken, hostIds: taken.hostIds.map(nameOf), resourceIds: taken.resourceIds.map(nameOf) };
}

function namesOf({ host, resources }: StandIns): string[] {
  return [...(host === null ? [] : [host]), ...resources.flat()];
}

/** The `p_wanted` argument of the SQL functions, see `claim_time`. */
export interface WantedTime {
  all: WantedClaim[];
  pools: WantedClaim[][];
  /** What has expired by then is free. */
  at: Date;
  /** Who is named for each pool until it is known who was chosen. */
  stand_ins: string[];
  /** Only where limits count, see `claim_within_limits`. */
  limits?: LimitRow[];
}

export interface WantedClaim {
  subject_id: string;
  from: Date;
  to: Date;
  position: number;
  /** Of a host. */
  member_id?: string;
  buffer_before_minutes?: number | null;
  buffer_after_minutes?: number | null;
  use_level?: number;
  use_step?: number;
  limits?: LimitRow[];
  /** Of a resource. */
  resource_id?: string;
  kind?: string | null;
}

/** The time that an appointment takes of its hosts and resources. Who is chosen from the pool stands first among the hosts. */
export function toWantedTime(
  appointment: Appointment,
  { all, pool, needs }: AskedTeam,
  standIns: StandIns,
): WantedTime {
  const first = standIns.host === null ? 0 : 1;
  const things = claimsOfNeeds(appointment, needs);
  return {
    all: [...all.map((asked, index) => toClaim(appointment, asked, first + index)), ...things.all],
    pools: [...(standIns.host === null ? [] : [pool.map((asked) => toClaim(appointment, asked, 0))]), ...things.pools],
    at: appointment.updatedAt,
    stand_ins: namesOf(standIns),
  };
}

/** Buffers included: the host's own, or else the appointment's. */
function toClaim(appointment: Appointment, { host, turn }: AskedHost, position: number): WantedClaim {
  const { memberId, subjectId, bufferBeforeMinutes, bufferAfterMinutes } = host;
  return {
    ...spanOf(appointment, bufferBeforeMinutes, bufferAfterMinutes),
    subject_id: subjectId,
    member_id: memberId,
    position,
    buffer_before_minutes: bufferBeforeMinutes,
    buffer_after_minutes: bufferAfterMinutes,
    ...(turn && { use_level: turn.level, use_step: turn.step }),
  };
}

function claimsOfNeeds(appointment: Appointment, needs: readonly ResourceNeed[]): Pick<WantedTime, "all" | "pools"> {
  const span = spanOf(appointment, null, null);
  const [all, pools]: [WantedClaim[], WantedClaim[][]] = [[], []];
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

function spanOf(appointment: Appointment, before: number | null, after: number | null): { from: Date; to: Date } {
  return {
    from: new Date(appointment.startsAt.getTime() - (before ?? appointment.bufferBeforeMinutes) * MINUTE_MS),
    to: new Date(appointment.endsAt.getTime() + (after ?? appointment.bufferAfterMinutes) * MINUTE_MS),
  };
}
