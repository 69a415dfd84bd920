import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { comeBack, type Person } from "../../support/identity-providers/local-flow.ts";
import { createMailbox, type Mailbox } from "../../support/mailbox.ts";
import type { Answer, CallOptions } from "../../support/rest-app.ts";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";
import { createFactorFixture } from "../../support/second-factors.ts";

let world: RestWorld;
let mailbox: Mailbox;

beforeAll(async () => {
  world = await createRestWorld();
  mailbox = createMailbox(world);
});

afterAll(() => world.close());

const post = (path: string, body: object, options: CallOptions = {}) =>
  world.app.call("POST", `/v1/auth/social${path}`, { body, ...options });
const start = (body: object = {}) => post("/local/start", body);
const finish = (body: object, options?: CallOptions) => post("/local/finish", body, options);
const come = (person: Person, begin?: object) => comeBack(world.app, person, begin);
const codeOf = ({ status, body }: Answer) => [status, body.code];

/** Somebody who has signed up by a proven address. */
async function signedUp(email: string, name = "Ada Lovelace"): Promise<Answer> {
  const { body } = await finish(await come({ email, name }));
  return post("/sign-up", { signUpToken: body.signUpToken, organisationName: "Riverside Clinic" });
}

test("the providers that are set up are listed for everybody", async () => {
  const { status, body } = await world.app.call("GET", "/v1/auth/providers");
  expect([status, body]).toEqual([200, { providers: [{ id: "local", name: "Local" }] }]);
});

describe("somebody new whose provider vouches for his address", () => {
  test("is offered to sign up, does, and is logged in by the same identity from then on", async () => {
    const offer = await finish(await come({ email: "New@Example.com" }, { deviceName: "Phone" }));
    expect(codeOf(offer)).toEqual([409, "sign_up_needed"]);
    expect(offer.body).toMatchObject({
      signUpToken: expect.stringMatching(/^hf_su_[\w-]{43}$/),
      expiresAt: "2026-11-23T09:00:00.000Z",
      email: "new@example.com",
      emailVerified: true,
      name: "Ada Lovelace",
    });
    const { signUpToken } = offer.body;
    const signUp = { signUpToken, organisationName: "Riverside Clinic", timeZone: "Europe/Lisbon" };
    const { status, body } = await post("/sign-up", signUp);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      tokenType: "Bearer",
      session: { name: "Phone", current: true },
      member: { name: "Ada Lovelace", email: "new@example.com", role: "owner", timeZone: "Europe/Lisbon" },
    });
    const me = await world.app.call("GET", "/v1/me", { key: body.accessToken });
    expect(me.body).toMatchObject({ emailVerifiedAt: "2026-11-23T08:00:00.000Z", organisation: { mode: "live" } });
    expect(codeOf(await post("/sign-up", signUp))).toEqual([401, "invalid_sign_up_token"]);

    const again = await finish(await come({ email: "new@example.com" }));
    expect(again.status).toBe(200);
    expect(again.body).toMatchObject({ returnTo: null, member: { email: "new@example.com" }, session: { name: null } });
    expect(again.headers["cache-control"]).toBe("no-store");
  });

  test("is told of the organisation, the identity and the session in the new organisation", async () => {
    const { body } = await finish(await come({ email: "told@example.com" }));
    const signUp = { signUpToken: body.signUpToken, organisationName: "Told" };
    await post("/sign-up", signUp, { headers: { "X-Request-Id": "signed-up-socially" } });
    const told = await world.sql<{ type: string; payload: object }>(
      "SELECT type, payload FROM outbox_event WHERE request_id = 'signed-up-socially' ORDER BY type",
    );
    expect(told.map(({ type }) => type)).toEqual(
      expect.arrayContaining(["identity.linked", "organisation.created", "session.started"]),
    );
    expect(JSON.stringify(told.find(({ type }) => type === "identity.linked"))).not.toContain("told@example.com");
  });

  test("of several sign-ups by one token at once, one gets through", async () => {
    const { body } = await finish(await come({ email: "race@example.com" }));
    const signUps = Array.from({ length: 8 }, () =>
      post("/sign-up", { signUpToken: body.signUpToken, organisationName: "Race" }),
    );
    const statuses = (await Promise.all(signUps)).map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 401, 401, 401, 401, 401, 401, 401]);
  });

  test("who signs up twice by two tokens has one account", async () => {
    const bodies = [await come({ email: "twice@example.com" }), await come({ email: "twice@example.com" })];
    const tokens = [];
    for (const body of bodies) tokens.push((await finish(body)).body.signUpToken);
    const [first, second] = await Promise.all(
      tokens.map((signUpToken) => post("/sign-up", { signUpToken, organisationName: "Twice" })),
    );
    expect([first!.status, second!.status].sort()).toEqual([200, 409]);
  });

  test("comes back after he has left every organisation, and signs up for one of his own", async () => {
    const { body } = await signedUp("back@example.com");
    await world.sql("UPDATE member SET user_id = NULL, deleted_at = now() WHERE email = 'back@example.com'");
    const again = await signedUp("back@example.com");
    expect(again.status).toBe(200);
    const memberOf = (answer: { member?: { id: string } }) => answer.member!.id;
    expect(memberOf(again.body as never)).not.toBe(memberOf(body as never));
    expect(await world.sql(`SELECT count(*)::int FROM "user" WHERE email = 'back@example.com'`)).toEqual([
      { count: 1 },
    ]);
    expect((await finish(await come({ email: "back@example.com" }))).status).toBe(200);
  });

  test("is asked for the second factor that he has from before", async () => {
    const { body } = await signedUp("factor@example.com");
    const memberId = (body as unknown as { member: { id: string } }).member.id;
    await (await createFactorFixture(world, memberId)).addTotp();
    await world.sql("UPDATE member SET user_id = NULL, deleted_at = now() WHERE id = $1", [memberId]);
    const again = await signedUp("factor@example.com");
    expect(codeOf(again)).toEqual([401, "second_factor_required"]);
    expect(again.body).toMatchObject({ factors: ["totp"], challengeToken: expect.stringMatching(/^hf_ch_/) });
  });

  test("has an hour for it, and names a zone that there is, and himself where the provider does not", async () => {
    const { body } = await finish(await come({ email: "nameless@example.com", name: null }));
    const signUp = { signUpToken: body.signUpToken, organisationName: "Late" };
    const wrong = await post("/sign-up", { ...signUp, timeZone: "Mars/Olympus" });
    expect(codeOf(wrong)).toEqual([422, "validation_failed"]);
    expect(wrong.body.errors.map(({ pointer }) => pointer)).toEqual(["/name", "/timeZone"]);
    world.clock.advance(3_600_000);
    expect(codeOf(await post("/sign-up", { ...signUp, name: "N" }))).toEqual([401, "invalid_sign_up_token"]);
    world.clock.advance(-3_600_000);
  });
});

