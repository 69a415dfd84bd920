import type { BookingRule } from "../booking/get-booking.ts";
import { bookingScope } from "../booking/booking.scope.ts";
import type { DomainContext } from "../shared/context.ts";
import { notFound } from "../shared/errors.ts";
import { isId } from "../shared/ids.ts";
import { groupSessionColumns, isHeldBy, type GroupSession } from "./group-session.ts";

const GET_GROUP_SESSION = {
  name: "get_group_session",
  text: `SELECT ${groupSessionColumns("$4")} FROM group_session s
    WHERE s.id = $1 AND s.organisation_id = $2 AND ($3::text IS NULL OR ${isHeldBy("$3")})`,
};

/** A group session that the actor may see: a member those that he holds. @throws not_found, forbidden */
export async function getGroupSession(
  ctx: DomainContext,
  groupSessionId: string,
  rule: BookingRule | "read bookings" = "read bookings",
): Promise<GroupSession> {
  const { organisationId, hostId } = bookingScope(ctx, rule);
  if (!isId(groupSessionId, "groupSession")) throw notFound("group session");
  const values = [groupSessionId, organisationId, hostId, ctx.clock.now()];
  const [session] = await ctx.db.query<GroupSession>(GET_GROUP_SESSION, values);
  if (!session) throw notFound("group session");
  return session;
}
