import { LRUCache } from "lru-cache";
import type { MemberLimit } from "../booking-limit/booking-limit.ts";
import type { RuleName } from "../access/rules.ts";
import type { Prisma } from "../../generated/prisma/client.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Database } from "../shared/database.ts";
import { DomainError, notFound, type ErrorCode } from "../shared/errors.ts";
import { isId, uuidOf } from "../shared/ids.ts";
import type { ScheduleHours } from "../schedule/schedule.ts";
import { toEventType, type EventType, type EventTypeHost } from "./event-type.ts";
import { isEventTypeVisible } from "./event-type.scope.ts";
import { loadNeeds, type ResourceNeed, type ResourceTerms } from "./resource-needs.ts";

/** A host as far as his time is concerned, and his turn. */
export interface OfferingHost extends Omit<EventTypeHost, "scheduleId"> {
  /** What his claims are filed under. */
  subjectId: string;
  /** Hosts whose hours are alike share one object: what is laid out for one is laid out for all. */
  schedule: ScheduleHours;
  /** His own, whatever the event type. */
  limits: readonly MemberLimit[];
}

/** An event type with the hours of its hosts and of the resources that it needs, and the versions (`terms`) that the SQL functions check it by. */
export interface Offering {
  eventType: EventType;
  hosts: OfferingHost[];
  needs: ResourceNeed[];
  terms: Terms;
}

/** The `p_terms` argument of the SQL functions. */
export interface Terms {
  event_type_id: string;
  event_type_version: number;
  members: Record<string, number>;
  schedules: Record<string, number>;
  /** Left out where none is needed. */
  resources?: ResourceTerms;
}

/** Offerings held in memory, apart for each database. */
const caches = new WeakMap<Database, LRUCache<string, Offering>>();
const OFFERINGS_HELD = 5_000;

/** What `work` returns when the database told it that the offering is outdated. */
export const OUTDATED = Symbol("outdated offering");

/** Refusals that were made with a look at the database which found the terms current (`refuseSlot`, `readOutlook`). */
const IS_CURRENT: ReadonlySet<ErrorCode> = new Set(["slot_unavailable", "series_unavailable"]);

/** Terms, or a booking, that keep changing under a command end it after so many tries; see change-booking.ts. */
const TRIES = 100;

/** What it is asked for. */
export interface OfferingUse {
  /** Says which event types the actor may do it with. */
  rule: RuleName;
  /** For bookings whose event type was deleted since. */
  deletedToo?: boolean;
}

/**
 * Decides with an offering from memory, and decides again when it proves outdated: what is refused with an old offering
 * may be fine with the new one, so a refusal counts only while its terms are current.
 * @throws not_found, forbidden, overloaded, and whatever `work` throws
 */
export function usingOffering<Result>(
  ctx: DomainContext,
  eventTypeId: string,
  work: (offering: Offering) => Promise<Result | typeof OUTDATED>,
  use: OfferingUse,
): Promise<Result> {
  return usingOfferings(ctx, [eventTypeId], ([offering]) => work(offering!), use);
}

/** The same with several, in the order of their identifiers; one that proves outdated has all of them read again. */
export async function usingOfferings<Result>(
  ctx: DomainContext,
  eventTypeIds: readonly string[],
  work: (offerings: readonly Offering[]) => Promise<Result | typeof OUTDATED>,
  use: OfferingUse,
): Promise<Result> {
  for (let tries = 0; tries < TRIES; tries++) {
    const offerings = await getOfferings(ctx, eventTypeIds, use);
    try {
      const result = await work(offerings);
      if (result !== OUTDATED) return result;
    } catch (error) {
      if (!(error instanceof DomainError) || IS_CURRENT.has(error.code) || (await areCurrent(ctx, offerings)))
        throw error;
    }
    for (const id of eventTypeIds) cacheOf(ctx.db).delete(id);
  }
  throw new DomainError("overloaded", {
    detail: "The event type or its schedules kept changing; nothing was done.",
    retryAfterSeconds: 1,
  });
}

async function getOfferings(
  ctx: DomainContext,
  ids: readonly string[],
  { rule, deletedToo = false }: OfferingUse,
): Promise<Offering[]> {
  const isOpen = ({ eventType }: Offering) =>
    isEventTypeVisible(ctx, eventType, rule) && (deletedToo || eventType.deletedAt === null);

  if (!ids.every((id) => isId(id, "eventType"))) throw notFound("event type");
  const cache = cacheOf(ctx.db);
  const held = (id: string) => {
    const offering = cache.get(id);
    return offering && isOpen(offering) ? offering : undefined;
  };
  const missing = ids.filter((id) => !held(id));
  const loaded = new Map(missing.length > 0 ? await loadOfferings(ctx, missing) : []);
  return ids.map((id) => {
    const offering = loaded.get(id) ?? held(id);
    if (!offering || !isOpen(offering)) throw notFound("event type");
    cache.set(id, offering);
    return offering;
  });
}

