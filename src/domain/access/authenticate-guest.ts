import { linkExpiry } from "../guest-link/guest-link.ts";
import { readGuestToken } from "../guest-link/guest-token.ts";
import type { AttendeeActor } from "../shared/actor.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Database } from "../shared/database.ts";
import { DomainError } from "../shared/errors.ts";
import type { Sealer } from "../shared/sealer.ts";
import { createLookUps, CREDENTIAL_HELD_MS } from "./look-ups.ts";
import { SCOPES_OF } from "./rules.ts";

/** An attendee as he was found. */
interface KnownAttendee {
  actor: AttendeeActor;
  revision: number;
  endsAt: Date;
}

/** By the attendee's identifier. */
const lookUps = createLookUps<KnownAttendee>(CREDENTIAL_HELD_MS);

/**
 * The attendee behind the token of his link. One that was tampered with, revoked, or whose booking has long ended gets one and
 * the same answer.
 * @throws unauthenticated
 */
export async function authenticateGuest(
  { db, clock, sealer }: Pick<DomainContext, "db" | "clock"> & { sealer: Sealer },
  token: string,
): Promise<AttendeeActor> {
  const claims = readGuestToken(sealer, token);
  if (!claims) throw unauthenticated();
  const now = clock.now();
  const { attendeeId } = claims;
  const known = await lookUps.find(db, attendeeId, now.getTime(), () => loadAttendee(db, attendeeId));
  if (!known || known.revision !== claims.revision || linkExpiry(known.endsAt) <= now) throw unauthenticated();
  return known.actor;
}

/** Makes the next call of this attendee ask the database. */
export function forgetAttendee(db: Database, attendeeId: string): void {
  lookUps.forget(db, attendeeId);
}

const GET_ATTENDEE = {
  name: "get_attendee",
  text: `SELECT a.booking_id, b.organisation_id, b.ends_at, coalesce(a.link_revision, 0) AS revision
    FROM attendee a JOIN booking b ON b.id = a.booking_id
    WHERE a.id = $1 AND a.role = 'booker'`,
};

interface AttendeeRow {
  booking_id: string;
  organisation_id: string;
  ends_at: Date;
  revision: number;
}

async function loadAttendee(db: Database, attendeeId: string): Promise<KnownAttendee | null> {
  const [row] = await db.query<AttendeeRow>(GET_ATTENDEE, [attendeeId]);
  if (!row) return null;
  const actor: AttendeeActor = {
    kind: "attendee",
    organisationId: row.organisation_id,
    credentialId: attendeeId,
    bookingId: row.booking_id,
    scopes: new Set(SCOPES_OF.attendee),
  };
  return { actor, revision: row.revision, endsAt: row.ends_at };
}

function unauthenticated(): DomainError {
  return new DomainError("unauthenticated", { detail: "The link is none of ours, was revoked or has run out." });
}
