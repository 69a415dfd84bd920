import type { Prisma } from "../../src/generated/prisma/client.ts";
import type { Database } from "../../src/domain/shared/database.ts";
import { newId } from "../../src/domain/shared/ids.ts";
import { NOW } from "./domain-context.ts";

type Connection = { id: string; organisationId: string };

/** The row of something that a team's own service has told, and that was processed. */
export function receivedEventRow(
  { id: connectionId, organisationId }: Connection,
  more: Partial<Prisma.ReceivedEventCreateManyInput> = {},
) {
  const id = newId("receivedEvent");
  return {
    id,
    organisationId,
    connectionId,
    provider: "standard-webhooks",
    providerEventId: `msg_${id.slice(4)}`,
    type: "sample.finished",
    contentType: "application/json",
    body: '{"type":"sample.finished"}',
    status: "processed",
    attempts: 1,
    requestId: "received-event",
    createdAt: new Date(NOW),
    processedAt: new Date(NOW),
    ...more,
  } satisfies Prisma.ReceivedEventCreateManyInput;
}

/** @returns its identifier */
export async function addReceivedEvent(
  { prisma }: Database,
  connection: Connection,
  more: Partial<Prisma.ReceivedEventCreateManyInput> = {},
): Promise<string> {
  const data = receivedEventRow(connection, more);
  await prisma.receivedEvent.create({ data });
  return data.id;
}

/** One that a provider may tell nothing by, for want of a secret. */
export async function addReceiverConnection({ prisma }: Database, organisationId: string): Promise<Connection> {
  const at = new Date(NOW);
  const what = { provider: "stripe", name: "Payments", status: "enabled", version: 1, createdAt: at, updatedAt: at };
  return prisma.receiverConnection.create({ data: { id: newId("receiverConnection"), organisationId, ...what } });
}