describe("an account is never found by its e-mail address", () => {
  test("whose address is proven is told to log in and link, and gets no session", async () => {
    const { email } = world.clinic.ownerLogIn;
    const answer = await finish(await come({ email }));
    expect(codeOf(answer)).toEqual([409, "link_needed"]);
    expect(answer.text).not.toMatch(/hf_|usr_|org_/);
    expect(await world.sql("SELECT FROM identity WHERE subject = $1", [email])).toEqual([]);
  });

  test("whose address is not proven learns nothing of accounts: known and unknown get one answer", async () => {
    const known = await finish(await come({ email: world.clinic.ownerLogIn.email, isEmailVerified: false }));
    const unknown = await finish(await come({ email: "nobody@clinic.example", isEmailVerified: false }));
    const told = ({ status, body }: Answer) => ({ ...body, status, requestId: "", signUpToken: "", email: "" });
    expect(codeOf(known)).toEqual([409, "sign_up_needed"]);
    expect(told(known)).toEqual(told(unknown));
    expect(known.body).toMatchObject({ emailVerified: false });
  });

  test("an address that changes at the provider changes nothing here", async () => {
    const { body } = await signedUp("constant@example.com");
    await world.sql("UPDATE identity SET subject = 'moved@example.com' WHERE email = 'constant@example.com'");
    const again = await finish(await come({ email: "moved@example.com" }));
    expect(again.body).toMatchObject({ member: { id: (body as unknown as { member: { id: string } }).member.id } });
    expect((await world.app.call("GET", "/v1/me", { key: again.body.accessToken })).body).toMatchObject({
      email: "constant@example.com",
    });
  });
});

