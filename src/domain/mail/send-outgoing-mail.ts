import { createOneTimeToken } from "../identity/one-time-token.ts";
import type { Mailer, MailMessage } from "../ports/mailer.ts";
import type { DomainContext } from "../shared/context.ts";
import { composeMail } from "./compose-mail.ts";
import type { MailKind } from "./outgoing-mail.ts";

export type MailDeps = Pick<DomainContext, "db" | "clock" | "log"> & {
  mailer: Mailer;
  /** Links begin with it. */
  appUrl: string;
};

const MOST_ATTEMPTS = 10;
const FIRST_DELAY_SECONDS = 10;

interface DueMail {
  id: string;
  kind: MailKind;
  address: string;
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
    RETURNING id, kind, address, attempts`,
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
  const { id, kind, attempts } = mail;
  try {
    const message = await toMessage(deps, mail);
    if (message !== null) await deps.mailer.send(message);
    await deps.db.prisma.outgoingMail.deleteMany({ where: { id } });
    return message !== null;
  } catch (error) {
    const fields = { mailId: id, kind, attempts, err: error };
    if (attempts < MOST_ATTEMPTS) deps.log.warn(fields, "a mail was not sent; it is tried again");
    else deps.log.error(fields, "a mail was not sent, and is given up");
    return false;
  }
}

/** Null when there is nobody to send it to, or nothing to say any more. */
async function toMessage(deps: MailDeps, { id, kind, address }: DueMail): Promise<MailMessage | null> {
  const user = await deps.db.prisma.user.findUnique({ where: { email: address } });
  if (!user || (kind === "email_verification" && user.emailVerifiedAt)) return null;
  const token = await createOneTimeToken(deps, user, kind);
  return { id, to: address, ...composeMail(kind, { appUrl: deps.appUrl, token }) };
}
