import type { Reason } from "../availability/refusal.ts";
import type { Booking } from "../booking/booking.ts";
import { durationOf } from "../booking/event-type-for-moving.ts";
import type { Overridable } from "../booking/override.ts";
import { teamForMoving } from "../booking/team-for-moving.ts";
import type { WantedTime } from "../booking/wanted-time.ts";
import { OUTDATED, type Offering } from "../event-type/offering.ts";
import type { DomainContext } from "../shared/context.ts";
import { readOutlook, type WantedSeries } from "./outlook.ts";
import { timeOf } from "./series-time.ts";

/** A booking, and where it is to go. */
export interface Move {
  booking: Booking;
  /** Epoch ms. */
  startsAt: number;
}

/** The same with who serves it there and what it takes, or why that cannot be. */
export interface MovedTime extends Move {
  wanted: WantedSeries;
  reason: Reason | null;
  hostIds: string[];
  resourceIds: string[];
  /** Of what can be booked. */
  time: WantedTime;
}

/**
 * What becomes of moves that are made together, in order of their new time: their old time is in nobody's way. Bookings
 * that are served alike are looked at together.
 */
export async function readMovedTimes(
  ctx: DomainContext,
  offering: Offering,
  moves: readonly Move[],
  override: readonly Overridable[] | undefined,
): Promise<MovedTime[] | typeof OUTDATED> {
  const claims = await readClaims(ctx, moves);
  const served = await readServing(ctx, moves);
  const times: MovedTime[] = [];
  for (const alike of Map.groupBy(moves, ({ booking }) => served.get(booking.id)!).values()) {
    const wanted = await toWanted(ctx, offering, alike, override);
    const outlook = await readOutlook(ctx, {
      ...wanted,
      moving: { claims, resourceIds: alike.map(({ booking }) => booking.resourceIds) },
    });
    if (!outlook.current) return OUTDATED;
    for (const [index, prospect] of outlook.occurrences.entries()) {
      times.push({
        ...alike[index]!,
        wanted,
        reason: prospect.reason,
        hostIds: outlook.hosts.map(({ host }) => host.memberId),
        resourceIds: prospect.resources.map(({ resource }) => resource.resourceId),
        time: timeOf(ctx, wanted, outlook.hosts, prospect),
      });
    }
  }
  return apart(times.sort((a, b) => a.startsAt - b.startsAt));
}

async function toWanted(
  ctx: DomainContext,
  offering: Offering,
  alike: readonly Move[],
  override: readonly Overridable[] | undefined,
): Promise<WantedSeries> {
  const { booking } = alike[0]!;
  return {
    ...(await teamForMoving(ctx, offering, booking, undefined, "/hostId")),
    starts: alike.map(({ startsAt }) => startsAt),
    durationMinutes: durationOf(booking),
    override,
  };
}

/** What the bookings have now, as the starts of their claims by subject: claims of one subject never overlap. */
async function readClaims(ctx: DomainContext, moves: readonly Move[]): Promise<Map<string, Set<number>>> {
  const rows = await ctx.db.query<{ subject_id: string; from: Date }>(CLAIMS_OF_BOOKINGS, [idsOf(moves)]);
  const claims = new Map<string, Set<number>>();
  for (const { subject_id, from } of rows)
    claims.set(subject_id, (claims.get(subject_id) ?? new Set()).add(from.getTime()));
  return claims;
}

const CLAIMS_OF_BOOKINGS = {
  name: "claims_of_bookings",
  text: `SELECT subject_id, lower(during) AS "from" FROM claim WHERE booking_id = ANY ($1)`,
};

/** By whom, with which buffers and with what kinds of things each booking is served, as a text that is alike where that is. */
async function readServing(ctx: DomainContext, moves: readonly Move[]): Promise<Map<string, string>> {
  const rows = await ctx.db.query<{ id: string; served: string }>(SERVING, [idsOf(moves)]);
  return new Map(rows.map(({ id, served }) => [id, served]));
}

const SERVING = {
  name: "serving_of_bookings",
  text: `SELECT id, concat_ws(' ', ends_at - starts_at, buffer_before_minutes, buffer_after_minutes,
      (SELECT json_agg(json_build_array(member_id, h.buffer_before_minutes, h.buffer_after_minutes) ORDER BY position)
        FROM booking_host h WHERE booking_id = booking.id),
      (SELECT json_agg(coalesce(kind, resource_id) ORDER BY position) FROM booking_resource WHERE booking_id = booking.id)) AS served
    FROM booking WHERE id = ANY ($1)`,
};

function idsOf(moves: readonly Move[]): string[] {
  return moves.map(({ booking }) => booking.id);
}

/** Those that would come too close to another one of them, of the same host or thing, cannot be. */
function apart(times: readonly MovedTime[]): MovedTime[] {
  const taken = new Map<string, number>();
  return times.map((moved): MovedTime => {
    const { all } = moved.time;
    const meets = all.some(({ subject_id, from }) => from.getTime() < (taken.get(subject_id) ?? -Infinity));
    if (moved.reason === null && meets) return { ...moved, reason: "booked" };
    if (moved.reason === null) for (const { subject_id, to } of all) taken.set(subject_id, to.getTime());
    return moved;
  });
}