async function areCurrent(ctx: DomainContext, offerings: readonly Offering[]): Promise<boolean> {
  const current = await Promise.all(offerings.map(({ terms }) => ctx.db.call<boolean>("terms_are_current", [terms])));
  return !current.includes(false);
}

/** The same offering with more members as hosts, who work by their default schedules. @throws not_found */
export async function withOtherHosts(
  ctx: DomainContext,
  offering: Offering,
  memberIds: readonly string[],
): Promise<Offering> {
  if (memberIds.length === 0) return offering;
  const members = await ctx.db.prisma.member.findMany({
    where: { id: { in: [...memberIds] }, organisationId: ctx.actor.organisationId, deletedAt: null },
    include: { defaultSchedule: true },
  });
  if (members.length < memberIds.length) throw notFound("member");
  const terms = structuredClone(offering.terms);
  const others = members.map((member) => toHost(terms, AS_ANYBODY, member, member.defaultSchedule));
  return { ...offering, hosts: [...offering.hosts, ...others], terms };
}

const AS_ANYBODY = { fixed: false, weight: 1, priority: 0, bufferBeforeMinutes: null, bufferAfterMinutes: null };

function cacheOf(db: Database): LRUCache<string, Offering> {
  let cache = caches.get(db);
  if (!cache) caches.set(db, (cache = new LRUCache({ max: OFFERINGS_HELD })));
  return cache;
}

const WITH_HOURS = {
  hosts: {
    orderBy: { position: "asc" },
    include: { schedule: true, member: { include: { defaultSchedule: true } } },
  },
  resources: { orderBy: { position: "asc" } },
} satisfies Prisma.EventTypeInclude;

async function loadOfferings(ctx: DomainContext, ids: string[]): Promise<[string, Offering][]> {
  const found = await ctx.db.prisma.eventType.findMany({ where: { id: { in: ids } }, include: WITH_HOURS });
  return Promise.all(
    found.map(async (rows) => [rows.id, await withNeeds(ctx, toOffering(rows))] as [string, Offering]),
  );
}

async function withNeeds(ctx: DomainContext, offering: Offering): Promise<Offering> {
  const { organisationId, resources } = offering.eventType;
  const { needs, terms } = await loadNeeds(ctx, organisationId, resources);
  return terms ? { ...offering, needs, terms: { ...offering.terms, resources: terms } } : offering;
}

function toOffering(rows: Prisma.EventTypeGetPayload<{ include: typeof WITH_HOURS }>): Offering {
  const terms: Terms = { event_type_id: rows.id, event_type_version: rows.version, members: {}, schedules: {} };
  const alike = new Map<string, ScheduleHours>();
  const hosts = rows.hosts.map(({ member, schedule, ...turn }) => {
    const host = toHost(terms, turn, member, schedule ?? member.defaultSchedule);
    const hours = JSON.stringify(host.schedule);
    const shared = alike.get(hours) ?? host.schedule;
    alike.set(hours, shared);
    return { ...host, schedule: shared };
  });
  return { eventType: toEventType(rows), hosts, needs: [], terms };
}

interface MemberRow {
  id: string;
  timeZone: string;
  limits: unknown;
  version: number;
}

interface ScheduleRow {
  id: string;
  version: number;
  timeZone: string;
  weekly: unknown;
  overrides: unknown;
  rules: unknown;
  breaks: unknown;
  holidays: unknown;
  travel: unknown;
}

/** A host, whose versions are added to the terms. A member without a schedule has no working time. */
function toHost(
  terms: Terms,
  { fixed, weight, priority, bufferBeforeMinutes, bufferAfterMinutes }: Omit<EventTypeHost, "memberId" | "scheduleId">,
  member: MemberRow,
  used: ScheduleRow | null,
): OfferingHost {
  terms.members[member.id] = member.version;
  if (used) terms.schedules[used.id] = used.version;
  return {
    memberId: member.id,
    subjectId: uuidOf(member.id),
    schedule: used ? toHours(used) : { timeZone: member.timeZone, weekly: [], overrides: [] },
    limits: member.limits as MemberLimit[],
    fixed,
    weight,
    priority,
    bufferBeforeMinutes,
    bufferAfterMinutes,
  };
}

function toHours({ timeZone, weekly, overrides, rules, breaks, holidays, travel }: ScheduleRow): ScheduleHours {
  return { timeZone, weekly, overrides, rules, breaks, holidays, travel } as ScheduleHours;
}
