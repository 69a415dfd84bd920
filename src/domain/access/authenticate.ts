import type { Actor } from "../shared/actor.ts";
import type { DomainContext } from "../shared/context.ts";
import { authenticateAccessToken } from "./authenticate-access-token.ts";
import { authenticateKey } from "./authenticate-key.ts";

const KEY_PREFIX = "hf_";

/**
 * The actor behind what came as `Authorization: Bearer ...`: an API key, or the access token of a session.
 * @throws unauthenticated, token_expired
 */
export function authenticate(deps: Pick<DomainContext, "db" | "clock" | "log">, credential: string): Promise<Actor> {
  return credential.startsWith(KEY_PREFIX)
    ? authenticateKey(deps, credential)
    : authenticateAccessToken(deps, credential);
}
