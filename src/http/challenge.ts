import type { ErrorCode } from "../domain/shared/errors.ts";

/** The `WWW-Authenticate` header of a 401. A client that has a token is told what is wrong with it (RFC 6750 3). */
export function challengeFor(code: ErrorCode): string {
  const realm = 'Bearer realm="holdfast"';
  return code === "token_expired"
    ? `${realm}, error="invalid_token", error_description="The access token has expired"`
    : realm;
}
