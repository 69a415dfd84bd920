import type { RefusalReason, SendOutcome } from "../../../domain/ports/send-outcome.ts";
import type { SmsMessage, SmsSender } from "../../../domain/ports/sms-sender.ts";
import {
  createAsk,
  fieldOf,
  outcomeOfStatus,
  sendBy,
  toMessageId,
  type AskOptions,
  type ProviderAnswer,
} from "../../sending/ask-provider.ts";
import { outcomesOf } from "../../sending/outcomes.ts";
import { isPhoneNumber } from "../is-phone-number.ts";

export interface TwilioOptions extends AskOptions {
  accountSid: string;
  authToken: string;
  /** A number or name to send from, or a messaging service (MG...), which chooses one. */
  from: string;
  /** https://api.twilio.com, or that of a region. */
  baseUrl: string;
  /** Where Twilio tells what becomes of each message. Left out: nowhere. */
  statusUrl?: string | undefined;
}

const outcomes = outcomesOf("twilio");

/** Of Twilio's error codes those that end a message for good. */
const REFUSALS: Readonly<Record<number, RefusalReason>> = {
  21211: "bad_address",
  21214: "bad_address",
  21217: "bad_address",
  21265: "bad_address",
  21610: "unsubscribed",
  21612: "bad_address",
  21614: "bad_address",
  21617: "too_large",
};

/** What is wrong with the account or with what we send from: another provider may do. */
const MISCONFIGURED = new Set([20003, 21212, 21408, 21603, 21606, 21659, 21660]);

/** A queue that is full, or too many at a time. */
const BUSY = new Set([14107, 20429, 21611, 63038]);

/** By Twilio's Programmable Messaging. */
export function createTwilioSmsSender(options: TwilioOptions): SmsSender {
  const { accountSid, authToken, baseUrl } = options;
  const ask = createAsk(options);
  const url = `${baseUrl}/2010-04-01/Accounts/${encodeURIComponent(accountSid)}/Messages.json`;
  const headers = { Authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString("base64")}` };
  return {
    send: (message) =>
      sendBy(outcomes, async () => {
        if (!isPhoneNumber(message.to)) return outcomes.refused("bad_address", "not a number of E.164");
        const body = toForm(message, options);
        return toOutcome(await ask(url, { method: "POST", headers, body }));
      }),
  };
}

function toForm({ to, text }: SmsMessage, { from, statusUrl }: TwilioOptions): URLSearchParams {
  return new URLSearchParams({
    To: to,
    Body: text,
    [/^MG[0-9a-f]{32}$/.test(from) ? "MessagingServiceSid" : "From"]: from,
    ...(statusUrl !== undefined && { StatusCallback: statusUrl }),
  });
}

function toOutcome(answer: ProviderAnswer): SendOutcome {
  const { status, body, retryAfterSeconds } = answer;
  if (status === 200 || status === 201) return outcomes.sent(toMessageId(fieldOf(body, "sid")));
  const code = fieldOf(body, "code");
  if (typeof code !== "number") return outcomeOfStatus(outcomes, answer);
  const detail = `HTTP ${status} code ${code}`;
  const reason = REFUSALS[code];
  if (reason !== undefined) return outcomes.refused(reason, detail);
  if (MISCONFIGURED.has(code)) return outcomes.down("misconfigured", detail);
  if (BUSY.has(code)) return outcomes.later(detail, retryAfterSeconds);
  return outcomeOfStatus(outcomes, answer, detail);
}