describe("somebody new whose provider does not vouch for his address", () => {
  const unproven = (email: string) => come({ email, isEmailVerified: false });
  const requestEmail = (signUpToken: string, email: string) =>
    post("/request-email-verification", { signUpToken, email });

  test("proves one by a mail, and signs up with it", async () => {
    const { body } = await finish(await unproven("claimed@example.com"));
    const signUp = { signUpToken: body.signUpToken, organisationName: "Proven" };
    const without = await post("/sign-up", signUp);
    expect(codeOf(without)).toEqual([422, "validation_failed"]);
    expect(without.body.errors).toMatchObject([{ pointer: "/emailToken" }]);

    expect((await requestEmail(body.signUpToken, "Real@Example.com")).status).toBe(204);
    const first = await mailbox.tokenTo("real@example.com");
    await requestEmail(body.signUpToken, "real@example.com");
    const emailToken = await mailbox.tokenTo("real@example.com");
    for (const wrong of [first, "hf_ot_wrong"])
      expect(codeOf(await post("/sign-up", { ...signUp, emailToken: wrong }))).toEqual([401, "invalid_one_time_token"]);
    const done = await post("/sign-up", { ...signUp, emailToken });
    expect(done.body).toMatchObject({ member: { email: "real@example.com" } });
    expect((await finish(await unproven("claimed@example.com"))).status).toBe(200);
  });

  test("the mail alone opens nothing without the sign-up token, and another's token not with it", async () => {
    const [mine, other] = [
      (await finish(await unproven("mine@example.com"))).body.signUpToken,
      (await finish(await unproven("other@example.com"))).body.signUpToken,
    ];
    await requestEmail(mine, "mine@example.com");
    const emailToken = await mailbox.tokenTo("mine@example.com");
    const signUp = { emailToken, organisationName: "Stolen" };
    expect(codeOf(await post("/sign-up", { ...signUp, signUpToken: other }))).toEqual([401, "invalid_one_time_token"]);
    expect(codeOf(await post("/sign-up", { ...signUp, signUpToken: "made-up" }))).toEqual([
      401,
      "invalid_sign_up_token",
    ]);
    expect(codeOf(await requestEmail("made-up", "mine@example.com"))).toEqual([401, "invalid_sign_up_token"]);
  });

  test("an address that has an account gets a mail that says so, and the caller learns nothing", async () => {
    const { body } = await finish(await unproven("any@example.com"));
    expect((await requestEmail(body.signUpToken, world.clinic.ownerLogIn.email)).status).toBe(204);
    const [mail] = await mailbox.collect();
    expect(mail).toMatchObject({ to: world.clinic.ownerLogIn.email, subject: "You have an account already" });
    expect(mail!.text).not.toContain("hf_ot_");
  });
});

test("where sign-up is closed nobody new gets in, and nothing is kept of him", async () => {
  const closed = await world.startTwin({ signUp: "invited" });
  const body = await comeBack(closed, { email: "stranger@example.com" });
  const answer = await closed.call("POST", "/v1/auth/social/local/finish", { body });
  expect(codeOf(answer)).toEqual([403, "sign_up_closed"]);
  const open = await finish(await come({ email: "stranger@example.com" }));
  const signUp = { signUpToken: open.body.signUpToken, organisationName: "Closed" };
  expect(codeOf(await closed.call("POST", "/v1/auth/social/sign-up", { body: signUp }))).toEqual([
    403,
    "sign_up_closed",
  ]);
});

