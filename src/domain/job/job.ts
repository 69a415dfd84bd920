import type { EventType } from "../../generated/events.ts";
import type { Written } from "../outbox/domain-event.ts";

/** What each kind of job is told, as JSON. A new kind has its row here and its file in src/jobs. The names are for ever: rows have them. */
export interface JobData {
  "decline-expired-bookings": Nothing;
  "delete-dead-tokens": Nothing;
  "delete-expired-holds": Nothing;
  "delete-old-rows": Nothing;
  "deliver-webhook": { deliveryId: string; attempt: number };
  "forget-availability-changes": Nothing;
  "offer-freed-times": Nothing;
  "send-notification": { notificationId: string };
  "replay-webhook-events": ReplayData;
  "send-outgoing-mail": Nothing;
  "process-received-event": { receivedEventId: string };
  "handle-event": { handler: string; eventId: string };
}

interface ReplayData {
  replayId: string;
  endpointId: string;
  from: Date;
  to: Date;
  types: EventType[];
  /** Places of events. */
  upTo: string;
  after: string;
}

type Nothing = Record<string, never>;

export type JobKindName = keyof JobData;

/** Work that follows from something, and outlives the process that it is done in. */
export interface Job<Kind extends JobKindName = JobKindName> {
  id: string;
  kind: Kind;
  data: Written<JobData[Kind]>;
  /** Null: the house's own. */
  organisationId: string | null;
  /** The object that it is about. */
  subjectId: string | null;
  /** What shares a limit with it, such as one endpoint's deliveries. */
  lane: string | null;
  /** Of the command that it follows from. */
  requestId: string;
  traceId: string | null;
  /** How often it was begun, this time counted. Whoever has begun it later has it: only he ends it. */
  attempts: number;
}

interface JobFailureOptions {
  retryAt?: Date;
  isFinal?: boolean;
  isAttempt?: boolean;
  cause?: unknown;
}

/**
 * Says more of a failure than that it is one. Any other error is tried again by the kind's own rule.
 *
 * Its message is read by the owners and admins of the organisation, as `lastError` of a dead letter: a sentence on what went
 * wrong, such as "The receiver answered 500.", in words of ours. It quotes nothing that came from outside, and names no
 * secret, address, number, name or text of a person.
 */
export class JobFailure extends Error {
  /** When to try again, where somebody has said so (`Retry-After`); the kind's rule otherwise. */
  readonly retryAt: Date | null;
  /** True: it is no use to try again. */
  readonly isFinal: boolean;
  /** False: nothing was tried, since a third party is not asked for now. It is one of the job's attempts no more. */
  readonly isAttempt: boolean;

  constructor(message: string, options: JobFailureOptions = {}) {
    super(message, { cause: options.cause });
    this.retryAt = options.retryAt ?? null;
    this.isFinal = options.isFinal ?? false;
    this.isAttempt = options.isAttempt ?? true;
  }
}
