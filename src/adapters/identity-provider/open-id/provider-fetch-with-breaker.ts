import { IdentityProviderError } from "../../../domain/ports/identity-provider.ts";
import { type Breaker, NotAsked } from "../../breaker/breaker.ts";
import type { ProviderFetch } from "./provider-fetch.ts";

/**
 * Asks a provider no more while it fails. What counts is what the network and its server do, not what an answer says: that may
 * be the doing of whoever logs in, who could else keep everybody out.
 */
export function createProviderFetchWithBreaker(fetch: ProviderFetch, breakerOf: () => Breaker): ProviderFetch {
  return async (url, init) => {
    try {
      return await breakerOf().run(() => fetch(url, init));
    } catch (error) {
      if (error instanceof NotAsked) throw new IdentityProviderError("unavailable", `it is ${error.message}`, error);
      throw error;
    }
  };
}
