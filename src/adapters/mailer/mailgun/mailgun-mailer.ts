import { createTransport } from "nodemailer";
import type { Mailer, MailMessage } from "../../../domain/ports/mailer.ts";
import type { SendOutcome } from "../../../domain/ports/send-outcome.ts";
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
import { isOneAddress, toMime } from "../to-mime.ts";

export interface MailgunOptions extends AskOptions {
  apiKey: string;
  /** The sending domain, as it was set up there. */
  domain: string;
  /** https://api.mailgun.net, or https://api.eu.mailgun.net for domains of the European Union's region. */
  baseUrl: string;
  from: { address: string; name: string | null };
}

const outcomes = outcomesOf("mailgun");

/** By Mailgun's interface for whole messages: the calendar goes in the same form as by SMTP, and our Message-ID stays. */
export function createMailgunMailer(options: MailgunOptions): Mailer {
  const { apiKey, domain, baseUrl } = options;
  const ask = createAsk(options);
  const url = `${baseUrl}/v3/${encodeURIComponent(domain)}/messages.mime`;
  const headers = { Authorization: `Basic ${Buffer.from(`api:${apiKey}`).toString("base64")}` };
  return {
    send: (message) =>
      sendBy(outcomes, async () => {
        if (!isOneAddress(message.to)) return outcomes.refused("bad_address", "not one address");
        const body = new FormData();
        body.set("to", message.to);
        body.set("message", await build(message, options), "message.eml");
        return toOutcome(await ask(url, { method: "POST", headers, body }));
      }),
  };
}

async function build(message: MailMessage, { from }: MailgunOptions): Promise<Blob> {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: "windows" });
  const { message: mime } = await composer.sendMail(toMime(message, from));
  return new Blob([new Uint8Array(mime as Buffer)], { type: "message/rfc822" });
}

function toOutcome(answer: ProviderAnswer): SendOutcome {
  const { status, body } = answer;
  if (status === 200) return outcomes.sent(toMessageId(fieldOf(body, "id")));
  if (status === 402 || status === 404) return outcomes.down("misconfigured", `HTTP ${status}`);
  const reason = fieldOf(body, "message");
  if (status === 400 && typeof reason === "string" && reason.startsWith("to parameter"))
    return outcomes.refused("bad_address", "HTTP 400");
  return outcomeOfStatus(outcomes, answer);
}
