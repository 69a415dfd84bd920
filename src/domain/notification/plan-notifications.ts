import { enqueue } from "../job/enqueue.ts";
import type { EventHandler, HandlerContext } from "../outbox/event-handler.ts";
import type { DomainEvent } from "../outbox/domain-event.ts";
import type { Transaction } from "../shared/database.ts";
import { channelsFor, type ChosenChannel, type ToTell } from "./channels-for.ts";
import type { Channel } from "./notification.ts";
import { recipientsOf, TOLD_EVENTS, type Recipient, type ToldEvent } from "./recipients-of.ts";

/**
 * From an event to its messages, in the transaction that marks it:
 *
 * 1. `recipientsOf` says whom it is told, and as what (pure);
 * 2. `channelsFor` says by which channels, and when: what people and organisations have chosen stands there;
 * 3. here a row and a job are written of each. The unique index `notification_of_event` lets there be one row of each event,
 *    person and channel, however often the event is handled.
 *
 * What the message says, to which address, and whether it may still go, is found out when the job runs (`send-notification.ts`).
 */
export const notificationHandler: EventHandler = {
  name: "notifications",
  types: TOLD_EVENTS,
  handle: (ctx, events) => planNotifications(ctx, events.filter(isToldEvent)),
};

function isToldEvent(event: DomainEvent): event is ToldEvent {
  return (TOLD_EVENTS as readonly string[]).includes(event.type);
}

/** What is known of a booking's earlier messages. */
interface Told {
  ids: Set<string | null>;
  /** The last of them was withheld since nobody has proven the address. */
  isUnproven: boolean;
}

async function planNotifications(ctx: HandlerContext, events: readonly ToldEvent[]): Promise<void> {
  const toldOf = await findTold(ctx.tx, events);
  const people: ToTell[] = [];
  for (const event of events)
    for (const recipient of recipientsOf(event)) {
      const told = toldOf(event.subjectId);
      if (recipient.ifTold && !isToldFurther(told, recipient)) continue;
      told.ids.add(recipient.id);
      told.isUnproven = recipient.withheld === "unproven";
      people.push({ event, recipient, earliest: earliestOf(ctx, event, recipient) });
    }
  const channels = await channelsFor(ctx, people);
  await writeRows(
    ctx,
    people.flatMap((person, index) => channels[index]!.map((chosen) => toRow(ctx, person, chosen))),
    events,
  );
}

/** Bookings of before there were notifications have none, and all who take part hear of them. */
function isToldFurther({ ids, isUnproven }: Told, { id }: Recipient): boolean {
  return !isUnproven && (ids.size === 0 || ids.has(id));
}

async function findTold(tx: Transaction, events: readonly ToldEvent[]): Promise<(bookingId: string) => Told> {
  const ofSome = events.filter((event) => recipientsOf(event).some(({ ifTold }) => ifTold));
  const bookingId = { in: [...new Set(ofSome.map(({ subjectId }) => subjectId))] };
  const select = { bookingId: true, recipientId: true, reason: true };
  const orderBy = [{ bookingVersion: "asc" as const }, { createdAt: "asc" as const }];
  const rows = bookingId.in.length > 0 ? await tx.notification.findMany({ where: { bookingId }, select, orderBy }) : [];
  const told = new Map<string, Told>();
  const of = (id: string) => {
    if (!told.has(id)) told.set(id, { ids: new Set(), isUnproven: false });
    return told.get(id)!;
  };
  for (const row of rows) {
    of(row.bookingId!).ids.add(row.recipientId);
    of(row.bookingId!).isUnproven = row.reason === "unproven";
  }
  return of;
}

/** A row of the table, as JSON populates it. */
export interface PlannedRow {
  id: string;
  organisation_id: string;
  booking_id: string;
  event_id: string | null;
  kind: string;
  channel: Channel;
  recipient_type: string;
  recipient_id: string | null;
  booking_version: number;
  gather_key: string | null;
  status: "planned" | "suppressed";
  reason: string | null;
  due_at: Date;
  attempts: 0;
  request_id: string;
  created_at: Date;
  updated_at: Date;
}

/** For so long messages that belong together are gathered: a series is confirmed booking by booking. */
const GATHERED_FOR_MS = 5_000;

function earliestOf({ clock }: HandlerContext, event: ToldEvent, recipient: Recipient): Date {
  const now = clock.now();
  return gatherKeyOf(event, recipient) === null ? now : new Date(now.getTime() + GATHERED_FOR_MS);
}

function toRow(
  { clock, ids }: HandlerContext,
  { event, recipient }: ToTell,
  { channel, dueAt, withheld }: ChosenChannel,
): PlannedRow {
  const now = clock.now();
  const { booking } = event.data;
  const reason = recipient.withheld ?? withheld ?? null;
  return {
    id: ids("notification"),
    organisation_id: event.organisationId,
    booking_id: booking.id,
    event_id: event.id,
    kind: recipient.kind,
    channel,
    recipient_type: recipient.type,
    recipient_id: recipient.id,
    booking_version: booking.version,
    gather_key: gatherKeyOf(event, recipient),
    status: reason === null ? "planned" : "suppressed",
    reason,
    due_at: dueAt,
    attempts: 0,
    request_id: event.requestId,
    created_at: now,
    updated_at: now,
  };
}

/** The bookings of a series, and to a host those of a group session, are told of in one message. */
function gatherKeyOf({ data: { booking } }: ToldEvent, { type }: Recipient): string | null {
  return booking.seriesId ?? (type === "host" ? booking.groupSessionId : null);
}

async function writeRows(
  ctx: HandlerContext,
  rows: readonly PlannedRow[],
  events: readonly ToldEvent[],
): Promise<void> {
  if (rows.length === 0) return;
  const added = await ctx.tx.$queryRaw<{ id: string }[]>`
    INSERT INTO notification SELECT * FROM jsonb_populate_recordset(NULL::notification, ${JSON.stringify(rows)}::jsonb)
    ON CONFLICT DO NOTHING RETURNING id`;
  const isNew = new Set(added.map(({ id }) => id));
  const origins = new Map(events.map((event) => [event.id, event]));
  const toSend = rows.filter(({ id, status }) => status === "planned" && isNew.has(id));
  const jobs = toSend.map(({ id, channel, due_at: dueAt, booking_id: subjectId, event_id: eventId }) => {
    const { organisationId, requestId, traceId } = origins.get(eventId!)!;
    const origin = { organisationId, subjectId, requestId, traceId };
    return {
      kind: "send-notification" as const,
      data: { notificationId: id },
      key: id,
      lane: channel,
      dueAt,
      ...origin,
    };
  });
  await enqueue(ctx, ctx.tx, jobs);
}
