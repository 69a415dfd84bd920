import type { SendOutcome } from "../ports/send-outcome.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import type { NotificationReason } from "./notification.ts";
import { applyReport, lockMessage } from "./settle-delivery.ts";

type Deps = Pick<DomainContext, "db" | "clock">;

/** It went out. What its provider has told of it meanwhile is applied at once. */
export async function settleSent(
  { db, clock }: Deps,
  ids: readonly string[],
  { provider, providerMessageId }: Extract<SendOutcome, { outcome: "sent" }>,
): Promise<void> {
  const now = clock.now();
  const sent = { status: "sent", reason: null, provider, providerMessageId, sentAt: now, detail: null, updatedAt: now };
  const mark = (tx: Pick<Transaction, "notification">) =>
    tx.notification.updateMany({ where: { id: { in: [...ids] } }, data: sent });
  if (providerMessageId === null) {
    await mark(db.prisma);
    return;
  }
  const message = { provider, providerMessageId };
  await db.transaction(async (tx) => {
    await lockMessage(tx, message);
    await mark(tx);
    const early = await tx.earlyDeliveryReport.findUnique({ where: { provider_providerMessageId: message } });
    if (!early) return;
    await tx.earlyDeliveryReport.delete({ where: { provider_providerMessageId: message } });
    const { status, reason, createdAt } = early;
    await applyReport(tx, message, { status, reason } as Parameters<typeof applyReport>[2], createdAt);
  });
}

/** It did not, and is not tried again. */
export async function settleUnsent(
  { db, clock }: Deps,
  ids: readonly string[],
  as: { status: "failed" | "suppressed"; reason: NotificationReason; provider?: string; detail?: string },
): Promise<void> {
  const data = { ...as, nextAttemptAt: null, updatedAt: clock.now() };
  await db.prisma.notification.updateMany({ where: { id: { in: [...ids] } }, data });
}

/** It did not, and is tried again then. */
export async function settleForLater(
  { db, clock }: Deps,
  ids: readonly string[],
  { isAttempt, ...as }: { nextAttemptAt: Date; provider: string; detail: string; isAttempt: boolean },
): Promise<void> {
  const attempts = isAttempt ? {} : { attempts: { decrement: 1 } };
  const data = { ...as, ...attempts, status: "planned", updatedAt: clock.now() };
  await db.prisma.notification.updateMany({ where: { id: { in: [...ids] } }, data });
}

/** Another one tells of it. */
export async function settleDigested({ db, clock }: Deps, ids: readonly string[], by: string): Promise<void> {
  const data = { status: "dropped", reason: "digested", toldWith: by, nextAttemptAt: null, updatedAt: clock.now() };
  await db.prisma.notification.updateMany({ where: { id: { in: [...ids] } }, data });
}

/** Nothing was tried: it waits until then. */
export async function settlePutOff({ db, clock }: Deps, ids: readonly string[], until: Date): Promise<void> {
  const data = { status: "planned", attempts: { decrement: 1 }, nextAttemptAt: until, updatedAt: clock.now() };
  await db.prisma.notification.updateMany({ where: { id: { in: [...ids] } }, data });
}

/** Of one that is not settled, with those that go with it. */
export async function settleOpen(
  { db, clock }: Deps,
  id: string,
  as: { status: "planned" } | { status: "failed"; reason: NotificationReason; nextAttemptAt: null },
): Promise<void> {
  const where = { OR: [{ id }, { toldWith: id }], status: { in: ["planned", "sending"] } };
  await db.prisma.notification.updateMany({ where, data: { ...as, updatedAt: clock.now() } });
}
