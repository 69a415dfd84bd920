import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { IdentityProvider, ProvenIdentity } from "../../../src/domain/ports/identity-provider.ts";
import { answerOf } from "../../support/identity-providers/browser.ts";
import { newFlowSecrets } from "../../support/identity-providers/flow.ts";

/** A provider with two people, whose pages the test can go through. */
export interface IdentityProviderUnderTest {
  provider: IdentityProvider;
  /** Goes to the address as one of them and says yes. @returns where the browser comes back to */
  consent: (authorisationUrl: string, person: "ada" | "grace") => Promise<URL>;
  expected: Record<"ada" | "grace", Partial<ProvenIdentity>>;
  /** False where the stand-in does not look at the verifier, though the provider does. */
  checksVerifier: boolean;
  /** The provider goes away. Null: it lives in this process. */
  goAway: (() => Promise<void>) | null;
  close: () => Promise<void>;
}

/** What every identity provider does. */
export function describeIdentityProvider(name: string, open: () => Promise<IdentityProviderUnderTest>): void {
  describe(`${name} as an identity provider`, () => {
    let under: IdentityProviderUnderTest;

    beforeAll(async () => {
      under = await open();
    });

    afterAll(() => under.close());

    async function flow(person: "ada" | "grace") {
      const secrets = newFlowSecrets();
      const back = await under.consent(await under.provider.authorisationUrl(secrets), person);
      return { secrets, answer: answerOf(back) };
    }

    test("is sent the state and a challenge, and never the verifier", async () => {
      const secrets = newFlowSecrets();
      const url = new URL(await under.provider.authorisationUrl(secrets));
      expect(url.searchParams.get("state")).toBe(secrets.state);
      expect(url.searchParams.get("code_challenge")).toMatch(/^[\w-]{43}$/);
      expect(url.href).not.toContain(secrets.codeVerifier);
    });

    test("tells who it is, and the same person by the same subject each time", async () => {
      const identities: ProvenIdentity[] = [];
      for (const person of ["ada", "grace", "ada"] as const) {
        const { answer, secrets } = await flow(person);
        expect(answer.state).toBe(secrets.state);
        const identity = await under.provider.identify(answer, secrets);
        expect(identity).toMatchObject(under.expected[person]);
        identities.push(identity);
      }
      const [ada, grace, adaAgain] = identities;
      expect(adaAgain).toEqual(ada);
      expect(grace!.subject).not.toBe(ada!.subject);
      expect(grace!.issuer).toBe(ada!.issuer);
    });

    test("takes a code once", async () => {
      const { answer, secrets } = await flow("ada");
      await under.provider.identify(answer, secrets);
      await expect(under.provider.identify(answer, secrets)).rejects.toMatchObject({ failure: "refused" });
    });

    test("takes no code that it never gave", async () => {
      const secrets = newFlowSecrets();
      const answer = { code: "made-up", state: secrets.state };
      await expect(under.provider.identify(await withIss(answer), secrets)).rejects.toMatchObject({
        failure: "refused",
      });
    });

    test("takes a code from nobody but who has the verifier", async () => {
      if (!under.checksVerifier) return;
      const { answer, secrets } = await flow("ada");
      const other = { ...secrets, codeVerifier: newFlowSecrets().codeVerifier };
      await expect(under.provider.identify(answer, other)).rejects.toMatchObject({ failure: "refused" });
    });

    test("is said to be unavailable when it has gone", async () => {
      if (!under.goAway) return;
      const { answer, secrets } = await flow("ada");
      await under.goAway();
      await expect(under.provider.identify(answer, secrets)).rejects.toMatchObject({ failure: "unavailable" });
    });

    /** Where the provider says who it is in each answer, a made-up one has to say so too. */
    async function withIss(answer: { code: string; state: string }) {
      const { iss } = (await flow("ada")).answer;
      return iss === undefined ? answer : { ...answer, iss };
    }
  });
}
