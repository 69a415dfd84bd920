import { enqueue } from "../job/enqueue.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { addDeliveries } from "./add-deliveries.ts";
import { listReplayedEvents, type ReplayedRange } from "./replayed-events.ts";

const AT_ONCE = 500;

/** What is left of a replay. */
export interface ReplayToDo {
  replayId: string;
  endpointId: string;
  range: ReplayedRange;
  /** The place of the last event that was looked at. */
  after: bigint;
  requestId: string;
  traceId?: string | undefined;
}

type Deps = Pick<DomainContext, "db" | "ids" | "clock">;

/** Has the next events sent, and the job enqueued that does the rest. Nothing more is sent to an endpoint that is disabled meanwhile. */
export async function continueWebhookReplay(deps: Deps, toDo: ReplayToDo): Promise<void> {
  const { replayId, endpointId, range, after, requestId, traceId } = toDo;
  await deps.db.transaction(async (tx) => {
    if (!(await isListening(tx, endpointId))) return;
    const events = await listReplayedEvents(tx, range, { endpointId, after, most: AT_ONCE });
    const { organisationId } = range;
    const deliveries = events
      .filter(({ isOnItsWay }) => !isOnItsWay)
      .map(({ id, type, subjectId }) => {
        const event = { id, type, organisationId, subjectId, requestId, ...(traceId !== undefined && { traceId }) };
        return { endpointId, cause: "replay" as const, replayId, event };
      });
    await addDeliveries(deps, tx, deliveries);
    if (events.length === AT_ONCE) await enqueueReplay(deps, tx, { ...toDo, after: events.at(-1)!.position });
  });
}

async function isListening(tx: Transaction, id: string): Promise<boolean> {
  return (await tx.webhookEndpoint.count({ where: { id, status: "enabled", deletedAt: null } })) > 0;
}

/** @param toDo begins where the last one has ended: done twice, it adds nothing */
export async function enqueueReplay(deps: Omit<Deps, "db">, tx: Transaction, toDo: ReplayToDo): Promise<void> {
  const { replayId, endpointId, range, requestId, traceId } = toDo;
  const { organisationId, upTo, ...rest } = range;
  const after = toDo.after.toString();
  const data = { replayId, endpointId, ...rest, types: [...range.types], upTo: upTo.toString(), after };
  const origin = { organisationId, subjectId: endpointId, requestId, traceId };
  await enqueue(deps, tx, [{ kind: "replay-webhook-events", data, key: `${replayId} ${after}`, ...origin }]);
}
