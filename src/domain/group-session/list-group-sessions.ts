import { bookingScope } from "../booking/booking.scope.ts";
import type { DomainContext } from "../shared/context.ts";
import { decodeCursor, toPage, type Page, type PageInput } from "../shared/pagination.ts";
import {
  groupSessionColumns,
  groupSessionStatus,
  isHeldBy,
  type GroupSession,
  type GroupSessionStatus,
} from "./group-session.ts";

export interface ListGroupSessionsInput extends PageInput {
  eventTypeId?: string;
  hostId?: string;
  status?: GroupSessionStatus[];
  /** from <= startsAt < to */
  from?: Date;
  to?: Date;
}

/** A page of the group sessions that the actor may see, by their start. @throws validation_failed (cursor), forbidden */
export async function listGroupSessions(
  ctx: DomainContext,
  input: ListGroupSessionsInput,
): Promise<Page<GroupSession>> {
  const scope = bookingScope(ctx, "read bookings");
  const values: unknown[] = [scope.organisationId, ctx.clock.now()];
  const conditions = ["s.organisation_id = $1"];
  const shape: string[] = [];
  /** `letter` tells the shapes of the statement apart in its name. */
  const where = (letter: string, condition: (...places: string[]) => string, ...bound: unknown[]) => {
    if (bound[0] === undefined || bound[0] === null) return;
    shape.push(letter);
    conditions.push(condition(...bound.map((value) => `$${values.push(value)}`)));
  };

  where("o", isHeldBy, scope.hostId);
  where("h", isHeldBy, input.hostId);
  where("e", (place) => `s.event_type_id = ${place}`, input.eventTypeId);
  where("s", (place) => `${groupSessionStatus("$2")} = ANY(${place})`, input.status);
  where("f", (place) => `s.starts_at >= ${place}`, input.from);
  where("t", (place) => `s.starts_at < ${place}`, input.to);
  const after = input.cursor === undefined ? [] : decodeCursor(input.cursor);
  where("c", (at, last) => `(s.starts_at, s.id) > (${at}, ${last})`, ...after);
  const statement = {
    name: `list_group_sessions_${shape.join("")}`,
    text: `SELECT ${groupSessionColumns("$2")} FROM group_session s WHERE ${conditions.join(" AND ")}
      ORDER BY s.starts_at, s.id LIMIT $${values.push(input.limit + 1)}`,
  };
  const rows = await ctx.db.query<GroupSession>(statement, values);
  return toPage(rows, input.limit, ({ startsAt, id }) => [startsAt, id]);
}
