import { bookingScope } from "../booking/booking.scope.ts";
import type { DomainContext } from "../shared/context.ts";
import { notFound } from "../shared/errors.ts";
import { isId } from "../shared/ids.ts";

/** One time of a group event, which bookings share. */
export interface GroupSession {
  id: string;
  eventTypeId: string;
  startsAt: Date;
  endsAt: Date;
  hostIds: string[];
  resourceIds: string[];
  places: number;
  /** By bookings, and by holds that are live. None: it is over, and cannot be joined any more. */
  placesTaken: number;
  /** The bookings that have places of it, as they were made. */
  bookingIds: string[];
  createdAt: Date;
}

const namedIn = (claims: string, field: string) =>
  `ARRAY(SELECT claim->>'${field}' FROM jsonb_array_elements(${claims}) AS claim
    WHERE claim ? '${field}' ORDER BY (claim->>'position')::int)`;

const GET_GROUP_SESSION = {
  name: "get_group_session",
  text: `SELECT s.id, s.event_type_id AS "eventTypeId", s.starts_at AS "startsAt", s.ends_at AS "endsAt",
      ${namedIn("s.claims", "member_id")} AS "hostIds", ${namedIn("s.claims", "resource_id")} AS "resourceIds",
      s.capacity AS places, s.created_at AS "createdAt",
      s.taken - (SELECT coalesce(sum(places), 0)::int FROM hold
        WHERE group_session_id = s.id AND keeps_places AND expires_at <= $4) AS "placesTaken",
      ARRAY(SELECT b.id FROM booking b WHERE b.group_session_id = s.id AND b.places > 0
        ORDER BY b.created_at, b.id) AS "bookingIds"
    FROM group_session s
    WHERE s.id = $1 AND s.organisation_id = $2
      AND ($3::text IS NULL OR s.claims @> jsonb_build_array(jsonb_build_object('member_id', $3::text)))`,
};

/** A group session that the actor may see: a member those that he hosts. @throws not_found, forbidden */
export async function getGroupSession(ctx: DomainContext, groupSessionId: string): Promise<GroupSession> {
  const { organisationId, hostId } = bookingScope(ctx, "read bookings");
  if (!isId(groupSessionId, "groupSession")) throw notFound("group session");
  const values = [groupSessionId, organisationId, hostId, ctx.clock.now()];
  const [session] = await ctx.db.query<GroupSession>(GET_GROUP_SESSION, values);
  if (!session) throw notFound("group session");
  return session;
}
