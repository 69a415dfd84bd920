import { toMailRow, type QueuedMail } from "../mail/outgoing-mail.ts";
import { memberIdOf } from "../shared/actor.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";

/** What a command did, to be told to others and kept for ever. */
export interface CommandRecord {
  /** The event's name, which is the audit line's action too: `booking.created`. */
  type: string;
  objectId: string;
  payload: object;
  /** Old and new values of what is not personal. */
  changes?: Record<string, [unknown, unknown]>;
  /** Free text of the actor; may be personal. */
  reason?: string | null;
  /** Goes out with it. */
  mail?: QueuedMail;
}

/** What is no command, and is told to nobody. */
export interface AuditRecord extends Omit<CommandRecord, "payload" | "mail"> {
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
    subject_id: record.objectId,
    payload: record.payload,
    request_id: ctx.request.requestId,
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
