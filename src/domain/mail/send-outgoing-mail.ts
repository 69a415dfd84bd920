import type { Mailer } from "../ports/mailer.ts";
import type { SendOutcome } from "../ports/send-outcome.ts";
import type { DomainContext } from "../shared/context.ts";
import { composeNow, type ContentDeps, type MailToCompose } from "./mail-content.ts";

export type MailDeps = ContentDeps & Pick<DomainContext, "log"> & { mailer: Mailer };

const MOST_ATTEMPTS = 10;
const FIRST_DELAY_SECONDS = 10;

interface DueMail extends MailToCompose {
  attempts: number;
}

/**
 * Takes one that is due and puts its next attempt off: 10 s, 20 s, 40 s, ... So a process that dies with it leaves it to the
 * others, and those that look at the same time take different ones.
 */
const TAKE_MAIL = {
  name: "take_mail",
  text: `UPDATE outgoing_mail SET attempts = attempts + 1,
      next_attempt_at = $1::timestamptz + interval '1 s' * (${FIRST_DELAY_SECONDS} * 2 ^ attempts)
    WHERE id = (
      SELECT id FROM outgoing_mail WHERE next_attempt_at <= $1 AND attempts < ${MOST_ATTEMPTS}
      ORDER BY next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id, kind, address, subject_id AS "subjectId", attempts`,
};

/**
 * Sends the mail that is due, each at least once, until none is left or the signal comes. One that fails is tried again later,
 * ten times over an hour and a half; after that it is left in its table, and said to be.
 * @returns how many went out
 */
export async function sendOutgoingMail(deps: MailDeps, signal?: AbortSignal): Promise<number> {
  for (let sent = 0; ;) {
    const [mail] = signal?.aborted ? [] : await deps.db.query<DueMail>(TAKE_MAIL, [deps.clock.now()]);
    if (!mail) return sent;
    if (await sendOne(deps, mail)) sent++;
  }
}

async function sendOne(deps: MailDeps, mail: DueMail): Promise<boolean> {
  const { id, address } = mail;
  try {
    const content = await composeNow(deps, mail);
    const outcome = content && (await deps.mailer.send({ id, to: address, ...content }));
    if (outcome !== null && outcome.outcome !== "sent") {
      await settleUnsent(deps, mail, outcome);
      return false;
    }
    await deps.db.prisma.outgoingMail.deleteMany({ where: { id } });
    return content !== null;
  } catch (err) {
    tellUnsent(deps, mail, { err });
    return false;
  }
}

/**
 * One that is refused for good is given up at once. A provider that says when to come back is not asked before, and one that
 * nobody asked has cost no attempt.
 */
async function settleUnsent(
  { db, log, clock }: MailDeps,
  mail: DueMail,
  outcome: Exclude<SendOutcome, { outcome: "sent" }>,
): Promise<void> {
  const { id, kind, attempts } = mail;
  if (outcome.outcome === "refused") {
    log.warn({ mailId: id, kind, ...outcome }, "a mail was refused, and is given up");
    await db.prisma.outgoingMail.deleteMany({ where: { id } });
    return;
  }
  const nextAttemptAt = new Date(clock.now().getTime() + (outcome.retryAfterSeconds ?? 0) * 1_000);
  if (outcome.outcome === "down" && outcome.reason === "not_asked") {
    const data = { nextAttemptAt, attempts: attempts - 1 };
    await db.prisma.outgoingMail.updateMany({ where: { id, attempts }, data });
    return;
  }
  tellUnsent({ log }, mail, outcome);
  await db.prisma.outgoingMail.updateMany({
    where: { id, nextAttemptAt: { lt: nextAttemptAt } },
    data: { nextAttemptAt },
  });
}

function tellUnsent({ log }: Pick<MailDeps, "log">, { id, kind, attempts }: DueMail, why: object): void {
  const fields = { mailId: id, kind, attempts, ...why };
  if (attempts < MOST_ATTEMPTS) log.warn(fields, "a mail was not sent; it is tried again");
  else log.error(fields, "a mail was not sent, and is given up");
}
