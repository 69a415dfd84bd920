import { SCOPES_OF } from "../../src/domain/access/rules.ts";
import { SCOPES, type Actor, type Role, type Scope } from "../../src/domain/shared/actor.ts";
import type { Clock } from "../../src/domain/shared/clock.ts";
import type { DomainContext } from "../../src/domain/shared/context.ts";
import { createDatabase, type Database } from "../../src/domain/shared/database.ts";
import { newId } from "../../src/domain/shared/ids.ts";
import type { Log } from "../../src/domain/shared/log.ts";
import { createListLog } from "./list-log.ts";
import { createTestDatabase } from "./test-database.ts";

/** The instant at which every test begins: a Monday. */
export const NOW = "2026-11-23T08:00:00.000Z";

/** A clock that stands still until it is moved. */
export interface MovableClock extends Clock {
  moveTo(instant: string): void;
  advance(ms: number): void;
}

export interface LogLine {
  level: keyof Log;
  fields: object;
  message: string;
}

/** A migrated database of one's own, with a clock and the log lines that were written. */
export interface TestDomain {
  db: Database;
  clock: MovableClock;
  logged: LogLine[];
  addOrganisation(options?: { mode?: "live" | "test" }): Promise<TestOrganisation>;
  close(): Promise<void>;
}

/** An organisation with a member of each role, all in Europe/Berlin, none with a schedule. */
export interface TestOrganisation {
  id: string;
  ownerId: string;
  adminId: string;
  memberId: string;
  addMember(role?: Role): Promise<string>;
  /** A secret key of this member, with all scopes or the given ones. */
  as(memberId: string, scopes?: readonly Scope[]): DomainContext;
  asPublic(): DomainContext;
}

export async function createTestDomain(): Promise<TestDomain> {
  const database = await createTestDatabase();
  const db = createDatabase(database.pool);
  const clock = createMovableClock(NOW);
  const logged: LogLine[] = [];
  const deps = { db, clock, ids: newId, log: createListLog(logged) };
  return {
    db,
    clock,
    logged,
    addOrganisation: ({ mode = "live" } = {}) => addOrganisation(deps, mode),
    close: () => database.drop(),
  };
}

export function createMovableClock(start: string): MovableClock {
  let now = Date.parse(start);
  return {
    now: () => new Date(now),
    moveTo: (instant) => void (now = Date.parse(instant)),
    advance: (ms) => void (now += ms),
  };
}

type Deps = Pick<DomainContext, "db" | "clock" | "ids" | "log">;

async function addOrganisation(deps: Deps, mode: "live" | "test"): Promise<TestOrganisation> {
  const id = newId("organisation");
  const now = deps.clock.now();
  await deps.db.prisma.organisation.create({ data: { id, name: "Clinic", mode, createdAt: now, updatedAt: now } });
  const roles = new Map<string, Role>();
  const addMember = async (role: Role = "member") => {
    const memberId = await insertMember(deps, id, role);
    roles.set(memberId, role);
    return memberId;
  };
  return {
    id,
    ownerId: await addMember("owner"),
    adminId: await addMember("admin"),
    memberId: await addMember("member"),
    addMember,
    as: (memberId, scopes = SCOPES) =>
      toContext(deps, {
        kind: "secret_key",
        organisationId: id,
        credentialId: newId("apiKey"),
        memberId,
        role: roles.get(memberId)!,
        scopes: new Set(scopes),
      }),
    asPublic: () =>
      toContext(deps, {
        kind: "publishable_key",
        allowedOrigins: new Set(),
        organisationId: id,
        credentialId: newId("apiKey"),
        scopes: new Set(SCOPES_OF.publishable_key),
      }),
  };
}

function toContext(deps: Deps, actor: Actor): DomainContext {
  return { ...deps, actor, request: { requestId: "test", address: "192.0.2.1", userAgent: null } };
}

async function insertMember({ db, clock }: Deps, organisationId: string, role: Role): Promise<string> {
  const id = newId("member");
  const now = clock.now();
  await db.prisma.member.create({
    data: {
      id,
      organisationId,
      name: "Ada",
      email: `${id}@example.com`,
      role,
      timeZone: "Europe/Berlin",
      locale: "en",
      version: 1,
      createdAt: now,
      updatedAt: now,
    },
  });
  return id;
}
