/** Whether anybody has places of a group session; when nobody has any more its time was given back. */
export const GROUP_SESSION_STATUSES = ["open", "over"] as const;
export type GroupSessionStatus = (typeof GROUP_SESSION_STATUSES)[number];

/** One time of a group event, which bookings share. */
export interface GroupSession {
  id: string;
  status: GroupSessionStatus;
  eventTypeId: string;
  startsAt: Date;
  endsAt: Date;
  hostIds: string[];
  resourceIds: string[];
  places: number;
  /** By bookings, and by holds that are live. */
  placesTaken: number;
  /** The bookings that have places of it, as they were made. */
  bookingIds: string[];
  createdAt: Date;
}

const namedIn = (field: string) =>
  `ARRAY(SELECT claim->>'${field}' FROM jsonb_array_elements(s.claims) AS claim
    WHERE claim ? '${field}' ORDER BY (claim->>'position')::int)`;

/** Places of holds that have expired are free. @param now the place of this moment among the statement's values */
const placesTaken = (now: string) => `s.taken - (SELECT coalesce(sum(places), 0)::int FROM hold
  WHERE group_session_id = s.id AND keeps_places AND expires_at <= ${now})`;

/** What to select of `group_session AS s`. */
export const groupSessionColumns = (now: string) => `s.id, ${groupSessionStatus(now)} AS status,
  s.event_type_id AS "eventTypeId", s.starts_at AS "startsAt", s.ends_at AS "endsAt",
  ${namedIn("member_id")} AS "hostIds", ${namedIn("resource_id")} AS "resourceIds",
  s.capacity AS places, s.created_at AS "createdAt", ${placesTaken(now)} AS "placesTaken",
  ARRAY(SELECT b.id FROM booking b WHERE b.group_session_id = s.id AND b.places > 0 ORDER BY b.created_at, b.id) AS "bookingIds"`;

export const groupSessionStatus = (now: string) => `CASE WHEN ${placesTaken(now)} > 0 THEN 'open' ELSE 'over' END`;

/** Those of `group_session AS s` that a member holds. @param memberId its place among the statement's values */
export const isHeldBy = (memberId: string) =>
  `s.claims @> jsonb_build_array(jsonb_build_object('member_id', ${memberId}::text))`;
