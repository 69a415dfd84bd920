import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Emulator } from "emulate";
import { parseConfig } from "../../../src/main/config.ts";
import { createBreakers } from "../../../src/main/breakers.ts";
import { createIdentityProviders } from "../../../src/main/identity-providers.ts";
import { answerOf, browse } from "../../support/identity-providers/browser.ts";
import { CLIENT, consentAs, startEmulated, TENANT } from "../../support/identity-providers/emulated.ts";
import { createListLog } from "../../support/list-log.ts";
import { createMailbox, type Mailbox } from "../../support/mailbox.ts";
import type { Answer, RestApp } from "../../support/rest-app.ts";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";

/** The whole way, from the configuration to the session, through each provider's own pages. */

const APP = "http://127.0.0.1:5000";
const SERVICES = ["google", "microsoft", "github"] as const;
type Service = (typeof SERVICES)[number];

const PEOPLE = [
  { email: "ada@example.com", name: "Ada Lovelace" },
  { email: "eve@example.com", name: "Eve", isEmailVerified: false },
];

let world: RestWorld;
let mailbox: Mailbox;
let app: RestApp;
const emulators: Emulator[] = [];

beforeAll(async () => {
  const urls = {} as Record<Service, string>;
  for (const service of SERVICES) {
    const emulator = await startEmulated(service, PEOPLE, `${APP}/auth/callback/${service}`);
    emulators.push(emulator);
    urls[service] = emulator.url;
  }
  const client = (name: string) => ({
    [`${name}_CLIENT_ID`]: CLIENT.clientId,
    [`${name}_CLIENT_SECRET`]: CLIENT.clientSecret,
  });
  const { identityProviders: settings } = parseConfig({
    ...client("GOOGLE"),
    ...client("MICROSOFT"),
    ...client("GITHUB"),
    GOOGLE_ISSUER: urls.google,
    MICROSOFT_BASE_URL: urls.microsoft,
    MICROSOFT_TENANT: TENANT,
    GITHUB_BASE_URL: urls.github,
    GITHUB_API_URL: urls.github,
  });
  world = await createRestWorld();
  mailbox = createMailbox(world);
  const { identityProviders } = createIdentityProviders({
    settings,
    appUrl: APP,
    localPageUrl: null,
    breakers: createBreakers(createListLog([])),
  });
  app = await world.startTwin({ identityProviders });
});

afterAll(async () => {
  await world.close();
  for (const emulator of emulators) await emulator.close();
});

const post = (path: string, body: object, key?: string) => app.call("POST", path, { body, ...(key ? { key } : {}) });

/** Begins, goes through the provider's pages as this person, and finishes. */
async function goThrough(service: Service, email: string, to: "log-in" | { key: string } = "log-in"): Promise<Answer> {
  const path = to === "log-in" ? `/v1/auth/social/${service}` : `/v1/me/identities/${service}`;
  const key = to === "log-in" ? undefined : to.key;
  const { body } = await post(`${path}/start`, {}, key);
  const back = await browse(body.authorisationUrl, `${APP}/auth/callback/${service}`, consentAs(email));
  return post(`${path}/finish`, { ...answerOf(back), flowToken: body.flowToken }, key);
}

test("all that are configured are listed", async () => {
  const { body } = await app.call("GET", "/v1/auth/providers");
  expect(body).toEqual({
    providers: [
      { id: "local", name: "Local" },
      { id: "google", name: "Google" },
      { id: "microsoft", name: "Microsoft" },
      { id: "github", name: "GitHub" },
    ],
  });
});

describe("Ada, who has an account at each", () => {
  let key: string;

  test("signs up with Google, which vouches for her address, and logs in", async () => {
    const offer = await goThrough("google", "ada@example.com");
    expect([offer.status, offer.body.code]).toEqual([409, "sign_up_needed"]);
    expect(offer.body).toMatchObject({ email: "ada@example.com", emailVerified: true, name: "Ada Lovelace" });
    const signUp = { signUpToken: offer.body.signUpToken, organisationName: "Analytical Engines" };
    expect((await post("/v1/auth/social/sign-up", signUp)).status).toBe(200);
    const again = await goThrough("google", "ada@example.com");
    expect(again.status).toBe(200);
    key = again.body.accessToken;
  });

  test("is not logged in by the same address at GitHub, though it is proven there too", async () => {
    const answer = await goThrough("github", "ada@example.com");
    expect([answer.status, answer.body.code]).toEqual([409, "link_needed"]);
  });

  test("nor by the same address at Microsoft, which proves nothing, and says nothing of her account (nOAuth)", async () => {
    const answer = await goThrough("microsoft", "ada@example.com");
    expect([answer.status, answer.body.code]).toEqual([409, "sign_up_needed"]);
    expect(answer.body).toMatchObject({ emailVerified: false });
  });

  test.each(["github", "microsoft"] as const)("links %s, and logs in by it", async (service) => {
    expect((await goThrough(service, "ada@example.com", { key })).status).toBe(200);
    const { status, body } = await goThrough(service, "ada@example.com");
    expect([status, body]).toMatchObject([200, { member: { email: "ada@example.com" } }]);
    const mails = await mailbox.collect();
    expect(mails.map(({ text }) => text).join()).toContain(service === "github" ? "GitHub" : "Microsoft");
  });
});

describe("Eve, whose address Google has not seen", () => {
  test("is offered to sign up by mail", async () => {
    const { body } = await goThrough("google", "eve@example.com");
    expect(body).toMatchObject({ code: "sign_up_needed", emailVerified: false });
  });
});

describe("a provider that has gone", () => {
  test("is 503 at the end of a flow, which can be ended once it is back; and at the start", async () => {
    const started = await post("/v1/auth/social/github/start", {});
    const back = await browse(
      started.body.authorisationUrl,
      `${APP}/auth/callback/github`,
      consentAs("ada@example.com"),
    );
    const finish = { ...answerOf(back), flowToken: started.body.flowToken };
    await emulators[SERVICES.indexOf("github")]!.close();

    const answer = await post("/v1/auth/social/github/finish", finish);
    expect([answer.status, answer.body.code, answer.headers["retry-after"]]).toEqual([
      503,
      "provider_unavailable",
      "5",
    ]);
    expect(answer.body).toMatchObject({ retryable: true, userMessage: expect.stringMatching(/^GitHub cannot/) });
    const again = await post("/v1/auth/social/github/finish", finish);
    expect(again.body.code).toBe("provider_unavailable");
    const log = app.logged.map(({ fields }) => fields);
    expect(log).toContainEqual({
      provider: "github",
      failure: "unavailable",
      reason: expect.stringMatching(/reached/),
    });
    expect(JSON.stringify(app.logged)).not.toMatch(new RegExp(`${finish.code}|${finish.flowToken}|ada@example.com`));
  });
});
