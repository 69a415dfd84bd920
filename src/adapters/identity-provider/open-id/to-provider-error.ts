import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from "openid-client";
import { IdentityProviderError } from "../../../domain/ports/identity-provider.ts";

/** What a token endpoint answers when the code is at fault (RFC 6749 5.2), and GitHub in its own words. Else it is we who are. */
const CODE_IS_AT_FAULT = new Set(["invalid_grant", "bad_verification_code", "unverified_user_email"]);

/** What went wrong between us and a provider. What is thrown by mistake of ours is thrown on. */
export function toProviderError(error: unknown): unknown {
  const known = findKnown(error);
  if (known) return known;
  if (error instanceof ResponseBodyError) {
    const failure = CODE_IS_AT_FAULT.has(error.error) ? "refused" : "misconfigured";
    return new IdentityProviderError(failure, `it answered ${plain(error.error)} to the code`, error);
  }
  if (error instanceof WWWAuthenticateChallengeError)
    return new IdentityProviderError("misconfigured", `it does not let us in (${error.status})`, error);
  if (error instanceof AuthorizationResponseError)
    return new IdentityProviderError("refused", "the browser brought an error back", error);
  if (error instanceof ClientError) return new IdentityProviderError("refused", reasonOf(error), error);
  return error;
}

/** openid-client wraps what its `fetch` throws. */
function findKnown(error: unknown): IdentityProviderError | null {
  if (error instanceof IdentityProviderError) return error;
  return error instanceof Error && error.cause !== undefined ? findKnown(error.cause) : null;
}

/** The library's own words, of which the inner ones say more. They name claims, and not what is in them. */
function reasonOf({ message, code, cause }: ClientError): string {
  const inner = cause instanceof Error ? `: ${cause.message}` : "";
  return `${message}${inner} (${code ?? "no code"})`;
}

/** A word that a stranger may have chosen. */
function plain(word: string): string {
  return /^[a-z_]{1,64}$/.test(word) ? word : "an error";
}
