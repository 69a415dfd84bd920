import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import type { NotificationReason } from "./notification.ts";

interface Message {
  provider: string;
  /** What the provider calls it. */
  providerMessageId: string;
}

/** What a provider says of a message that it has taken. */
export type DeliveryReport =
  { status: "delivered"; reason?: null } | { status: "failed"; reason?: NotificationReason | null };

/**
 * Writes down what a provider says later of a message that it has taken. Reports come twice, in any order, and before we know
 * what the provider calls the message: one that comes too early is kept and applied then, and one that comes late changes
 * nothing: what has failed was not delivered after all, and what was delivered may still bounce.
 * @returns how many notifications it was said of: none where it is not known yet, or changes nothing
 */
export async function settleDelivery(
  { clock }: Pick<DomainContext, "clock">,
  tx: Transaction,
  { provider, providerMessageId, ...report }: Message & DeliveryReport,
): Promise<number> {
  const message = { provider, providerMessageId };
  const now = clock.now();
  await lockMessage(tx, message);
  if ((await tx.notification.count({ where: message })) > 0) return applyReport(tx, message, report, now);
  await tx.$executeRaw`
    INSERT INTO early_delivery_report (provider, provider_message_id, status, reason, created_at)
    VALUES (${provider}, ${providerMessageId}, ${report.status}, ${report.reason ?? null}, ${now})
    ON CONFLICT (provider, provider_message_id) DO UPDATE
      SET status = excluded.status, reason = excluded.reason, created_at = excluded.created_at
      WHERE early_delivery_report.status = 'delivered'`;
  return 0;
}

/** @param at when it was told */
export async function applyReport(
  tx: Pick<Transaction, "notification">,
  message: Message,
  report: DeliveryReport,
  at: Date,
): Promise<number> {
  const { count } =
    report.status === "delivered"
      ? await tx.notification.updateMany({
          where: { ...message, status: { in: ["sending", "sent"] } },
          data: { status: "delivered", deliveredAt: at, updatedAt: at },
        })
      : await tx.notification.updateMany({
          where: { ...message, status: { in: ["sending", "sent", "delivered"] } },
          data: { status: "failed", reason: report.reason ?? "refused", deliveredAt: null, updatedAt: at },
        });
  return count;
}

/** Whoever says that a message went out, and whoever says what became of it, take turns. */
export async function lockMessage(tx: Transaction, { provider, providerMessageId }: Message): Promise<void> {
  const name = `message ${provider} ${providerMessageId}`;
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))::text`;
}
