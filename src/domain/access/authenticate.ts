import type { Actor } from "../shared/actor.ts";
import { authenticateAccessToken } from "./authenticate-access-token.ts";
import { authenticateKey, type CallerDeps } from "./authenticate-key.ts";

const KEY_PREFIX = "hf_";

/**
 * The actor behind what came as `Authorization: Bearer ...`: an API key, or the access token of a session.
 * @throws unauthenticated, token_expired
 */
export function authenticate(deps: CallerDeps, credential: string): Promise<Actor> {
  return credential.startsWith(KEY_PREFIX)
    ? authenticateKey(deps, credential)
    : authenticateAccessToken(deps, credential);
}
