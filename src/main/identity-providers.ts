import { createGitHubProvider } from "../adapters/identity-provider/github/github-provider.ts";
import { createGoogleProvider } from "../adapters/identity-provider/google/google-provider.ts";
import { createLocalProvider, type LocalProvider } from "../adapters/identity-provider/local/local-provider.ts";
import { createMicrosoftProvider } from "../adapters/identity-provider/microsoft/microsoft-provider.ts";
import { createOpenIdProvider } from "../adapters/identity-provider/open-id/open-id-provider.ts";
import { createProviderFetch } from "../adapters/identity-provider/open-id/provider-fetch.ts";
import { createProviderFetchWithBreaker } from "../adapters/identity-provider/open-id/provider-fetch-with-breaker.ts";
import type { IdentityProvider, IdentityProviders } from "../domain/ports/identity-provider.ts";
import type { Breakers } from "./breakers.ts";
import type { IdentityProviderSettings } from "./config/identity-providers.ts";
import { systemClock } from "./system-clock.ts";

export interface IdentityProviderInput {
  settings: IdentityProviderSettings;
  appUrl: string;
  /** Where the local provider's page is. Null: there is no such provider. */
  localPageUrl: string | null;
  breakers: Breakers;
}

export interface BuiltIdentityProviders {
  identityProviders: IdentityProviders;
  local: LocalProvider | null;
}

/** What somebody who waits in front of a screen waits for one answer of a provider's; a log-in takes one to four. */
const TIMEOUT_MS = 5_000;

/** Those that are configured; nothing is asked of them yet. */
export function createIdentityProviders({
  settings,
  appUrl,
  localPageUrl,
  breakers,
}: IdentityProviderInput): BuiltIdentityProviders {
  const { google, microsoft, github, openid, callbackUrl } = settings;
  const fetch = createProviderFetch(TIMEOUT_MS);
  const redirectUriOf = (id: string) => `${callbackUrl ?? `${appUrl}/auth/callback`}/${id}`;
  const optionsOf = (id: string) => ({
    redirectUri: redirectUriOf(id),
    fetch: createProviderFetchWithBreaker(fetch, () => breakers.ofIdentityProvider(id)),
    clock: systemClock,
  });
  const local =
    localPageUrl === null ? null : createLocalProvider({ pageUrl: localPageUrl, redirectUri: redirectUriOf("local") });
  const built: Record<string, IdentityProvider | null> = {
    google: google && createGoogleProvider({ ...google, ...optionsOf("google") }),
    microsoft: microsoft && createMicrosoftProvider({ ...microsoft, ...optionsOf("microsoft") }),
    github: github && createGitHubProvider({ ...github, ...optionsOf("github") }),
    openid: openid && createOpenIdProvider({ ...openid, ...optionsOf("openid") }),
    local,
  };
  const there = Object.entries(built).filter((entry): entry is [string, IdentityProvider] => entry[1] !== null);
  return { identityProviders: new Map(there), local };
}
