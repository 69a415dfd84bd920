import { createHmac } from "node:crypto";
import type { ServerResponse } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { createOpenIdProvider } from "../../../src/adapters/identity-provider/open-id/open-id-provider.ts";
import { createProviderFetch } from "../../../src/adapters/identity-provider/open-id/provider-fetch.ts";
import type { IdentityProvider } from "../../../src/domain/ports/identity-provider.ts";
import { createMovableClock, NOW, type MovableClock } from "../../support/domain-context.ts";
import { CLIENT } from "../../support/identity-providers/emulated.ts";
import { REDIRECT_URI } from "../../support/identity-providers/redirect-uri.ts";
import { newFlowSecrets } from "../../support/identity-providers/flow.ts";
import {
  goodClaims,
  sendJson,
  signedBy,
  startHostileProvider,
  tokenAnswer,
  unsigned,
  type HostileProvider,
} from "../../support/identity-providers/hostile-provider.ts";

let hostile: HostileProvider;
let clock: MovableClock;
let provider: IdentityProvider;

beforeAll(async () => {
  hostile = await startHostileProvider();
});

afterAll(() => hostile.close());

beforeEach(() => {
  clock = createMovableClock(NOW);
  provider = createOpenIdProvider({
    name: "Hostile",
    issuer: hostile.issuer,
    ...CLIENT,
    redirectUri: REDIRECT_URI,
    fetch: createProviderFetch(300),
    clock,
  });
});

const secrets = newFlowSecrets();
const answer = { code: "any", state: secrets.state };
const identify = () => provider.identify(answer, secrets);

type Claims = Record<string, unknown>;

function answerWith(makeToken: (claims: Claims) => string | undefined): void {
  hostile.answerBy((response, issuer) => {
    sendJson(response, 200, tokenAnswer(makeToken(goodClaims(issuer, secrets.nonce))));
  });
}

test("a good ID token is taken, with the address in lower case", async () => {
  answerWith((claims) => signedBy("provider", claims));
  expect(await identify()).toEqual({
    issuer: hostile.issuer,
    subject: "1234",
    email: "ada@example.com",
    isEmailVerified: true,
    name: "Ada Lovelace",
  });
});

const past = Math.floor(Date.now() / 1_000) - 3_600;

describe("an ID token is refused (OpenID Connect Core 3.1.3.7)", () => {
  test.each<[string, (claims: Claims) => string | undefined]>([
    ["that is missing", () => undefined],
    ["that is no token", () => "nonsense"],
    ["of another issuer", (claims) => signedBy("provider", { ...claims, iss: "https://accounts.google.com" })],
    ["of no issuer", ({ iss: _, ...claims }) => signedBy("provider", claims)],
    ["for another client", (claims) => signedBy("provider", { ...claims, aud: "somebody-else" })],
    ["for several clients without azp", (claims) => signedBy("provider", { ...claims, aud: [claims.aud, "other"] })],
    ["for no client", ({ aud: _, ...claims }) => signedBy("provider", claims)],
    ["that has expired", (claims) => signedBy("provider", { ...claims, iat: past, exp: past + 300 })],
    ["that never expires", ({ exp: _, ...claims }) => signedBy("provider", claims)],
    ["that is not valid yet", (claims) => signedBy("provider", { ...claims, nbf: Number(claims.exp) + 600 })],
    ["of another flow, by its nonce", (claims) => signedBy("provider", { ...claims, nonce: newFlowSecrets().nonce })],
    ["without a nonce", ({ nonce: _, ...claims }) => signedBy("provider", claims)],
    ["without a subject", ({ sub: _, ...claims }) => signedBy("provider", claims)],
    ["with a subject that is no text", (claims) => signedBy("provider", { ...claims, sub: 1234 })],
    ["signed by somebody else's key", (claims) => signedBy("somebody", claims)],
    ["signed by a key that is not published", (claims) => signedBy("provider", claims, { kid: "2" })],
    ["whose signature is of other claims", (claims) => graft(claims, { ...claims, sub: "1" })],
    ["with the algorithm none", (claims) => `${unsigned(claims, { alg: "none" })}.`],
    ["with the algorithm none in capitals", (claims) => `${unsigned(claims, { alg: "NONE" })}.`],
    ["without a signature", (claims) => `${unsigned(claims, { alg: "ES256", kid: "1" })}.`],
    ["signed with our own secret", (claims) => signedWith(CLIENT.clientSecret, claims)],
    ["whose header asks for what nobody knows", (claims) => signedBy("provider", claims, { crit: ["x"], x: 1 })],
  ])("%s", async (_, makeToken) => {
    answerWith(makeToken);
    await expect(identify()).rejects.toMatchObject({ name: "IdentityProviderError", failure: "refused" });
  });

  function graft(signed: Claims, shown: Claims): string {
    const signature = signedBy("provider", signed).split(".")[2]!;
    return `${unsigned(shown, { alg: "ES256", kid: "1" })}.${signature}`;
  }

  function signedWith(secret: string, claims: Claims): string {
    const text = unsigned(claims, { alg: "HS256" });
    return `${text}.${createHmac("sha256", secret).update(text).digest("base64url")}`;
  }
});

