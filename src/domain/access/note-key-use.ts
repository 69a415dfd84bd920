import { recordAudit, type Recorder } from "../audit/record-command.ts";
import type { DomainContext } from "../shared/context.ts";

/** A request that came with a key, whoever sent it. */
export type KeyUse = Recorder & Pick<DomainContext, "db" | "log">;

/** When something was last noted of a key. */
export interface NotedUse {
  lastUsedAt: Date | null;
  lastRefusedAt: Date | null;
}

const NOTED_EVERY_MS = 60_000;

/**
 * Writes in the background, at most once a minute for each key, when it was last used; the first time also from where, with
 * an audit line. No request waits or fails for it.
 */
export function noteUse(use: KeyUse, noted: NotedUse): void {
  const now = use.clock.now();
  const dueBefore = new Date(now.getTime() - NOTED_EVERY_MS);
  if (noted.lastUsedAt && noted.lastUsedAt > dueBefore) return;
  const isFirst = noted.lastUsedAt === null;
  noted.lastUsedAt = now;
  const id = use.actor.credentialId;
  const { apiKey } = use.db.prisma;
  const writing = isFirst
    ? noteFirstUse(use, now)
    : apiKey.updateMany({ where: { id, lastUsedAt: { lte: dueBefore } }, data: { lastUsedAt: now } });
  warnIfItFails(use, writing);
}

/** Of the processes that see it first at the same time, one writes it. */
async function noteFirstUse(use: KeyUse, now: Date): Promise<void> {
  const { address, userAgent } = use.request;
  const objectId = use.actor.credentialId;
  await use.db.transaction(async (tx) => {
    const { count } = await tx.apiKey.updateMany({
      where: { id: objectId, firstUsedAt: null },
      data: { firstUsedAt: now, firstUsedAddress: address, firstUsedUserAgent: userAgent, lastUsedAt: now },
    });
    if (count === 1) await recordAudit(use, tx, { type: "api_key.first_used", objectId });
  });
}

/** Audits in the background, at most once a minute for each key, that somebody came with one that is over. */
export function noteRefusal(use: KeyUse, noted: NotedUse): void {
  const now = use.clock.now();
  const dueBefore = new Date(now.getTime() - NOTED_EVERY_MS);
  if (noted.lastRefusedAt && noted.lastRefusedAt > dueBefore) return;
  noted.lastRefusedAt = now;
  const objectId = use.actor.credentialId;
  const isDue = [{ lastRefusedAt: null }, { lastRefusedAt: { lte: dueBefore } }];
  const writing = use.db.transaction(async (tx) => {
    const { count } = await tx.apiKey.updateMany({
      where: { id: objectId, OR: isDue },
      data: { lastRefusedAt: now },
    });
    if (count === 1) await recordAudit(use, tx, { type: "api_key.refused", objectId, outcome: "refused" });
  });
  warnIfItFails(use, writing);
}

function warnIfItFails({ log, actor }: KeyUse, writing: Promise<unknown>): void {
  writing.catch((error: unknown) => {
    log.warn({ apiKeyId: actor.credentialId, err: error }, "could not note the use of an API key");
  });
}
