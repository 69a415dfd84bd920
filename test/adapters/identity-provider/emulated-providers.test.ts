import { expect, test } from "@jest/globals";
import { createGitHubProvider } from "../../../src/adapters/identity-provider/github/github-provider.ts";
import { createGoogleProvider } from "../../../src/adapters/identity-provider/google/google-provider.ts";
import { createMicrosoftProvider } from "../../../src/adapters/identity-provider/microsoft/microsoft-provider.ts";
import type { ClientOptions } from "../../../src/adapters/identity-provider/open-id/open-id-provider.ts";
import { createProviderFetch } from "../../../src/adapters/identity-provider/open-id/provider-fetch.ts";
import type { IdentityProvider } from "../../../src/domain/ports/identity-provider.ts";
import { systemClock } from "../../../src/main/system-clock.ts";
import { browse } from "../../support/identity-providers/browser.ts";
import { CLIENT, consentAs, startEmulated, TENANT } from "../../support/identity-providers/emulated.ts";
import { REDIRECT_URI } from "../../support/identity-providers/redirect-uri.ts";
import { describeIdentityProvider } from "./contract.ts";

const PEOPLE = [
  { email: "ada@example.com", name: "Ada Lovelace" },
  { email: "grace@example.com", name: "Grace Hopper" },
];

const OPTIONS: ClientOptions = {
  ...CLIENT,
  redirectUri: REDIRECT_URI,
  fetch: createProviderFetch(5_000),
  clock: systemClock,
};

type Service = "google" | "microsoft" | "github";

const CREATE: Record<Service, (url: string, options: ClientOptions) => IdentityProvider> = {
  google: (issuer, options) => createGoogleProvider({ issuer, ...options }),
  microsoft: (baseUrl, options) => createMicrosoftProvider({ baseUrl, tenant: TENANT, ...options }),
  github: (baseUrl, options) => createGitHubProvider({ baseUrl, apiUrl: baseUrl, ...options }),
};

function openEmulated(service: Service, isEmailVerified: boolean) {
  return async () => {
    const emulator = await startEmulated(service, PEOPLE);
    let isThere = true;
    const goAway = async () => {
      if (isThere) await emulator.close();
      isThere = false;
    };
    const [ada, grace] = PEOPLE.map((person) => ({ ...person, isEmailVerified }));
    return {
      provider: CREATE[service](emulator.url, OPTIONS),
      consent: (from: string, person: "ada" | "grace") =>
        browse(from, REDIRECT_URI, consentAs(`${person}@example.com`)),
      expected: { ada: ada!, grace: grace! },
      checksVerifier: service !== "github",
      goAway,
      close: goAway,
    };
  };
}

describeIdentityProvider("Google", openEmulated("google", true));
// Whatever Microsoft says of an address, it is not proven.
describeIdentityProvider("Microsoft", openEmulated("microsoft", false));
describeIdentityProvider("GitHub", openEmulated("github", true));

test.each(["google", "microsoft", "github"] as const)("%s does not know us by a wrong secret", async (service) => {
  const emulator = await startEmulated(service, PEOPLE);
  const provider = CREATE[service](emulator.url, { ...OPTIONS, clientSecret: "wrong" });
  const secrets = { state: "s".repeat(43), nonce: "n".repeat(43), codeVerifier: "v".repeat(43) };
  const back = await browse(await provider.authorisationUrl(secrets), REDIRECT_URI, consentAs("ada@example.com"));
  const answer = { code: back.searchParams.get("code")!, state: secrets.state };
  await expect(provider.identify(answer, secrets)).rejects.toMatchObject({ failure: "misconfigured" });
  await emulator.close();
});
