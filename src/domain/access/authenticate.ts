import type { Actor } from "../shared/actor.ts";
import { authenticateAccessToken } from "./authenticate-access-token.ts";
import { GUEST_PREFIX } from "../guest-link/guest-token.ts";
import type { Sealer } from "../shared/sealer.ts";
import { authenticateGuest } from "./authenticate-guest.ts";
import { authenticateKey, type CallerDeps } from "./authenticate-key.ts";

const KEY_PREFIX = "hf_";

/**
 * The actor behind what came as `Authorization: Bearer ...`: an API key, the token of a guest link, or the access token of a session.
 * @throws unauthenticated, token_expired
 */
export async function authenticate(deps: CallerDeps & { sealer: Sealer }, credential: string): Promise<Actor> {
  if (credential.startsWith(GUEST_PREFIX)) return authenticateGuest(deps, credential);
  return credential.startsWith(KEY_PREFIX)
    ? authenticateKey(deps, credential)
    : authenticateAccessToken(deps, credential);
}
