import type { DomainContext } from "../shared/context.ts";
import type { LimitRow } from "./within-limits.ts";

/** A limit that bounds several new bookings together, as `claim_for_each` counts by it. */
export interface SharedLimit extends LimitRow {
  /** How many of them it counts. */
  most: number;
}

/** The limits of several new bookings, each once; `countedBy` says by their places which limits count which of them. */
export function shareLimits(rowsOfEach: readonly (readonly LimitRow[])[]): {
  limits: SharedLimit[];
  countedBy: number[][];
} {
  const places = new Map<string, number>();
  const limits: SharedLimit[] = [];
  const countedBy = rowsOfEach.map((rows) =>
    rows.map((row) => {
      const key = JSON.stringify(row);
      const place = places.get(key) ?? limits.push({ ...row, most: 0 }) - 1;
      places.set(key, place);
      limits[place]!.most++;
      return place;
    }),
  );
  return { limits, countedBy };
}

const LIMIT_ROOM = {
  name: "limit_room",
  text: `SELECT limit_room(bound, jsonb_build_object('at', $2::timestamptz, 'minutes', $3::int)) AS room
    FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS bounds (bound, place) ORDER BY place`,
};

/** For how many of the appointments each limit has room. One statement; none where there are no limits. */
export async function readLimitRoom(
  ctx: DomainContext,
  limits: readonly SharedLimit[],
  durationMinutes: number,
): Promise<number[]> {
  if (limits.length === 0) return [];
  const rows = await ctx.db.query<{ room: number }>(LIMIT_ROOM, [
    JSON.stringify(limits),
    ctx.clock.now(),
    durationMinutes,
  ]);
  return rows.map(({ room }) => room);
}
