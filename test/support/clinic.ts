import { createApiKey, type CreateApiKeyInput } from "../../src/domain/access/create-api-key.ts";
import { createEventType, type CreateEventTypeInput } from "../../src/domain/event-type/create-event-type.ts";
import type { EventType } from "../../src/domain/event-type/event-type.ts";
import { createMember } from "../../src/domain/identity/create-member.ts";
import { createOrganisation } from "../../src/domain/identity/create-organisation.ts";
import { createSchedule } from "../../src/domain/schedule/create-schedule.ts";
import type { Schedule } from "../../src/domain/schedule/schedule-rows.ts";
import type { DateOverride } from "../../src/domain/schedule/schedule.ts";
import { SCOPES, type Role } from "../../src/domain/shared/actor.ts";
import type { Clock } from "../../src/domain/shared/clock.ts";
import type { DomainContext } from "../../src/domain/shared/context.ts";
import type { Database } from "../../src/domain/shared/database.ts";
import { newId } from "../../src/domain/shared/ids.ts";
import { createListLog } from "./list-log.ts";
import { TEST_PASSWORD_HASHER } from "./password-hasher.ts";

/** Somebody of the organisation, with a secret key of all scopes and a default schedule. */
export interface Person {
  memberId: string;
  scheduleId: string;
  key: string;
  keyId: string;
}

/** What a test must know of a clinic that a database holds; JSON can hold it. */
export interface ClinicFacts {
  organisationId: string;
  owner: Person;
  admin: Person;
  member: Person;
  publishableKey: string;
  /** What the owner logs in by. */
  ownerLogIn: { email: string; password: string };
}

/**
 * An organisation in Europe/Berlin. Everybody works 09:00 to 17:00 from Monday to Friday; 2026-11-26, a Thursday, is a day
 * off, and on 2026-11-28, a Saturday, they work from 10:00 to 12:00.
 */
export interface Clinic extends ClinicFacts {
  /** Hosted by the owner unless told otherwise, with no limit ahead. */
  addEventType: (input?: Partial<CreateEventTypeInput>) => Promise<EventType>;
  addPerson: (role?: Role) => Promise<Person>;
  /** One more, which nothing uses; the owner's where nobody else is named. */
  addSchedule: (memberId?: string) => Promise<Schedule>;
  /** A key that acts for the owner. */
  addKey: (input: Omit<CreateApiKeyInput, "name">) => Promise<{ id: string; key: string }>;
  /** The owner as the domain knows him. */
  asOwner: DomainContext;
}

const TIME_ZONE = "Europe/Berlin";
const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday"] as const;
const OVERRIDES: DateOverride[] = [
  { date: "2026-11-26", intervals: [] },
  { date: "2026-11-28", intervals: [{ start: "10:00", end: "12:00" }] },
];

export async function createClinic(db: Database, clock: Clock, name: string): Promise<Clinic> {
  return openClinic(db, clock, await foundClinic(db, clock, name));
}

/** Puts a clinic into the database. */
export async function foundClinic(db: Database, clock: Clock, name: string): Promise<ClinicFacts> {
  const deps = depsOf(db, clock);
  const person = { name: `${name} owner`, email: `owner@${name}.example`, timeZone: TIME_ZONE, locale: "en" };
  const password = "correct horse battery staple";
  const owned = { name, mode: "live" as const, owner: { ...person, password } };
  const { organisationId, ownerMemberId } = await createOrganisation(
    { ...deps, passwordHasher: TEST_PASSWORD_HASHER },
    owned,
  );
  const as = actorsOf(deps, organisationId);
  const asOwner = as(ownerMemberId, "owner");
  const addPerson = (role: Role) => addPersonTo(as, asOwner, name, role);
  return {
    organisationId,
    owner: await settle(as, ownerMemberId, "owner"),
    ownerLogIn: { email: person.email, password },
    admin: await addPerson("admin"),
    member: await addPerson("member"),
    publishableKey: (await createApiKey(asOwner, { name: "web", kind: "publishable" })).secret,
  };
}

/** A clinic that is in the database, with what tests do in it. */
export function openClinic(db: Database, clock: Clock, facts: ClinicFacts): Clinic {
  const as = actorsOf(depsOf(db, clock), facts.organisationId);
  const asOwner = as(facts.owner.memberId, "owner");
  const name = facts.ownerLogIn.email.replace(/^owner@|\.example$/g, "");
  return {
    ...facts,
    addEventType: (input) => createEventType(asOwner, { title: "Visit", bookingWindow: null, ...input }),
    addPerson: (role = "member") => addPersonTo(as, asOwner, name, role),
    addSchedule: (memberId) => createSchedule(asOwner, { name: "Other hours", memberId, timeZone: TIME_ZONE }),
    async addKey(input) {
      const { apiKey, secret } = await createApiKey(asOwner, { name: "key", ...input });
      return { id: apiKey.id, key: secret };
    },
    asOwner,
  };
}

type Deps = Pick<DomainContext, "db" | "clock" | "ids" | "log">;
type ActorOf = (memberId: string, role: Role) => DomainContext;

function depsOf(db: Database, clock: Clock): Deps {
  return { db, clock, ids: newId, log: createListLog([]) };
}

function actorsOf(deps: Deps, organisationId: string): ActorOf {
  return (memberId, role) => ({
    ...deps,
    actor: {
      kind: "secret_key",
      organisationId,
      memberId,
      role,
      credentialId: newId("apiKey"),
      scopes: new Set(SCOPES),
    },
    request: { requestId: "set-up", address: null, userAgent: null },
  });
}

async function addPersonTo(as: ActorOf, asOwner: DomainContext, clinic: string, role: Role): Promise<Person> {
  const { id } = await createMember(asOwner, {
    name: role,
    email: `${newId("member")}@${clinic}.example`,
    role: role === "owner" ? "admin" : role,
    timeZone: TIME_ZONE,
  });
  return settle(as, id, role);
}

/** A key may be made by owners and admins only; a plain member was one of them when his was made. */
async function settle(as: ActorOf, memberId: string, role: Role): Promise<Person> {
  const hours = { days: [...WEEKDAYS], start: "09:00", end: "17:00" };
  const schedule = { name: "Hours", timeZone: TIME_ZONE, weekly: [hours], overrides: OVERRIDES };
  const { id: scheduleId } = await createSchedule(as(memberId, role), schedule);
  const { apiKey, secret } = await createApiKey(as(memberId, "admin"), { name: role });
  return { memberId, scheduleId, key: secret, keyId: apiKey.id };
}
