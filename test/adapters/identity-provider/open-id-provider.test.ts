import { describe, expect, test } from "@jest/globals";
import type { Configuration } from "oidc-provider";
import { createOpenIdProvider } from "../../../src/adapters/identity-provider/open-id/open-id-provider.ts";
import { createProviderFetch } from "../../../src/adapters/identity-provider/open-id/provider-fetch.ts";
import { systemClock } from "../../../src/main/system-clock.ts";
import { answerOf, browse } from "../../support/identity-providers/browser.ts";
import { CLIENT } from "../../support/identity-providers/emulated.ts";
import { REDIRECT_URI } from "../../support/identity-providers/redirect-uri.ts";
import { newFlowSecrets } from "../../support/identity-providers/flow.ts";
import { logInAs, startOpenIdServer } from "../../support/identity-providers/open-id-server.ts";
import { describeIdentityProvider } from "./contract.ts";

const PEOPLE = {
  ada: { name: "Ada Lovelace", email: "ada@example.com", isEmailVerified: true },
  grace: { name: "Grace Hopper", email: "grace@example.com", isEmailVerified: false },
};

async function open(more?: Configuration) {
  const { issuer, close } = await startOpenIdServer(PEOPLE, REDIRECT_URI, more);
  const provider = createOpenIdProvider({
    name: "Ours",
    issuer,
    ...CLIENT,
    redirectUri: REDIRECT_URI,
    fetch: createProviderFetch(5_000),
    clock: systemClock,
  });
  const consent = (url: string, person: "ada" | "grace") => browse(url, REDIRECT_URI, logInAs(person));
  return { issuer, provider, consent, close };
}

describeIdentityProvider("A certified provider of OpenID Connect", async () => {
  const { close, ...rest } = await open();
  let isThere = true;
  const goAway = async () => {
    if (isThere) await close();
    isThere = false;
  };
  return { ...rest, expected: PEOPLE, checksVerifier: true, goAway, close: goAway };
});

describe("against a certified provider", () => {
  test("an answer that names another issuer, or none where one is announced, is refused (RFC 9207 2.4)", async () => {
    const { provider, consent, close } = await open();
    const secrets = newFlowSecrets();
    const answer = answerOf(await consent(await provider.authorisationUrl(secrets), "ada"));
    const { iss: _, ...without } = answer;
    for (const wrong of [without, { ...answer, iss: "https://other.example" }])
      await expect(provider.identify(wrong, secrets)).rejects.toMatchObject({ failure: "refused" });
    expect(await provider.identify(answer, secrets)).toMatchObject({ subject: "ada" });
    await close();
  });

  test("a code that was asked for without a challenge is refused (RFC 9700 2.1.1)", async () => {
    const { provider, consent, close } = await open({ pkce: { required: () => false } });
    const secrets = newFlowSecrets();
    const url = new URL(await provider.authorisationUrl(secrets));
    url.searchParams.delete("code_challenge");
    url.searchParams.delete("code_challenge_method");
    const answer = answerOf(await consent(url.href, "ada"));
    await expect(provider.identify(answer, secrets)).rejects.toMatchObject({ failure: "refused" });
    await close();
  });

  test("a provider that takes the secret in a header alone gets it there", async () => {
    const { provider, consent, close } = await open({ clientAuthMethods: ["client_secret_basic"] });
    const secrets = newFlowSecrets();
    const answer = answerOf(await consent(await provider.authorisationUrl(secrets), "grace"));
    expect(await provider.identify(answer, secrets)).toMatchObject({ subject: "grace", isEmailVerified: false });
    await close();
  });
});
