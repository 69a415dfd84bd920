import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { createGitHubProvider } from "../../src/adapters/identity-provider/github/github-provider.ts";
import { createOpenIdProvider } from "../../src/adapters/identity-provider/open-id/open-id-provider.ts";
import { createProviderFetch } from "../../src/adapters/identity-provider/open-id/provider-fetch.ts";
import { systemClock } from "../../src/main/system-clock.ts";
import { CLIENT } from "../support/identity-providers/emulated.ts";
import {
  goodClaims,
  sendJson,
  signedBy,
  startHostileProvider,
  tokenAnswer,
  type HostileProvider,
} from "../support/identity-providers/hostile-provider.ts";
import { REDIRECT_URI } from "../support/identity-providers/redirect-uri.ts";
import type { Answer, RestApp } from "../support/rest-app.ts";
import { createRestWorld, type RestWorld } from "../support/rest-world.ts";

/**
 * OWASP API10:2023, over HTTP: what a provider of log-ins answers that has been taken over. What the adapter makes of each ID
 * token and of its discovery document is test/adapters/identity-provider/hostile-provider.test.ts.
 */

let world: RestWorld;
let app: RestApp;
let openid: HostileProvider;
let github: Server;
let githubUrl: string;
/** What GitHub's own interface answers next. */
let answerOfGitHub: (response: ServerResponse, path: string) => unknown;
/** Where a redirect would lead. */
let inside: Server;
let insideUrl: string;
const reached: string[] = [];

const listen = (server: Server) =>
  new Promise<string>((resolve) =>
    server.listen(0, "127.0.0.1", () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    }),
  );

beforeAll(async () => {
  world = await createRestWorld();
  openid = await startHostileProvider();
  inside = createServer((request, response) => {
    reached.push(request.url!);
    sendJson(response, 200, { access_token: "stolen", token_type: "bearer", id: 1, login: "x" });
  });
  insideUrl = await listen(inside);
  github = createServer((request, response) => void answerOfGitHub(response, request.url!));
  githubUrl = await listen(github);
  const options = { ...CLIENT, redirectUri: REDIRECT_URI, fetch: createProviderFetch(300), clock: systemClock };
  app = await world.startTwin({
    identityProviders: new Map([
      ["openid", createOpenIdProvider({ name: "Hostile", issuer: openid.issuer, ...options })],
      ["github", createGitHubProvider({ baseUrl: githubUrl, apiUrl: githubUrl, ...options })],
    ]),
  });
});