describe("a flow", () => {
  beforeAll(() => signedUp("flows@example.com"));

  test("is bound to the browser that began it: its state does not finish another's (RFC 9700 4.7)", async () => {
    const [mine, attackers] = [await come({ email: "flows@example.com" }), await come({ email: "flows@example.com" })];
    const swapped = { ...mine, flowToken: (attackers as { flowToken: string }).flowToken };
    expect(codeOf(await finish(swapped))).toEqual([401, "invalid_flow_token"]);
    // It was tried, and is used up; the other one is not.
    expect(codeOf(await finish(attackers))).toEqual([401, "invalid_flow_token"]);
    expect((await finish(mine)).status).toBe(200);
  });

  test("takes the code of no other flow, though its own state comes with it", async () => {
    const [mine, attackers] = [await come({ email: "flows@example.com" }), await come({ email: "flows@example.com" })];
    const injected = { ...mine, code: (attackers as { code: string }).code };
    expect(codeOf(await finish(injected))).toEqual([401, "identity_not_proven"]);
  });

  test("is finished once, by one of several at once", async () => {
    const body = await come({ email: "flows@example.com" });
    const answers = await Promise.all(Array.from({ length: 8 }, () => finish(body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401, 401, 401, 401, 401]);
    expect(codeOf(await finish(body))).toEqual([401, "invalid_flow_token"]);
  });

  test("ends after 10 minutes", async () => {
    const [inTime, late] = [await come({ email: "flows@example.com" }), await come({ email: "flows@example.com" })];
    world.clock.advance(599_999);
    expect((await finish(inTime)).status).toBe(200);
    world.clock.advance(1);
    expect(codeOf(await finish(late))).toEqual([401, "invalid_flow_token"]);
  });

  test.each(["access_denied", "server_error"])("that the provider ends with %s is told so", async (error) => {
    const { code: _, ...back } = (await come({ email: "flows@example.com" })) as { code: string };
    const answer = await finish({ ...back, error });
    expect(codeOf(answer)).toEqual([401, "identity_not_proven"]);
    expect(answer.body).toMatchObject({ providerError: error });
  });

  test("an error in a stranger's words is not repeated", async () => {
    const { code: _, ...back } = (await come({ email: "flows@example.com" })) as { code: string };
    const answer = await finish({ ...back, error: "<b>call this number</b>" });
    expect(answer.body).toMatchObject({ code: "identity_not_proven", providerError: "unknown" });
    expect(answer.text).not.toContain("call this number");
  });

  test("without a code and an error is a wrong request, which does not use it up", async () => {
    const body = await come({ email: "flows@example.com" });
    const { code: _, ...without } = body as { code: string };
    const answer = await finish(without);
    expect(codeOf(answer)).toEqual([422, "validation_failed"]);
    expect(answer.body.errors).toMatchObject([{ pointer: "/code" }]);
    expect((await finish(body)).status).toBe(200);
  });

  test("with a provider that is not set up is 404", async () => {
    for (const provider of ["google", "nonsense", "__proto__"])
      expect(codeOf(await post(`/${provider}/start`, {}))).toEqual([404, "not_found"]);
    const body = await come({ email: "flows@example.com" });
    expect(codeOf(await post("/google/finish", body))).toEqual([401, "invalid_flow_token"]);
  });

  test("leaves neither token, nor state, nor verifier in the database as they are", async () => {
    const { body } = await start();
    const { state, flowToken } = { state: new URL(body.authorisationUrl).searchParams.get("state")!, ...body };
    const rows = JSON.stringify(await world.sql("SELECT * FROM identity_flow"));
    expect(rows).not.toContain(flowToken);
    expect(rows).not.toContain(state);
  });

  test("brings the person back where he was", async () => {
    const returnTo = "/bookings/bkg_1?week=47&view=day#top";
    const back = await finish(await come({ email: "flows@example.com" }, { returnTo }));
    expect(back.body.returnTo).toBe(returnTo);
    const offer = await finish(await come({ email: "elsewhere@example.com" }, { returnTo }));
    expect([offer.body.code, offer.body.returnTo]).toEqual(["sign_up_needed", returnTo]);
  });

  test.each([
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "\\/evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "javascript:alert(1)",
    "bookings",
    "",
    " /bookings",
    "/bücher",
  ])("leads nowhere but into the app: %j", async (returnTo) => {
    const answer = await start({ returnTo });
    expect(codeOf(answer)).toEqual([422, "validation_failed"]);
    expect(answer.body.errors).toMatchObject([{ pointer: "/returnTo" }]);
  });
});

describe("whoever is in several organisations", () => {
  test("chooses one, and enters the first otherwise; one that is not his is not there", async () => {
    const own = await signedUp("several@example.com");
    const { organisationId } = (own.body as unknown as { session: { organisationId: string } }).session;
    await world.sql(
      `UPDATE member SET user_id = (SELECT id FROM "user" WHERE email = 'several@example.com'),
         created_at = created_at + interval '1 h' WHERE id = $1`,
      [world.stranger.member.memberId],
    );
    const organisationIn = async (more: object) => {
      const { status, body } = await finish({ ...(await come({ email: "several@example.com" })), ...more });
      return status === 200
        ? (body as unknown as { session: { organisationId: string } }).session.organisationId
        : status;
    };
    expect(await organisationIn({})).toBe(organisationId);
    expect(await organisationIn({ organisationId: world.stranger.organisationId })).toBe(world.stranger.organisationId);
    expect(await organisationIn({ organisationId: world.clinic.organisationId })).toBe(404);
  });
});
