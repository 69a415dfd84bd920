import { LRUCache } from "lru-cache";
import type { DomainContext } from "../shared/context.ts";
import type { Database } from "../shared/database.ts";
import { recordAudit, type AuditRecord, type Recorder } from "./record-command.ts";

type Deps = Recorder & Pick<DomainContext, "db" | "log">;

/** Writes an audit line beside a request, which neither waits nor fails for it. */
export function auditBeside(ctx: Deps, record: AuditRecord): void {
  recordAudit(ctx, ctx.db.prisma, record).catch((error: unknown) => {
    ctx.log.error({ action: record.type, objectId: record.objectId, err: error }, "could not write an audit line");
  });
}

const MINUTE_MS = 60_000;
const TOLD_HELD = 10_000;

/** When each was told last, in epoch ms, apart for each database. */
const told = new WeakMap<Database, LRUCache<string, number>>();

/** The same for what a stranger can make happen over and over: once a minute for each actor and action, in each process. */
export function auditRefusal(ctx: Deps, record: Omit<AuditRecord, "outcome">): void {
  const { db, actor, clock } = ctx;
  let times = told.get(db);
  if (!times) told.set(db, (times = new LRUCache({ max: TOLD_HELD })));
  const [key, now] = [`${actor.credentialId} ${record.type}`, clock.now().getTime()];
  const last = times.get(key);
  if (last !== undefined && Math.abs(now - last) < MINUTE_MS) return;
  times.set(key, now);
  auditBeside(ctx, { ...record, outcome: "refused" });
}
