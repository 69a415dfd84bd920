import { EVENT_VERSIONS, type EventData, type EventType } from "../../generated/events.ts";
import { toMailRow, type QueuedMail } from "../mail/outgoing-mail.ts";
import { memberIdOf } from "../shared/actor.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";

interface RecordOf {
  /** The event's name, which is the audit line's action too: `booking.created`. */
  type: string;
  objectId: string;
  /** Old and new values of what is not personal. */
  changes?: Record<string, [unknown, unknown]>;
  /** Free text of the actor; may be personal. */
  reason?: string | null;
}

/** An event of one type: its data go by the schema of contracts/events. */
type EventRecord<Type extends EventType> = RecordOf & {
  type: Type;
  payload: EventData[Type];
  /** Goes out with it. */
  mail?: QueuedMail;
};

/** What a command did, to be told to others and kept for ever. */
export type CommandRecord = { [Type in EventType]: EventRecord<Type> }[EventType];

/** What is no command, and is told to nobody. */
export interface AuditRecord extends RecordOf {
  /** `done` when left out. */
  outcome?: "done" | "refused";
}

/** Of a context, what an event and an audit line tell of. */
export type Recorder = Pick<DomainContext, "ids" | "clock" | "actor" | "request">;

/** The `p_event` argument of the SQL functions: the event, and the mail that goes with it. */
export function eventRow(ctx: Recorder, record: CommandRecord): object {
  return {
    id: ctx.ids("event"),
    organisation_id: ctx.actor.organisationId,
    type: record.type,
    version: EVENT_VERSIONS[record.type],
    subject_id: record.objectId,
    payload: record.payload,
    request_id: ctx.request.requestId,
    trace_id: ctx.request.traceId ?? null,
    occurred_at: ctx.clock.now(),
    ...(record.mail && { mail: toMailRow(ctx, record.mail) }),
  };
}

/** The `p_audit` argument of the SQL functions. */
export function auditRow(ctx: Recorder, record: AuditRecord): object {
  const { actor, request } = ctx;
  return {
    id: ctx.ids("auditEntry"),
    organisation_id: actor.organisationId,
    actor_kind: actor.kind,
    actor_id: actor.credentialId,
    member_id: memberIdOf(actor),
    action: record.type,
    object_id: record.objectId,
    request_id: request.requestId,
    changes: record.changes ?? null,
    at: ctx.clock.now(),
    address: request.address,
    user_agent: request.userAgent,
    reason: record.reason ?? null,
    outcome: record.outcome ?? "done",
  };
}

/** Writes an audit line alone. */
export async function recordAudit(ctx: Recorder, tx: Transaction, record: AuditRecord): Promise<void> {
  const audit = JSON.stringify(auditRow(ctx, record));
  await tx.$executeRaw`SELECT record_audit(${audit}::jsonb)`;
}

/** Writes a command's event and audit line in the transaction of its effect. */
export async function recordCommand(ctx: Recorder, tx: Transaction, record: CommandRecord): Promise<void> {
  const event = JSON.stringify(eventRow(ctx, record));
  const audit = JSON.stringify(auditRow(ctx, record));
  await tx.$executeRaw`SELECT record_command(${event}::jsonb, ${audit}::jsonb)`;
}
