import type { Actor } from "./actor.ts";
import type { Clock } from "./clock.ts";
import type { Database } from "./database.ts";
import type { IdFactory } from "./ids.ts";
import type { Log } from "./log.ts";
import type { IdempotentCall } from "./idempotency.ts";

/** What every use case is given, first. */
export interface DomainContext {
  db: Database;
  clock: Clock;
  ids: IdFactory;
  log: Log;
  actor: Actor;
  request: RequestOrigin;
  /** Set when the caller sent an idempotency key: the command keeps its answer with its effect. */
  once?: IdempotentCall;
}

/** Where a command came from. The address and the agent are personal: they are kept apart from the audit line. */
export interface RequestOrigin {
  requestId: string;
  /** Of the trace that the request came with (W3C Trace Context), 32 hex digits. */
  traceId?: string;
  address: string | null;
  userAgent: string | null;
}
