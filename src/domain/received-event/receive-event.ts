import type { ReceiverConnection as ReceiverConnectionRow } from "../../generated/prisma/client.ts";
import type { ProviderEvent, ReceivedRequest, Receiver, Receivers } from "../ports/receiver.ts";
import { openReceiverSecrets } from "../receiver/receiver-secret.ts";
import type { DomainContext } from "../shared/context.ts";
import { DomainError, notFound } from "../shared/errors.ts";
import { isId } from "../shared/ids.ts";
import type { Sealer } from "../shared/sealer.ts";

/** In the place of a connection's identifier: the accounts that the installation itself sends by. */
export const INSTALLATION = "installation";

export interface ReceivingContext extends Pick<DomainContext, "db" | "clock" | "ids" | "request"> {
  sealer: Sealer;
  receivers: Receivers;
  /** By provider; none where the installation has no account. */
  installationSecrets: ReadonlyMap<string, readonly string[]>;
}

/** Where somebody knocks, and what he has to know to be let in. */
export interface OpenReceiver {
  receiver: Receiver;
  secrets: readonly string[];
  /** Null: the installation's own. */
  connection: { id: string; organisationId: string } | null;
}

type ConnectionRow = Pick<
  ReceiverConnectionRow,
  "id" | "organisationId" | "sealedSecret" | "previousSealedSecret" | "previousSecretExpiresAt"
>;

const FIND_CONNECTION = {
  name: "find_receiver_connection",
  text: `SELECT id, organisation_id AS "organisationId", sealed_secret AS "sealedSecret",
      previous_sealed_secret AS "previousSealedSecret", previous_secret_expires_at AS "previousSecretExpiresAt"
    FROM receiver_connection WHERE id = $1 AND provider = $2 AND status = 'enabled' AND deleted_at IS NULL`,
};

/** What is asked before a body is read. @throws not_found for a provider, a connection or an account that is not there, or that takes nothing */
export async function openReceiver(
  { db, clock, sealer, receivers, installationSecrets }: ReceivingContext,
  { provider, connection: id }: { provider: string; connection: string },
): Promise<OpenReceiver> {
  const receiver = receivers.get(provider);
  if (receiver && id === INSTALLATION) {
    const secrets = installationSecrets.get(provider);
    if (secrets) return { receiver, secrets, connection: null };
  } else if (receiver && isId(id, "receiverConnection")) {
    const [row] = await db.query<ConnectionRow>(FIND_CONNECTION, [id, provider]);
    if (row) return { receiver, secrets: openReceiverSecrets(sealer, row, clock.now()), connection: row };
  }
  throw notFound("receiver connection");
}

/**
 * Keeps what came in, with the job that looks at it, in one statement. What was told before changes nothing, whatever it says now.
 * @returns whether it is new
 * @throws unauthenticated, malformed_request
 */
export async function receiveEvent(
  ctx: ReceivingContext,
  { receiver, secrets, connection }: OpenReceiver,
  request: ReceivedRequest,
): Promise<boolean> {
  const now = ctx.clock.now();
  if (!receiver.isAuthentic(request, secrets, now))
    throw new DomainError("unauthenticated", { detail: "No signature proves who has sent this, and that it is new." });
  const event = receiver.read(request);
  if (!event || !isStorable(request.body))
    throw new DomainError("malformed_request", { detail: `This is no event as ${receiver.provider} tells them.` });
  const id = ctx.ids("receivedEvent");
  const organisationId = connection?.organisationId ?? null;
  const origin = { organisation_id: organisationId, request_id: ctx.request.requestId, created_at: now };
  const stored = { id, connection_id: connection?.id ?? null, provider: receiver.provider, ...toColumns(event) };
  const content = { content_type: request.headers["content-type"] ?? null, body: request.body };
  const job = {
    id: ctx.ids("job"),
    kind: "process-received-event",
    key: id,
    subject_id: id,
    data: { receivedEventId: id },
  };
  return ctx.db.call<boolean>("receive_event", [
    { ...stored, ...content, ...origin, status: "received", attempts: 0 },
    { ...job, ...origin, trace_id: ctx.request.traceId ?? null, attempts: 0, due_at: now },
  ]);
}

/** PostgreSQL keeps no text with a NUL in it, and no half of a surrogate pair. */
function isStorable(body: string): boolean {
  return !body.includes("\0") && body.isWellFormed();
}

function toColumns({ id, nonce, type, occurredAt, orderKey }: ProviderEvent): object {
  return { provider_event_id: id, nonce, type, occurred_at: occurredAt, order_key: orderKey };
}
