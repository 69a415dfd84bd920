import { JobFailure } from "../job/job.ts";
import { notFound } from "../shared/errors.ts";
import { toDomainEvent } from "./domain-event.ts";
import type { DispatchDeps } from "./dispatch-events.ts";
import type { EventHandler } from "./event-handler.ts";

/** Tells a handler once more of an event that it could not handle. @throws what the handler throws */
export async function handleEvent(
  deps: DispatchDeps,
  handlers: readonly EventHandler[],
  { handler: name, eventId }: { handler: string; eventId: string },
): Promise<void> {
  const handler = handlers.find((each) => each.name === name);
  if (!handler) throw new JobFailure(`There is no handler ${name}.`);
  const { clock, ids, log } = deps;
  await deps.db.transaction(async (tx) => {
    const row = await tx.outboxEvent.findUnique({ where: { id: eventId } });
    if (!row) throw notFound("event");
    await handler.handle({ tx, clock, ids, log }, [toDomainEvent(row)]);
  });
}
