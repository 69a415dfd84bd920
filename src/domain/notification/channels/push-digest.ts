import type { Notification as NotificationRow } from "../../../generated/prisma/client.ts";
import { enqueue } from "../../job/enqueue.ts";
import type { SendOutcome } from "../../ports/send-outcome.ts";
import type { Transaction } from "../../shared/database.ts";
import { composeDigest } from "../compose/compose-short.ts";
import type { Notice } from "../notice.ts";
import type { Digested, NotificationDeps, NotNow, Withheld } from "../send-notification.ts";
import { askHost } from "./ask-host.ts";
import { pushToDevices } from "./push-to-devices.ts";

/** It is of no booking: it says how many others have something new. */
export const DIGEST_KIND = "booking_digest";

/** So many messages a host is pushed within an hour, each by itself. */
export const MOST_PUSHES = 6;
const WITHIN_MS = 3_600_000;

/** Has a message told of in the host's next digest, where he was pushed enough of late. Null: it may go by itself. */
export function joinDigest(deps: NotificationDeps, { id, reader, organisation }: Notice): Promise<Digested | null> {
  const { db, clock } = deps;
  return db.transaction(async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`pushes to ${reader.id}`}, 0))::text`;
    const host = { channel: "push", recipientType: "host", recipientId: reader.id };
    const recent = await tx.notification.findMany({
      where: { ...host, sentAt: { gt: new Date(clock.now().getTime() - WITHIN_MS) } },
      orderBy: { sentAt: "desc" },
      select: { sentAt: true },
      take: MOST_PUSHES,
    });
    if (recent.length < MOST_PUSHES) return null;
    const waiting = await tx.notification.findFirst({ where: { ...host, kind: DIGEST_KIND, status: "planned" } });
    const dueAt = new Date(recent.at(-1)!.sentAt!.getTime() + WITHIN_MS);
    const by = waiting?.id ?? (await planDigest(deps, tx, { id, reader, organisation, dueAt }));
    return { outcome: "digested", by };
  });
}

/** For when the oldest of them is an hour old. */
async function planDigest(
  deps: NotificationDeps,
  tx: Transaction,
  { id: first, reader, organisation, dueAt }: Pick<Notice, "id" | "reader" | "organisation"> & { dueAt: Date },
): Promise<string> {
  const now = deps.clock.now();
  const { requestId } = await tx.notification.findUniqueOrThrow({ where: { id: first }, select: { requestId: true } });
  const { id } = await tx.notification.create({
    data: {
      ...{ id: deps.ids("notification"), organisationId: organisation.id, kind: DIGEST_KIND, channel: "push" },
      ...{ recipientType: "host", recipientId: reader.id, startsAt: dueAt, status: "planned", dueAt, attempts: 0 },
      ...{ requestId, createdAt: now, updatedAt: now },
    },
  });
  const origin = { organisationId: organisation.id, subjectId: reader.id, requestId };
  const job = { kind: "send-notification" as const, data: { notificationId: id }, key: id, lane: "push", dueAt };
  await enqueue(deps, tx, [{ ...job, ...origin }]);
  return id;
}

export async function sendDigest(
  deps: NotificationDeps,
  { id, organisationId, recipientId }: NotificationRow,
): Promise<SendOutcome | Withheld | NotNow> {
  const memberId = recipientId!;
  const held = await askHost(deps, memberId, null);
  if (held) return held;
  const { prisma } = deps.db;
  const count = await prisma.notification.count({ where: { toldWith: id } });
  const { locale } = await prisma.member.findUniqueOrThrow({ where: { id: memberId }, select: { locale: true } });
  return pushToDevices(deps, {
    ...{ id, organisationId, memberId, ...composeDigest(locale, count) },
    data: { notificationId: id, kind: DIGEST_KIND },
    collapseKey: memberId,
    timeToLiveSeconds: 86_400,
  });
}