afterAll(async () => {
  await world.close();
  await openid.close();
  for (const server of [inside, github]) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

beforeEach(() => {
  openid.discovery = {};
  reached.length = 0;
});

const count = async () =>
  (
    await world.sql<{ n: string }>(
      `SELECT (SELECT count(*) FROM "user") + (SELECT count(*) FROM identity) + (SELECT count(*) FROM device_session) AS n`,
    )
  )[0]!.n;

/** Begins a log-in and comes back from the provider with a code. @returns what the app is answered */
async function comeBack(provider: string, whenBegun?: (nonce: string) => void): Promise<Answer> {
  const { status, body, text } = await app.call("POST", `/v1/auth/social/${provider}/start`, { body: {} });
  if (status !== 200) throw new Error(`Not begun: ${text}`);
  const asked = new URL(body.authorisationUrl).searchParams;
  whenBegun?.(asked.get("nonce") ?? "");
  const answer = { code: "a-code", state: asked.get("state"), flowToken: body.flowToken };
  return app.call("POST", `/v1/auth/social/${provider}/finish`, { body: answer });
}

/** Nobody is let in, nobody is made, and the caller learns nothing of what was said. */
async function expectNobodyIn(come: () => Promise<Answer>): Promise<void> {
  const before = await count();
  const { status, text } = await come();
  expect([400, 401, 409, 422, 503]).toContain(status);
  expect(status === 409 && !/provider|identity_not_proven/.test(text)).toBe(false);
  expect(text).not.toMatch(/accessToken|signUpToken|canary|ECONN|127\.0\.0\.1|stack/);
  expect(await count()).toBe(before);
}

const huge = "x".repeat(5_000_000);

describe("a provider of OpenID Connect that answers a code with", () => {
  test.each<[string, (response: ServerResponse) => unknown]>([
    [
      "megabytes",
      (response) => {
        sendJson(response, 200, { canary: huge });
      },
    ],
    [
      "megabytes in the right place",
      (response) => {
        sendJson(response, 200, tokenAnswer(huge));
      },
    ],
    [
      "pieces without end",
      (response) => {
        stream(response);
      },
    ],
    ["one piece, and then nothing", (response) => response.writeHead(200).write("{")],
    ["silence", () => undefined],
    ["a redirect inside", (response) => response.writeHead(302, { Location: `${insideUrl}/latest/meta-data` }).end()],
    ["a redirect that keeps the method", (response) => response.writeHead(307, { Location: `${insideUrl}/x` }).end()],
    [
      "a list",
      (response) => {
        sendJson(response, 200, [tokenAnswer("x")]);
      },
    ],
    [
      "null",
      (response) => {
        sendJson(response, 200, null);
      },
    ],
    [
      "numbers for texts",
      (response) => {
        sendJson(response, 200, { access_token: 1, token_type: 2, id_token: 3 });
      },
    ],
    [
      "objects for texts",
      (response) => {
        sendJson(response, 200, { access_token: {}, token_type: {}, id_token: {} });
      },
    ],
    [
      "a polluted prototype",
      (response) =>
        response
          .writeHead(200, { "Content-Type": "application/json" })
          .end('{"__proto__":{"access_token":"canary","id_token":"a.b.c"}}'),
    ],
    [
      "deep JSON",
      (response) => response.writeHead(200, { "Content-Type": "application/json" }).end("[".repeat(100_000)),
    ],
    [
      "a page with a script",
      (response) => response.writeHead(200, { "Content-Type": "text/html" }).end("<script>canary</script>"),
    ],
    [
      "an error that would be shown",
      (response) => {
        sendJson(response, 400, { error: "invalid_grant", error_description: "canary <a href=x>" });
      },
    ],
    [
      "bytes that it calls compressed",
      (response) =>
        response.writeHead(200, { "Content-Encoding": "gzip", "Content-Type": "application/json" }).end("canary"),
    ],
  ])("%s lets nobody in", async (_, answer) => {
    openid.answerBy((response) => void answer(response));
    await expectNobodyIn(() => comeBack("openid"));
    expect(reached).toEqual([]);
  });

  test.each<[string, (nonce: string) => Record<string, unknown>]>([
    ["no subject", (nonce) => ({ ...goodClaims(openid.issuer, nonce), sub: undefined })],
    ["a subject that is a number", (nonce) => ({ ...goodClaims(openid.issuer, nonce), sub: 1 })],
    ["a subject that is a list", (nonce) => ({ ...goodClaims(openid.issuer, nonce), sub: ["1234"] })],
    ["a subject without end", (nonce) => ({ ...goodClaims(openid.issuer, nonce), sub: "s".repeat(100_000) })],
    ["a subject of letters that are none of ASCII", (nonce) => ({ ...goodClaims(openid.issuer, nonce), sub: "ада" })],
    ["an empty subject", (nonce) => ({ ...goodClaims(openid.issuer, nonce), sub: "" })],
    ["a subject with a NUL", (nonce) => ({ ...goodClaims(openid.issuer, nonce), sub: "1\u00002" })],
    ["an audience of many", (nonce) => ({ ...goodClaims(openid.issuer, nonce), aud: ["somebody", "else"] })],
    ["another's nonce", () => goodClaims(openid.issuer, "another's")],
  ])("a token with %s lets nobody in", async (_, claims) => {
    await expectNobodyIn(() =>
      comeBack("openid", (nonce) => {
        openid.answerBy((response) => {
          sendJson(response, 200, tokenAnswer(signedBy("provider", claims(nonce))));
        });
      }),
    );
  });

  test.each([
    { email: { toString: "x" }, name: ["x"] },
    { email: ["ada@example.com"], name: {} },
    { email: `${"a".repeat(20_000)}@example.com`, name: huge.slice(0, 20_000) },
    { email: "a@b\u0000.example", name: "\u0000" },
    { email: "not an address", name: "<script>canary</script>".repeat(1_000) },
    { email: "owner@clinic.example", email_verified: "true" },
    { email: "owner@clinic.example", email_verified: 1 },
    { email: "owner@clinic.example", email_verified: true },
  ])("a token whose person is %# becomes no account, and nobody's who is there", async (person) => {
    const before = await count();
    const { status, body, text } = await comeBack("openid", (nonce) => {
      openid.answerBy((response) => {
        const claims = { ...goodClaims(openid.issuer, nonce), sub: `odd-${JSON.stringify(person).length}`, ...person };
        sendJson(response, 200, tokenAnswer(signedBy("provider", claims)));
      });
    });
    expect([status, body.code]).toEqual([
      expect.any(Number),
      expect.stringMatching(/^(sign_up_needed|link_needed|identity_not_proven)$/),
    ]);
    expect(status).toBe(409);
    expect(text.length).toBeLessThan(3_000);
    expect(text).not.toMatch(/accessToken/);
    expect(await count()).toBe(before);
  });
});

describe("a discovery document", () => {
  test.each<[string, Record<string, unknown>]>([
    ["that sends people to a script", { authorization_endpoint: "javascript:alert(1)" }],
    ["that sends people to a file", { authorization_endpoint: "file:///etc/passwd" }],
    ["of another issuer", { issuer: "https://accounts.google.com" }],
    ["whose endpoint is a number", { authorization_endpoint: 1 }],
    ["of megabytes", { huge }],
  ])("%s begins no log-in", async (_, discovery) => {
    openid.discovery = discovery;
    const fresh = await world.startTwin({
      identityProviders: new Map([
        [
          "openid",
          createOpenIdProvider({
            ...{ name: "Hostile", issuer: openid.issuer, ...CLIENT, redirectUri: REDIRECT_URI },
            ...{ fetch: createProviderFetch(300), clock: systemClock },
          }),
        ],
      ]),
    });
    const { status, body, text } = await fresh.call("POST", "/v1/auth/social/openid/start", { body: {} });
    expect([status, body.code]).toEqual([503, "provider_unavailable"]);
    expect(text).not.toMatch(/javascript|passwd/);
  });
});

describe("GitHub, when its interface answers with", () => {
  const token = { access_token: "t", token_type: "bearer", scope: "user:email" };
  const answers =
    (user: unknown, emails: unknown) =>
    (response: ServerResponse, path: string): void => {
      if (path === "/login/oauth/access_token") sendJson(response, 200, token);
      else sendJson(response, 200, path === "/user" ? user : emails);
    };
  const ada = { id: 7, login: "ada" };

  test.each<[string, typeof answerOfGitHub]>([
    ["no number", answers({ login: "ada" }, [])],
    ["a text for a number", answers({ id: "7; DROP TABLE identity", login: "x" }, [])],
    ["a number that is none", answers({ id: 1e300, login: "x" }, [])],
    ["null", answers(null, null)],
    ["an object for a list", answers(ada, { email: "owner@clinic.example", primary: true, verified: true })],
    ["megabytes", answers({ ...ada, bio: huge }, [])],
    [
      "a redirect inside, with our token behind it",
      (response, path) => {
        if (path === "/login/oauth/access_token") sendJson(response, 200, token);
        else response.writeHead(302, { Location: `${insideUrl}${path}` }).end();
      },
    ],
    ["a redirect of the code", (response) => response.writeHead(307, { Location: `${insideUrl}/token` }).end()],
  ])("%s, lets nobody in and is not followed", async (_, answer) => {
    answerOfGitHub = answer;
    await expectNobodyIn(() => comeBack("github"));
    expect(reached).toEqual([]);
  });

  test("an address that is not proven, of somebody who has an account, does not become his", async () => {
    for (const verified of [false, "true", 1, null, undefined]) {
      answerOfGitHub = answers(ada, [{ email: world.clinic.ownerLogIn.email, primary: true, verified }]);
      const before = await count();
      const { status, text } = await comeBack("github");
      expect(status).toBe(409);
      expect(text).not.toMatch(/accessToken/);
      expect(await count()).toBe(before);
    }
  });
});

test("while a provider hangs, others are served, and what it said is in no answer and its code in no log line", async () => {
  openid.answerBy(() => undefined);
  const hanging = comeBack("openid");
  expect((await app.call("GET", "/v1/event-types", { key: world.clinic.owner.key })).status).toBe(200);
  expect((await hanging).body.code).toBe("provider_unavailable");
  const lines = JSON.stringify(app.logged);
  for (const secret of ["a-code", CLIENT.clientSecret, "canary"]) expect(lines).not.toContain(secret);
});

/** Writes on until the other side has had enough. */
function stream(response: ServerResponse): void {
  response.writeHead(200, { "Content-Type": "application/json" });
  const timer = setInterval(() => response.write("x".repeat(50_000)), 5);
  response.once("close", () => {
    clearInterval(timer);
  });
}
