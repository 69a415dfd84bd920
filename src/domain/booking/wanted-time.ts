import type { Team } from "../availability/team.ts";
import type { OfferingHost } from "../event-type/offering.ts";
import { MINUTE_MS } from "../shared/local-date.ts";
import type { Booking } from "./booking.ts";
import type { Turn } from "./host-turns.ts";

/** A host as he is asked for a booking, with his turn where a round robin counts it. */
export interface AskedHost {
  host: OfferingHost;
  turn?: Omit<Turn<OfferingHost>, "host">;
}

/** The `p_wanted` argument of the SQL functions, see `claim_time`. */
export interface WantedTime {
  all: object[];
  pools: object[][];
  /** Who is named for each pool until it is known who was chosen. */
  stand_ins: string[];
}

/** The time that a booking takes of its hosts. Who is chosen from the pool stands first among them. */
export function toWantedTime(booking: Booking, { all, pool }: Team<AskedHost>, standIn: string | null): WantedTime {
  const first = standIn === null ? 0 : 1;
  return {
    all: all.map((asked, index) => toClaim(booking, asked, first + index)),
    pools: standIn === null ? [] : [pool.map((asked) => toClaim(booking, asked, 0))],
    stand_ins: standIn === null ? [] : [standIn],
  };
}

/** Buffers included: the host's own, or else the booking's. */
function toClaim(booking: Booking, { host, turn }: AskedHost, position: number): object {
  const { memberId, subjectId, bufferBeforeMinutes, bufferAfterMinutes } = host;
  const before = bufferBeforeMinutes ?? booking.bufferBeforeMinutes;
  const after = bufferAfterMinutes ?? booking.bufferAfterMinutes;
  return {
    subject_id: subjectId,
    from: new Date(booking.startsAt.getTime() - before * MINUTE_MS),
    to: new Date(booking.endsAt.getTime() + after * MINUTE_MS),
    member_id: memberId,
    position,
    buffer_before_minutes: bufferBeforeMinutes,
    buffer_after_minutes: bufferAfterMinutes,
    ...(turn && { use_level: turn.level, use_step: turn.step }),
  };
}
