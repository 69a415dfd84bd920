import { linkExpiry } from "../guest-link/guest-link.ts";
import { readGuestToken } from "../guest-link/guest-token.ts";
import type { AttendeeActor } from "../shared/actor.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Database } from "../shared/database.ts";
import { DomainError } from "../shared/errors.ts";
import { isId } from "../shared/ids.ts";
import type { Sealer } from "../shared/sealer.ts";
import { createLookUps, CREDENTIAL_HELD_MS } from "./look-ups.ts";
import { SCOPES_OF } from "./rules.ts";

/** An attendee, or somebody who waits, as he was found. */
interface KnownGuest {
  actor: AttendeeActor;
  revision: number;
  endsAt: Date;
}

/** By the identifier in the token. */
const lookUps = createLookUps<KnownGuest>(CREDENTIAL_HELD_MS);

/**
 * The attendee behind the token of his link, or whoever waits. One that was tampered with, revoked, or whose booking has long
 * ended gets one and the same answer.
 * @throws unauthenticated
 */
export async function authenticateGuest(
  { db, clock, sealer }: Pick<DomainContext, "db" | "clock"> & { sealer: Sealer },
  token: string,
): Promise<AttendeeActor> {
  const claims = readGuestToken(sealer, token);
  if (!claims) throw unauthenticated();
  const now = clock.now();
  const { guestId } = claims;
  const known = await lookUps.find(db, guestId, now.getTime(), () => loadGuest(db, guestId));
  if (!known || known.revision !== claims.revision || linkExpiry(known.endsAt) <= now) throw unauthenticated();
  return known.actor;
}

/** Makes the next call of this attendee ask the database. */
export function forgetAttendee(db: Database, attendeeId: string): void {
  lookUps.forget(db, attendeeId);
}

const GET_ATTENDEE = {
  name: "get_attendee",
  text: `SELECT a.booking_id AS object_id, b.organisation_id, b.ends_at, coalesce(a.link_revision, 0) AS revision
    FROM attendee a JOIN booking b ON b.id = a.booking_id
    WHERE a.id = $1 AND a.role = 'booker'`,
};

/** Whoever waits is known by his entry. */
const GET_WAITING = {
  name: "get_waiting",
  text: `SELECT id AS object_id, organisation_id, range_to AS ends_at, 0 AS revision FROM waiting_list_entry WHERE id = $1`,
};

interface GuestRow {
  object_id: string;
  organisation_id: string;
  ends_at: Date;
  revision: number;
}

async function loadGuest(db: Database, guestId: string): Promise<KnownGuest | null> {
  const [row] = await db.query<GuestRow>(isId(guestId, "attendee") ? GET_ATTENDEE : GET_WAITING, [guestId]);
  if (!row) return null;
  const actor: AttendeeActor = {
    kind: "attendee",
    organisationId: row.organisation_id,
    credentialId: guestId,
    objectId: row.object_id,
    scopes: new Set(SCOPES_OF.attendee),
  };
  return { actor, revision: row.revision, endsAt: row.ends_at };
}

function unauthenticated(): DomainError {
  return new DomainError("unauthenticated", { detail: "The link is none of ours, was revoked or has run out." });
}
