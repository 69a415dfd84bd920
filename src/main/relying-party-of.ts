import type { RelyingParty } from "../domain/passkey/relying-party.ts";
import type { Config } from "./config.ts";

/** Whom people make passkeys for: the app, wherever it is served. */
export function relyingPartyOf(config: Config, baseUrl: string): RelyingParty {
  const app = new URL(config.appUrl ?? baseUrl);
  return {
    id: config.passkeyDomain ?? app.hostname,
    name: config.appName,
    origins: [app.origin, ...config.appOrigins],
  };
}
