import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { newId } from "../../../src/domain/shared/ids.ts";
import { comeBack, comeBackToLink } from "../../support/identity-providers/local-flow.ts";
import { createMailbox, type Mailbox } from "../../support/mailbox.ts";
import type { Answer, CallOptions } from "../../support/rest-app.ts";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";
import { codeAt, createFactorFixture } from "../../support/second-factors.ts";

let world: RestWorld;
let mailbox: Mailbox;
/** The clinic's owner, logged in by his password. */
let key: string;

beforeAll(async () => {
  world = await createRestWorld();
  mailbox = createMailbox(world);
});

beforeEach(async () => {
  key = (await world.logIn()).accessToken;
  await mailbox.collect();
});

afterAll(() => world.close());

const codeOf = ({ status, body }: Answer) => [status, body.code];
const finishLinking = (body: object, options: CallOptions = {}) =>
  world.app.call("POST", "/v1/me/identities/local/finish", { key, body, ...options });
const link = async (email: string) => finishLinking(await comeBackToLink(world.app, { email }, key));
const list = async () => (await world.app.call("GET", "/v1/me/identities", { key })).body.data;
const unlink = (id: string, options: CallOptions = {}) =>
  world.app.call("DELETE", `/v1/me/identities/${id}`, { key, ...options });
const logInBy = async (email: string) =>
  world.app.call("POST", "/v1/auth/social/local/finish", { body: await comeBack(world.app, { email }) });

/** Somebody who has no password. @returns his access token */
async function signUp(email: string): Promise<string> {
  const { body } = await logInBy(email);
  const signUp = { signUpToken: body.signUpToken, organisationName: "Social" };
  return (await world.app.call("POST", "/v1/auth/social/sign-up", { body: signUp })).body.accessToken;
}

test("an identity that is linked lets its owner in, is listed, and its owner is told by mail", async () => {
  const { status, body } = await link("linked@example.com");
  expect(status).toBe(200);
  expect(body).toMatchObject({ provider: "local", email: "linked@example.com", lastUsedAt: null, returnTo: null });
  const [mail, ...more] = await mailbox.collect();
  expect(mail).toMatchObject({
    to: world.clinic.ownerLogIn.email,
    subject: expect.stringMatching(/new way to log in/),
  });
  expect(more).toEqual([]);

  world.clock.advance(1_000);
  const { body: loggedIn } = await logInBy("linked@example.com");
  expect(loggedIn).toMatchObject({ member: { id: world.clinic.owner.memberId } });
  expect(await list()).toContainEqual({
    id: body.id,
    provider: "local",
    email: "linked@example.com",
    createdAt: body.createdAt,
    lastUsedAt: world.clock.now().toISOString(),
  });
});

test("linking the same identity again does no harm, and is not told again", async () => {
  const first = await link("again@example.com");
  await mailbox.collect();
  const second = await link("again@example.com");
  expect([second.status, second.body.id]).toEqual([200, first.body.id]);
  expect(await mailbox.collect()).toEqual([]);
});

test("an identity that another account has is refused, and stays where it is", async () => {
  await signUp("taken@example.com");
  expect(codeOf(await link("taken@example.com"))).toEqual([409, "identity_taken"]);
  expect((await list()).map((each) => (each as unknown as { email: string }).email)).not.toContain("taken@example.com");
});

test("a flow that another person began, or that began as a log-in, links nothing", async () => {
  const other = await signUp("other@example.com");
  const others = await comeBackToLink(world.app, { email: "victim@example.com" }, other);
  expect(codeOf(await finishLinking(others))).toEqual([401, "invalid_flow_token"]);
  const logIns = await comeBack(world.app, { email: "victim@example.com" });
  expect(codeOf(await finishLinking(logIns))).toEqual([401, "invalid_flow_token"]);
  const links = await comeBackToLink(world.app, { email: "victim@example.com" }, key);
  expect(codeOf(await world.app.call("POST", "/v1/auth/social/local/finish", { body: links }))).toEqual([
    401,
    "invalid_flow_token",
  ]);
});

describe("an idempotency key", () => {
  const once = (name: string): CallOptions => ({ headers: { "Idempotency-Key": name } });

  test("lets linking be repeated when its answer was lost", async () => {
    const body = await comeBackToLink(world.app, { email: "once@example.com" }, key);
    const first = await finishLinking(body, once("link"));
    const again = await finishLinking(body, once("link"));
    expect([again.status, again.text]).toEqual([first.status, first.text]);
    expect(again.headers["idempotency-replayed"]).toBe("true");
    expect(codeOf(await finishLinking(body, once("other")))).toEqual([401, "invalid_flow_token"]);
  });

  test("keeps no token of a flow", async () => {
    const begin = () => world.app.call("POST", "/v1/me/identities/local/start", { key, body: {}, ...once("start") });
    const first = await begin();
    expect(first.body.flowToken).toMatch(/^hf_fl_/);
    expect((await begin()).body).toMatchObject({ flowToken: null, authorisationUrl: null });
    const kept = JSON.stringify(await world.sql("SELECT * FROM idempotency_key"));
    expect(kept).not.toContain(first.body.flowToken);
    expect(kept).not.toContain(new URL(first.body.authorisationUrl).searchParams.get("state"));
  });
});

