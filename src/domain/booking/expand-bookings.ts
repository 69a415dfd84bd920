import type { Prisma } from "../../generated/prisma/client.ts";
import { WITH_NEEDED } from "../event-type/event-type-rows.ts";
import { toEventType, type EventType } from "../event-type/event-type.ts";
import { assertMay } from "../access/may.ts";
import { EXPANSIONS } from "../access/policy.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Booking } from "./booking.ts";

/** One line of a booking's life, oldest first. */
export interface HistoryLine {
  action: string;
  at: Date;
  /** The member, or the credential where no member stands behind it. */
  actorId: string;
  reason: string | null;
  changes: Record<string, [unknown, unknown]> | null;
}

export interface HostSummary {
  id: string;
  name: string;
  email: string;
  timeZone: string;
}

/** The heavy objects beside bookings that are in the actor's hands already; only what was asked for is there. */
export interface ExpandedBooking {
  booking: Booking;
  hosts?: HostSummary[];
  /** Also when it was deleted since. */
  eventType?: EventType;
  history?: HistoryLine[];
}

type AuditLine = Prisma.AuditEntryGetPayload<{ include: { origin: { select: { reason: true } } } }>;

export type BookingExpansion = keyof typeof EXPANSIONS;

/** Loads what was asked for, one statement a kind. @throws forbidden for what the actor could not read by itself */
export async function expandBookings(
  ctx: DomainContext,
  bookings: Booking[],
  expansions: readonly BookingExpansion[] = [],
): Promise<ExpandedBooking[]> {
  for (const expansion of expansions) assertMay(ctx.actor, EXPANSIONS[expansion]);
  const [hosts, eventTypes, histories] = await Promise.all([
    expansions.includes("host") ? loadHosts(ctx, bookings) : null,
    expansions.includes("eventType") ? loadEventTypes(ctx, bookings) : null,
    expansions.includes("history") ? loadHistories(ctx, bookings) : null,
  ]);
  return bookings.map((booking) => ({
    booking,
    ...(hosts && { hosts: booking.hostIds.flatMap((id) => hosts.get(id) ?? []) }),
    ...(eventTypes && { eventType: eventTypes.get(booking.eventTypeId) }),
    ...(histories && { history: histories.get(booking.id) ?? [] }),
  }));
}

async function loadHosts(ctx: DomainContext, bookings: Booking[]): Promise<Map<string, HostSummary>> {
  const members = await ctx.db.prisma.member.findMany({
    where: { id: { in: distinct(bookings.flatMap(({ hostIds }) => hostIds)) } },
    select: { id: true, name: true, email: true, timeZone: true },
  });
  return new Map(members.map((member) => [member.id, member]));
}

async function loadEventTypes(ctx: DomainContext, bookings: Booking[]): Promise<Map<string, EventType>> {
  const rows = await ctx.db.prisma.eventType.findMany({
    where: { id: { in: distinct(bookings.map(({ eventTypeId }) => eventTypeId)) } },
    include: WITH_NEEDED,
  });
  return new Map(rows.map((row) => [row.id, toEventType(row)]));
}

async function loadHistories(ctx: DomainContext, bookings: Booking[]): Promise<Map<string, HistoryLine[]>> {
  const entries = await ctx.db.prisma.auditEntry.findMany({
    where: { objectId: { in: bookings.map(({ id }) => id) } },
    include: { origin: { select: { reason: true } } },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  const histories = Map.groupBy(entries, ({ objectId }) => objectId);
  return new Map([...histories].map(([bookingId, lines]) => [bookingId, lines.map(toHistoryLine)]));
}

function toHistoryLine({ action, at, memberId, actorId, origin, changes }: AuditLine): HistoryLine {
  return {
    action,
    at,
    actorId: memberId ?? actorId,
    reason: origin?.reason ?? null,
    changes: changes as HistoryLine["changes"],
  };
}

function distinct(ids: string[]): string[] {
  return [...new Set(ids)];
}
