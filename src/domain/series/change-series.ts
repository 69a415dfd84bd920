import { auditRow, eventRow, type CommandRecord } from "../audit/record-command.ts";
import { toBookingRow } from "../booking/booking-rows.ts";
import type { BookingChange } from "../booking/change-booking.ts";
import { OUTDATED, type Terms } from "../event-type/offering.ts";
import type { DomainContext } from "../shared/context.ts";
import { assertFresh, keepAnswer, onceRow, type CommandOutcome } from "../shared/idempotency.ts";
import { getSeries } from "./get-series.ts";
import type { SeriesCommandInput } from "./series-targets.ts";
import { toSeriesPayload, type SeriesWithBookings } from "./series.ts";

/** What a command makes of bookings of a series. */
export interface SeriesChange {
  changes: readonly BookingChange[];
  /** By what it was decided, where the time changes. */
  terms?: readonly Terms[];
  /** The `p_wanted` argument of `change_series`: the new time. Left out, the bookings give theirs back. */
  wanted?: object;
  /** What a limit stands in the way of, by the places of the limits. @throws series_unavailable */
  refuseLimits?: (places: readonly number[]) => never;
}

/**
 * Load in scope, decide, write all of it guarded by the versions that were read, or nothing. OUTDATED: others have changed
 * the bookings, or taken the time, between reading and writing; it is to be decided anew.
 * @throws not_found, and whatever `decide` throws
 */
export async function changeSeries(
  ctx: DomainContext,
  { seriesId, reason }: SeriesCommandInput,
  type: `series.${"cancelled" | "rescheduled"}`,
  decide: (found: SeriesWithBookings) => Promise<SeriesChange | typeof OUTDATED> | SeriesChange,
): Promise<SeriesWithBookings | typeof OUTDATED> {
  const found = await getSeries(ctx, seriesId, "move or cancel bookings");
  const change = await decide(found);
  if (change === OUTDATED) return OUTDATED;
  if (change.changes.length === 0) {
    if (ctx.once) await keepAnswer(ctx, ctx.once.toAnswer(found));
    return found;
  }

  const changed = new Map(change.changes.map(({ booking }) => [booking.id, booking]));
  const told = { ...found, bookings: found.bookings.map((booking) => changed.get(booking.id) ?? booking) };
  const payload = toSeriesPayload(found.series, [...changed.values()]);
  const records: CommandRecord[] = [
    { type, objectId: seriesId, payload, reason },
    ...change.changes.map(({ record }) => record),
  ];
  const outcome = await ctx.db.call<CommandOutcome & { limits?: number[] | null }>("change_series", [
    onceRow(ctx, told),
    change.terms ?? [],
    [...changed.values()].map(toBookingRow),
    change.wanted ?? null,
    records.map((record) => eventRow(ctx, record)),
    records.map((record) => auditRow(ctx, record)),
  ]);
  const done = assertFresh(outcome);
  if (done === "limit") change.refuseLimits?.(outcome.limits ?? []);
  return done === "done" ? told : OUTDATED;
}
