import type { EventType } from "../../generated/events.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import type { DomainEvent } from "./domain-event.ts";

/**
 * Somebody who wants to know of events: webhooks, notifications, the event stream. He is told of each at least once, as a rule
 * exactly once, in the order of `take_events`.
 */
export interface EventHandler {
  /** Kept with what it could not handle, so it stays as it is. */
  name: string;
  /** Left out: all. */
  types?: readonly EventType[];
  /**
   * Writes down what is to follow, as jobs, in the transaction that marks the events. It asks nobody outside: all that is
   * slow or may fail is a job's. Gets the events of several organisations at once.
   */
  handle(ctx: HandlerContext, events: readonly DomainEvent[]): Promise<void>;
}

export interface HandlerContext extends Pick<DomainContext, "clock" | "ids" | "log"> {
  tx: Transaction;
}

/** Those of the events that the handler wants to know of. */
export function eventsFor({ types }: EventHandler, events: readonly DomainEvent[]): readonly DomainEvent[] {
  return types ? events.filter(({ type }) => types.includes(type)) : events;
}
