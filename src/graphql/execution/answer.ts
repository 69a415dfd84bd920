import type { GraphQLError, GraphQLFormattedError } from "graphql";
import { challengeFor } from "../../http/challenge.ts";
import { statusOf } from "../limits/refusal-codes.ts";

/** What a request is answered, in whichever media type it goes out. */
export interface Answer {
  /** JSON text of the whole GraphQL result. */
  body: string;
  /** False: refused before anything was carried out. */
  ok: boolean;
  /** The HTTP status, where it is not for the media type to say. */
  status?: number;
  headers?: Record<string, string>;
  /** A public read that went well: shared caches may keep it for a moment. */
  isPublic?: boolean;
}

/** @param errors each with its code; the first one's says the status */
export function toRefusalAnswer(errors: readonly GraphQLError[]): Answer {
  const code = errors[0]?.extensions.code;
  return {
    body: JSON.stringify({ errors: errors.map(toFormattedError) }),
    ok: false,
    status: statusOf(code),
    headers: headersFor(errors[0]),
  };
}

function headersFor(error: GraphQLError | undefined): Record<string, string> | undefined {
  const code = error?.extensions.code;
  if (code === "unauthenticated" || code === "token_expired") return { "WWW-Authenticate": challengeFor(code) };
  if (code === "method_not_allowed") return { Allow: "GET, POST" };
  const { retryAfterSeconds = 1 } = (error?.extensions ?? {}) as { retryAfterSeconds?: number };
  if (statusOf(code) === 503) return { "Retry-After": String(retryAfterSeconds) };
  return undefined;
}

const LONGEST_MESSAGE = 500;

/** A message may repeat what the caller sent; it is not kept, nor sent back, at length. */
function toFormattedError(error: GraphQLError): GraphQLFormattedError {
  const formatted = error.toJSON();
  if (formatted.message.length <= LONGEST_MESSAGE) return formatted;
  return { ...formatted, message: `${formatted.message.slice(0, LONGEST_MESSAGE)}…` };
}
