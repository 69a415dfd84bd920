import { enqueue } from "../job/enqueue.ts";
import type { DomainContext } from "../shared/context.ts";
import { toDomainEvent, type DomainEvent, type EventRow } from "./domain-event.ts";
import { eventsFor, type EventHandler, type HandlerContext } from "./event-handler.ts";

export type DispatchDeps = Pick<DomainContext, "db" | "clock" | "ids" | "log">;

/** `none`: nothing waits; `more`: there may be more at once; `later`: something waits, but not for us, or not yet. */
export type DispatchOutcome = "none" | "more" | "later";

const IS_WAITING = {
  name: "is_event_waiting",
  text: "SELECT EXISTS (SELECT FROM outbox_event WHERE position IS NULL) AS waiting",
};

/** Each row is locked until the handlers are done. */
const MOST_AT_ONCE = 200;

/**
 * Hands the events that come next to the handlers, and marks them, in one transaction: what a handler writes stands exactly when
 * they are marked. Any number of processes may call it; they take turns, and the turn of one that dies or hangs ends with
 * its connection (`idle_in_transaction_session_timeout`).
 */
export async function dispatchEvents(
  deps: DispatchDeps,
  handlers: readonly EventHandler[],
  most = MOST_AT_ONCE,
): Promise<DispatchOutcome> {
  const [{ waiting } = { waiting: false }] = await deps.db.query<{ waiting: boolean }>(IS_WAITING, []);
  if (!waiting) return "none";
  const { clock, ids, log } = deps;
  const taken = await deps.db.transaction(async (tx) => {
    const [row] = await tx.$queryRaw<[{ events: WrittenRow[] | null }]>`
      SELECT take_events(${most}::int, ${clock.now()}::timestamptz) AS events`;
    const events = (row.events ?? []).map(toEvent);
    for (const handler of handlers) await tell({ tx, clock, ids, log }, handler, eventsFor(handler, events));
    return events.length;
  });
  return taken > 0 ? "more" : "later";
}

type WrittenRow = Omit<EventRow, "occurredAt"> & { occurredAt: string };

function toEvent(row: WrittenRow): DomainEvent {
  return toDomainEvent({ ...row, occurredAt: new Date(row.occurredAt) });
}

/**
 * A handler that fails holds up neither the others nor what comes later: it is told of the events one by one, and of those
 * that it still cannot handle by a job, which is tried again and may end among the dead letters.
 */
async function tell(ctx: HandlerContext, handler: EventHandler, events: readonly DomainEvent[]): Promise<void> {
  if (events.length === 0 || (await isHandled(ctx, handler, events))) return;
  for (const event of events) {
    if (events.length > 1 && (await isHandled(ctx, handler, [event]))) continue;
    const { id: eventId, organisationId, subjectId, requestId, traceId } = event;
    const data = { handler: handler.name, eventId };
    await enqueue(ctx, ctx.tx, [{ kind: "handle-event", data, organisationId, subjectId, requestId, traceId }]);
  }
}

async function isHandled(ctx: HandlerContext, handler: EventHandler, events: readonly DomainEvent[]): Promise<boolean> {
  const { tx, log } = ctx;
  await tx.$executeRaw`SAVEPOINT handler`;
  try {
    await handler.handle(ctx, events);
    await tx.$executeRaw`RELEASE SAVEPOINT handler`;
    return true;
  } catch (error) {
    // Where the connection is lost this fails too, and with it the whole transaction.
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT handler`;
    log.error({ handler: handler.name, eventIds: events.map(({ id }) => id), err: error }, "a handler failed");
    return false;
  }
}
