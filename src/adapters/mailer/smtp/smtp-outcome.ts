import type { NodemailerError } from "nodemailer";
import type { SendOutcome } from "../../../domain/ports/send-outcome.ts";
import type { Outcomes } from "../../sending/outcomes.ts";

/** What went wrong before there was an answer to the mail itself, by nodemailer's codes. */
const MISCONFIGURED = new Set(["EAUTH", "ENOAUTH", "ETLS", "EREQUIRETLS", "ECONFIG"]);
const TIMED_OUT = new Set(["EABORT", "ETIMEDOUT"]);

/** Authentication wanted or refused (RFC 4954 6). */
const NOT_LET_IN = new Set([530, 534, 535, 538]);

/** What an error of a server's means. Its text is left out: servers repeat the address in it. */
export function toSmtpOutcome(outcomes: Outcomes, error: NodemailerError): SendOutcome {
  const failed = error.rejectedErrors?.[0] ?? error;
  const { code = error.name, responseCode, command } = failed;
  if (TIMED_OUT.has(code)) return outcomes.down("timed_out", "no answer in time");
  if (responseCode === undefined) return toOutcomeWithoutReply(outcomes, error, code);
  const reply = readReply(failed, responseCode);
  const isTemporary = responseCode < 500 || responseCode === 503;
  // The service closes (RFC 5321 3.8), or never opened, or cannot look at passwords now.
  const isClosing = responseCode === 421 || command === undefined || command === "CONN";
  if (MISCONFIGURED.has(code) || NOT_LET_IN.has(responseCode))
    return outcomes.down(isTemporary ? "failing" : "misconfigured", reply.detail);
  if (isClosing) return outcomes.down("failing", reply.detail);
  if (isTemporary) return outcomes.later(reply.detail);
  if (command === "MAIL FROM" && !reply.isTooLarge) return outcomes.down("misconfigured", reply.detail);
  return outcomes.refused(reasonOf(reply, responseCode, command), reply.detail);
}

function toOutcomeWithoutReply(outcomes: Outcomes, error: NodemailerError, code: string): SendOutcome {
  if (MISCONFIGURED.has(code)) return outcomes.down("misconfigured", code);
  // No server was asked: the address is none.
  if (code === "EENVELOPE") return outcomes.refused("bad_address", code);
  return outcomes.down("unreachable", error.originalCode ?? code);
}

interface Reply {
  /** Such as 5.1.1 (RFC 3463); empty: the server gives none. */
  enhanced: string;
  isTooLarge: boolean;
  detail: string;
}

function readReply({ response = "" }: NodemailerError, responseCode: number): Reply {
  const enhanced = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] ?? "";
  const isTooLarge = responseCode === 552 || enhanced === "5.3.4" || enhanced === "5.2.3";
  return { enhanced, isTooLarge, detail: `SMTP ${responseCode} ${enhanced}`.trim() };
}

/** Without a code of RFC 3463, these are about the mailbox or how it is written (RFC 5321 4.2.3). */
function reasonOf({ enhanced, isTooLarge }: Reply, responseCode: number, command: string) {
  if (isTooLarge) return "too_large";
  const isAboutMailbox = enhanced === "" ? [501, 550, 551, 553].includes(responseCode) : /^5\.(1|2)\./.test(enhanced);
  return command === "RCPT TO" && isAboutMailbox ? "bad_address" : "not_accepted";
}
