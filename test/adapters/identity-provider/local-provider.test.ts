import { expect, test } from "@jest/globals";
import { createLocalProvider } from "../../../src/adapters/identity-provider/local/local-provider.ts";
import { REDIRECT_URI } from "../../support/identity-providers/redirect-uri.ts";
import { describeIdentityProvider } from "./contract.ts";

const OPTIONS = { pageUrl: "http://127.0.0.1:4000/dev/log-in", redirectUri: REDIRECT_URI };

const people = {
  ada: { email: "ada@example.com", name: "Ada Lovelace", isEmailVerified: true },
  grace: { email: "grace@example.com", name: null, isEmailVerified: false },
};

describeIdentityProvider("The local one", () => {
  const provider = createLocalProvider(OPTIONS);
  return Promise.resolve({
    provider,
    consent: (url, person) => Promise.resolve(new URL(provider.consent(new URL(url).searchParams, people[person])!)),
    expected: people,
    checksVerifier: true,
    goAway: null,
    close: () => Promise.resolve(),
  });
});

test("the local provider's page consents to nothing that nobody asked for", () => {
  expect(createLocalProvider(OPTIONS).consent(new URLSearchParams(), people.ada)).toBeNull();
});
