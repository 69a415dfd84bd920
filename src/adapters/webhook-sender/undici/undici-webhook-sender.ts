import { Agent, errors, request, type Dispatcher } from "undici";
import {
  MOST_ANSWER_BYTES,
  type WebhookAnswer,
  type WebhookFailure,
  type WebhookSender,
} from "../../../domain/ports/webhook-sender.ts";
import { createAllowedAddresses } from "./allowed-addresses.ts";
import { AddressNotAllowed, createPinnedConnector, type ResolveName } from "./pinned-connector.ts";

export interface UndiciWebhookSenderOptions {
  /** Networks of our own that may be reached, by http too; all else must be public, by https. */
  allowedNetworks: readonly string[];
  /** From the beginning until the status is there. */
  timeoutMs: number;
  /** Left out: the system's resolver. */
  resolve?: ResolveName;
}

export interface UndiciWebhookSender extends WebhookSender {
  close(): Promise<void>;
}

export function createUndiciWebhookSender(options: UndiciWebhookSenderOptions): UndiciWebhookSender {
  const { allowedNetworks, timeoutMs, resolve } = options;
  const connect = createPinnedConnector(createAllowedAddresses(allowedNetworks), {
    connectTimeoutMs: timeoutMs,
    resolve,
  });
  const agent = new Agent({ connect, headersTimeout: timeoutMs, bodyTimeout: timeoutMs });
  return {
    async send({ url, headers, body }, signal) {
      const deadline = AbortSignal.timeout(timeoutMs);
      try {
        // It follows no redirect: that is a handler of its own, which is not here.
        const response = await request(url, {
          dispatcher: agent,
          method: "POST",
          headers,
          body,
          signal: AbortSignal.any([signal, deadline]),
        });
        return await toAnswer(response);
      } catch (error) {
        signal.throwIfAborted();
        return { kind: "failed", failure: failureOf(error) };
      }
    },
    close: () => agent.destroy(),
  };
}

async function toAnswer({ statusCode: status, headers, body }: Dispatcher.ResponseData): Promise<WebhookAnswer> {
  const { "retry-after": retryAfter } = headers;
  return { kind: "answered", status, retryAfter: firstOf(retryAfter), body: await readStart(body) };
}

function firstOf(header: string | string[] | undefined): string | null {
  return (Array.isArray(header) ? header[0] : header) ?? null;
}

/** The status says what came of it: a body that breaks off, or does not end in time, takes nothing from it. */
async function readStart(body: Dispatcher.ResponseData["body"]): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      chunks.push(chunk);
      bytes += chunk.length;
      // To leave the loop destroys the connection, so that the rest is never read.
      if (bytes > MOST_ANSWER_BYTES) break;
    }
  } catch {
    // What has come by then is shown.
  }
  const start = Buffer.concat(chunks).subarray(0, MOST_ANSWER_BYTES);
  // A character that was cut in two is left out.
  return new TextDecoder().decode(start, { stream: true });
}

const FAILURES: Readonly<Record<string, WebhookFailure>> = {
  ENOTFOUND: "name_not_found",
  EAI_AGAIN: "name_not_found",
  ENODATA: "name_not_found",
  UND_ERR_CONNECT_TIMEOUT: "timed_out",
  UND_ERR_HEADERS_TIMEOUT: "timed_out",
  UND_ERR_HEADERS_OVERFLOW: "invalid_answer",
};

function failureOf(error: unknown): WebhookFailure {
  const { name, code = "" } = error as NodeJS.ErrnoException;
  if (error instanceof AddressNotAllowed) return "address_not_allowed";
  if (name === "TimeoutError") return "timed_out";
  if (error instanceof errors.HTTPParserError) return "invalid_answer";
  // Of certificates: DEPTH_ZERO_SELF_SIGNED_CERT, CERT_HAS_EXPIRED, ERR_TLS_CERT_ALTNAME_INVALID, UNABLE_TO_VERIFY_...
  if (/^(ERR_TLS|ERR_SSL|EPROTO|DEPTH_|SELF_SIGNED|UNABLE_TO|CERT_|CRL_|HOSTNAME_)/.test(code)) return "tls_failed";
  return FAILURES[code] ?? "connection_failed";
}