test("an address that the provider does not call verified is not, whatever else it calls it", async () => {
  for (const email_verified of [false, undefined, "true", 1, null]) {
    answerWith((claims) => signedBy("provider", { ...claims, email_verified }));
    expect(await identify()).toMatchObject({ email: "ada@example.com", isEmailVerified: false });
  }
});

test("what is no address, or no name, is left out", async () => {
  for (const [email, name] of [
    ["no address", "\u0000 \n"],
    [17, 17],
    ["two@at@signs", ""],
  ]) {
    answerWith((claims) => signedBy("provider", { ...claims, email, name }));
    expect(await identify()).toMatchObject({ email: null, name: null });
  }
});

test("a reason names no claim's content, no token and no secret", async () => {
  answerWith((claims) => signedBy("provider", { ...claims, nonce: "other" }));
  const error = await identify().catch((thrown: unknown) => thrown as Error);
  expect((error as Error).message).toMatch(/nonce/);
  expect((error as Error).message).not.toMatch(new RegExp(`ada|1234|eyJ|${CLIENT.clientSecret}|${secrets.nonce}`, "i"));
});

describe("an answer to a code that is none is", () => {
  const big = "x".repeat(300_000);

  test.each<[string, string, (response: ServerResponse) => unknown]>([
    ["unavailable", "cut off", (response) => response.destroy()],
    ["unavailable", "not given in time", () => undefined],
    ["unavailable", "begun and not ended in time", (response) => response.writeHead(200).write("{")],
    [
      "unavailable",
      "a failure of the provider's",
      (response) => {
        sendJson(response, 500, {});
      },
    ],
    [
      "unavailable",
      "a plea to come later",
      (response) => {
        sendJson(response, 429, {});
      },
    ],
    [
      "unavailable",
      "larger than anything it could be",
      (response) => {
        sendJson(response, 200, { big });
      },
    ],
    ["refused", "no JSON", (response) => response.writeHead(200, { "Content-Type": "application/json" }).end("<html>")],
    ["refused", "a page", (response) => response.writeHead(200, { "Content-Type": "text/html" }).end("<html>")],
    [
      "refused",
      "the answer to something else",
      (response) => {
        sendJson(response, 200, { hello: "world" });
      },
    ],
    ["refused", "a redirect", (response) => response.writeHead(302, { Location: "http://127.0.0.1:1/" }).end()],
    [
      "refused",
      "that the code is no good",
      (response) => {
        sendJson(response, 400, { error: "invalid_grant" });
      },
    ],
    [
      "misconfigured",
      "that it does not know us",
      (response) => {
        sendJson(response, 401, { error: "invalid_client" });
      },
    ],
    [
      "misconfigured",
      "an error in odd words",
      (response) => {
        sendJson(response, 400, { error: "<script>" });
      },
    ],
  ])("%s: %s", async (failure, _, send) => {
    hostile.answerBy((response) => void send(response));
    await expect(identify()).rejects.toMatchObject({ name: "IdentityProviderError", failure });
  });
});

describe("the discovery document", () => {
  beforeEach(() => {
    hostile.discovery = {};
    answerWith((claims) => signedBy("provider", claims));
  });

  test.each([
    [{ issuer: "https://other.example" }],
    [{ issuer: undefined }],
    [{ authorization_endpoint: undefined }],
    [{ authorization_endpoint: "javascript:alert(1)" }],
  ])("is no good with %j: misconfigured", async (wrong) => {
    hostile.discovery = wrong;
    await expect(provider.authorisationUrl(secrets)).rejects.toMatchObject({ failure: "misconfigured" });
  });

  test("that was no good is read again for whoever comes next", async () => {
    hostile.discovery = { issuer: "https://other.example" };
    await expect(identify()).rejects.toMatchObject({ failure: "misconfigured" });
    hostile.discovery = {};
    expect(await identify()).toMatchObject({ subject: "1234" });
  });

  test("is kept for a day, and longer while there is no good one", async () => {
    const urlNow = async () => new URL(await provider.authorisationUrl(secrets)).pathname;
    expect(await urlNow()).toBe("/authorise");
    const moved = { authorization_endpoint: `${hostile.issuer}/moved` };
    hostile.discovery = moved;
    clock.advance(86_399_999);
    expect(await urlNow()).toBe("/authorise");
    hostile.discovery = { issuer: "https://other.example" };
    clock.advance(1);
    expect(await urlNow()).toBe("/authorise");
    hostile.discovery = moved;
    expect(await urlNow()).toBe("/moved");
  });
});
