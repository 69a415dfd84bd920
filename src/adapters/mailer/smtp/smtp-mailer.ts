import { createTransport, type NodemailerError } from "nodemailer";
import type { Mailer } from "../../../domain/ports/mailer.ts";
import { sendBy } from "../../sending/ask-provider.ts";
import { outcomesOf } from "../../sending/outcomes.ts";
import { isOneAddress, toMime } from "../to-mime.ts";
import { toSmtpOutcome } from "./smtp-outcome.ts";

export interface SmtpOptions {
  host: string;
  port: number;
  /** TLS from the first byte (RFC 8314 3.3); else by STARTTLS. */
  isImplicitTls: boolean;
  /** Whether nothing is sent when the server offers no TLS. */
  requireTls: boolean;
  /** Null: the server takes mail from us without. */
  credentials: { user: string; password: string } | null;
  from: { address: string; name: string | null };
  /** For one mail, from the first look for the server to its last word. */
  timeoutMs: number;
}

export interface SmtpMailer extends Mailer {
  /** Ends the connections that are kept. */
  close(): void;
}

/** The most that are open at a time. */
const CONNECTIONS = 5;

/** How long one that has nothing to do is kept: less than a server waits for us (RFC 5321 4.5.3.2.7). */
const IDLE_MS = 60_000;

/** Hands mail to a server by SMTP (RFC 5321), over connections that are kept for the next. */
export function createSmtpMailer(options: SmtpOptions): SmtpMailer {
  const outcomes = outcomesOf("smtp");
  const transport = createTransport(toPool(options));
  return {
    send: (message) =>
      sendBy(outcomes, async () => {
        if (!isOneAddress(message.to)) return outcomes.refused("bad_address", "not one address");
        const signal = AbortSignal.timeout(options.timeoutMs);
        try {
          const { messageId } = await transport.sendMail({ ...toMime(message, options.from), signal });
          return outcomes.sent(messageId);
        } catch (error) {
          return toSmtpOutcome(outcomes, error as NodemailerError);
        }
      }),
    close: () => {
      transport.close();
    },
  };
}

function toPool({ host, port, isImplicitTls, requireTls, credentials, timeoutMs }: SmtpOptions) {
  return {
    pool: true as const,
    host,
    port,
    secure: isImplicitTls,
    requireTLS: requireTls,
    ...(credentials && { auth: { user: credentials.user, pass: credentials.password } }),
    maxConnections: CONNECTIONS,
    // A connection that its server has given up meanwhile takes one mail with it.
    maxRequeues: 1,
    idleTimeout: IDLE_MS,
    dnsTimeout: timeoutMs,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  };
}