describe("unlinking", () => {
  test("shuts the way, tells the owner by mail, and leaves sessions open", async () => {
    const { body } = await link("gone@example.com");
    const { body: session } = await logInBy("gone@example.com");
    await mailbox.collect();
    expect((await unlink(body.id)).status).toBe(204);
    const [mail] = await mailbox.collect();
    expect(mail).toMatchObject({ to: world.clinic.ownerLogIn.email, subject: expect.stringMatching(/is gone/) });
    expect(codeOf(await logInBy("gone@example.com"))).toEqual([409, "sign_up_needed"]);
    expect((await world.app.call("GET", "/v1/me", { key: session.accessToken })).status).toBe(200);
    expect(codeOf(await unlink(body.id))).toEqual([404, "not_found"]);
  });

  test("leaves the last means to log in, of two that go at once too", async () => {
    const own = await signUp("only@example.com");
    const listOwn = async () => (await world.app.call("GET", "/v1/me/identities", { key: own })).body.data;
    const [only] = await listOwn();
    expect(codeOf(await unlink(only!.id, { key: own }))).toEqual([409, "last_log_in_method"]);

    const second = await comeBackToLink(world.app, { email: "second@example.com" }, own);
    await finishLinking(second, { key: own });
    const both = (await listOwn()).map(({ id }) => id);
    expect(both).toHaveLength(2);
    const answers = await Promise.all(both.map((id) => unlink(id, { key: own })));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(await listOwn()).toHaveLength(1);
  });

  test("leaves a passkey, which then is the last means to log in", async () => {
    const own = await signUp("keyholder@example.com");
    const [only] = (await world.app.call("GET", "/v1/me/identities", { key: own })).body.data;
    const { userId } = await world.app.db.prisma.identity.findUniqueOrThrow({ where: { id: only!.id } });
    const passkey = { userId, credentialId: "held", publicKey: Buffer.of(1), counter: 0n, isSynced: false };
    const { id } = await world.app.db.prisma.passkey.create({
      data: { ...passkey, id: newId("passkey"), createdAt: world.clock.now() },
    });
    expect((await unlink(only!.id, { key: own })).status).toBe(204);
    const removed = await world.app.call("DELETE", `/v1/me/passkeys/${id}`, { key: own });
    expect(codeOf(removed)).toEqual([409, "last_log_in_method"]);
  });

  test("of the last identity is allowed to whoever has a password", async () => {
    for (const { id } of await list()) expect((await unlink(id)).status).toBe(204);
    expect(await list()).toEqual([]);
  });

  test("another's identity is not there", async () => {
    const own = await signUp("private@example.com");
    const [identity] = (await world.app.call("GET", "/v1/me/identities", { key: own })).body.data;
    expect(codeOf(await unlink(identity!.id))).toEqual([404, "not_found"]);
    expect(codeOf(await unlink("nonsense"))).toEqual([404, "not_found"]);
  });
});

test("whoever has a second factor is asked for it after the provider too, and goes on where he was", async () => {
  await link("factor@example.com");
  const factors = await createFactorFixture(world);
  const secret = await factors.addTotp();
  const body = await comeBack(world.app, { email: "factor@example.com" }, { deviceName: "Phone", returnTo: "/week" });
  const answer = await world.app.call("POST", "/v1/auth/social/local/finish", { body });
  expect(codeOf(answer)).toEqual([401, "second_factor_required"]);
  expect(answer.body).toMatchObject({ factors: ["totp"], returnTo: "/week" });
  expect(answer.text).not.toContain("accessToken");
  const { challengeToken } = answer.body;
  const proof = { challengeToken, code: codeAt(secret, world.clock) };
  const { status, body: loggedIn } = await world.app.call("POST", "/v1/auth/second-factor", { body: proof });
  expect([status, loggedIn]).toMatchObject([200, { session: { name: "Phone" } }]);
  await factors.remove();
});

test("whoever found the device lying open neither links nor unlinks", async () => {
  const { body } = await link("kept@example.com");
  const begun = await comeBackToLink(world.app, { email: "intruder@example.com" }, key);
  world.clock.advance(600_001);
  const refused = [
    await world.app.call("POST", "/v1/me/identities/local/start", { key, body: {} }),
    await finishLinking(begun),
    await unlink(body.id),
  ];
  for (const answer of refused) expect(codeOf(answer)).toEqual([403, "step_up_required"]);
  expect((await list()).map(({ id }) => id)).toContain(body.id);
});

test("the list goes page by page", async () => {
  for (const name of ["p1", "p2", "p3"]) await link(`${name}@example.com`);
  const first = await world.app.call("GET", "/v1/me/identities?limit=2", { key });
  expect(first.body.data).toHaveLength(2);
  const { nextCursor } = first.body.page;
  const rest = await world.app.call("GET", `/v1/me/identities?limit=100&cursor=${nextCursor!}`, { key });
  expect([...first.body.data, ...rest.body.data]).toEqual(await list());
});
