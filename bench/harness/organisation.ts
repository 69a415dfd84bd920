import type pg from "pg";
import { createArgon2PasswordHasher } from "../../src/adapters/password-hasher/argon2/argon2-password-hasher.ts";
import { createApiKey } from "../../src/domain/access/create-api-key.ts";
import { createBooking } from "../../src/domain/booking/create-booking.ts";
import { createEventType } from "../../src/domain/event-type/create-event-type.ts";
import { createMember } from "../../src/domain/identity/create-member.ts";
import { createOrganisation } from "../../src/domain/identity/create-organisation.ts";
import { createSchedule } from "../../src/domain/schedule/create-schedule.ts";
import type { WeeklyRule } from "../../src/domain/schedule/schedule.ts";
import { SCOPES } from "../../src/domain/shared/actor.ts";
import { systemClock } from "../../src/main/system-clock.ts";
import type { DomainContext } from "../../src/domain/shared/context.ts";
import { createDatabase } from "../../src/domain/shared/database.ts";
import { newId } from "../../src/domain/shared/ids.ts";
import type { Log } from "../../src/domain/shared/log.ts";

export const SILENT_LOG: Log = { debug() {}, info() {}, warn() {}, error() {} };

export interface HoursInput {
  timeZone: string;
  weekly: WeeklyRule[];
}

/** Hours of a host, and how his one event type is cut. */
export interface HostInput extends HoursInput {
  durationMinutes: number;
}

export interface BenchHost {
  eventTypeId: string;
  /** Books without HTTP, for what shall be there before the clock starts. */
  book(startsAt: Date): Promise<void>;
}

export interface BenchOrganisation {
  id: string;
  /** A secret key with all scopes. */
  apiKey: string;
  /** A member with a schedule, and an event type of his that can be booked at any time to come. */
  addHost(input: HostInput): Promise<BenchHost>;
  /** A member with a schedule. @returns the member's identifier */
  addMember(input: HoursInput): Promise<string>;
  /** An event type that one of these hosts serves, half an hour every quarter. @returns its identifier */
  addRoundRobin(memberIds: readonly string[]): Promise<string>;
}

export async function addOrganisation(pool: pg.Pool): Promise<BenchOrganisation> {
  const deps = { db: createDatabase(pool), clock: systemClock, ids: newId };
  const owner = { name: "Ada", email: "ada@bench.example", password: newId("user"), timeZone: "UTC", locale: "en" };
  const named = { name: "Bench", mode: "live" as const, owner };
  const passwordHasher = createArgon2PasswordHasher();
  const { organisationId, ownerMemberId } = await createOrganisation({ ...deps, passwordHasher }, named);
  const ctx: DomainContext = {
    ...deps,
    log: SILENT_LOG,
    actor: {
      kind: "secret_key",
      organisationId,
      credentialId: ownerMemberId,
      memberId: ownerMemberId,
      role: "owner",
      scopes: new Set(SCOPES),
    },
    request: { requestId: "bench", address: null, userAgent: null },
  };
  const { secret } = await createApiKey(ctx, { name: "Bench" });
  return {
    id: organisationId,
    apiKey: secret,
    addHost: (input) => addHost(ctx, input),
    addMember: (input) => addMember(ctx, input),
    addRoundRobin: (memberIds) => addRoundRobin(ctx, memberIds),
  };
}

async function addMember(ctx: DomainContext, { timeZone, weekly }: HoursInput): Promise<string> {
  const { id: memberId } = await createMember(ctx, { name: "Host", email: `${newId("user")}@bench.example`, timeZone });
  await createSchedule(ctx, { name: "Hours", memberId, timeZone, weekly });
  return memberId;
}

async function addRoundRobin(ctx: DomainContext, memberIds: readonly string[]): Promise<string> {
  const { id } = await createEventType(ctx, {
    title: "Consultation",
    assignment: "round_robin",
    hosts: memberIds.map((memberId) => ({ memberId })),
    durationsMinutes: [30],
    slotIntervalMinutes: 15,
    bookingWindow: null,
  });
  return id;
}

async function addHost(ctx: DomainContext, { timeZone, weekly, durationMinutes }: HostInput): Promise<BenchHost> {
  const memberId = await addMember(ctx, { timeZone, weekly });
  const { id: eventTypeId } = await createEventType(ctx, {
    title: "Consultation",
    hosts: [{ memberId }],
    durationsMinutes: [durationMinutes],
    bookingWindow: null,
  });
  return {
    eventTypeId,
    async book(startsAt) {
      const attendee = { name: "Chidi Okonkwo", email: "chidi@example.com" };
      await createBooking(ctx, { eventTypeId, startsAt, timeZone, attendee, clientCreatedAt: ctx.clock.now() });
    },
  };
}
