import type { SendOutcome } from "../../../domain/ports/send-outcome.ts";
import type { SmsMessage, SmsSender } from "../../../domain/ports/sms-sender.ts";
import {
  createAsk,
  fieldOf,
  outcomeOfStatus,
  sendBy,
  toMessageId,
  type AskOptions,
} from "../../sending/ask-provider.ts";
import { outcomesOf } from "../../sending/outcomes.ts";
import { isPhoneNumber } from "../is-phone-number.ts";

export interface VonageOptions extends AskOptions {
  apiKey: string;
  apiSecret: string;
  /** A number without its +, or a name of 11 letters and digits at most. */
  from: string;
  /** https://rest.nexmo.com */
  baseUrl: string;
}

const outcomes = outcomesOf("vonage");

/** By Vonage's SMS API, which answers 200 to nearly everything and tells the rest by a status of its own. */
export function createVonageSmsSender(options: VonageOptions): SmsSender {
  const ask = createAsk(options);
  return {
    send: (message) =>
      sendBy(outcomes, async () => {
        if (!isPhoneNumber(message.to)) return outcomes.refused("bad_address", "not a number of E.164");
        const body = toForm(message, options);
        const answer = await ask(`${options.baseUrl}/sms/json`, { method: "POST", body });
        const parts = fieldOf(answer.body, "messages");
        if (answer.status !== 200 || !Array.isArray(parts)) return outcomeOfStatus(outcomes, answer);
        return toOutcome(parts);
      }),
  };
}

/** `client-ref` comes back with what is told of the message later. */
function toForm({ id, to, text }: SmsMessage, { apiKey, apiSecret, from }: VonageOptions): URLSearchParams {
  return new URLSearchParams({
    api_key: apiKey,
    api_secret: apiSecret,
    from: from.replace(/^\+/, ""),
    to: to.replace(/^\+/, ""),
    text,
    // Each reader's own letters; else what is not of GSM 03.38 arrives as question marks.
    type: Array.from(text).every((letter) => GSM.has(letter)) ? "text" : "unicode",
    "client-ref": id,
  });
}

/** The default alphabet and its extension (3GPP TS 23.038 6.2.1). */
const GSM = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà^{}\\[~]|€",
);

/** A long text goes as several parts, each with a status; the first that is not 0 tells of the whole. */
function toOutcome(parts: unknown[]): SendOutcome {
  const statuses = parts.map((part) => Number(fieldOf(part, "status")));
  const status = statuses.find((each) => each !== 0) ?? (statuses.length === 0 ? NaN : 0);
  const detail = `status ${status}`;
  switch (status) {
    case 0:
      return outcomes.sent(toMessageId(fieldOf(parts[0], "message-id")));
    case 1:
    case 10:
      return outcomes.later(detail);
    case 6:
    case 33:
      return outcomes.refused("bad_address", detail);
    case 7:
      return outcomes.refused("unsubscribed", detail);
    case 12:
      return outcomes.refused("too_large", detail);
    case 2:
    case 3:
      return outcomes.refused("not_accepted", detail);
    case 4:
    case 8:
    case 9:
    case 11:
    case 14:
    case 15:
    case 22:
    case 23:
    case 29:
    case 32:
      return outcomes.down("misconfigured", detail);
    default:
      return outcomes.down("failing", detail);
  }
}
