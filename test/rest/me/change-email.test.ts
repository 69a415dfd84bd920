import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { newId } from "../../../src/domain/shared/ids.ts";
import { addLogIn } from "../../support/add-log-in.ts";
import { createMailbox, tokenIn, type Mailbox } from "../../support/mailbox.ts";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";

let world: RestWorld;
let mailbox: Mailbox;

/** Somebody who has logged in. */
interface Person {
  memberId: string;
  email: string;
  key: string;
  userId: string;
}

let grace: Person;
/** What nobody has yet. */
let newEmail: string;

beforeAll(async () => {
  world = await createRestWorld();
  mailbox = createMailbox(world);
});

beforeEach(async () => {
  grace = await newPerson();
  newEmail = `${newId("user")}@elsewhere.example`;
});

afterAll(() => world.close());

async function newPerson(): Promise<Person> {
  const member = await world.clinic.addPerson();
  const { accessToken: key } = await (await addLogIn(world, member))();
  const { body } = await world.call("GET", "/v1/me", { key });
  return { memberId: member.memberId, email: (body as unknown as Person).email, key, userId: body.id };
}

const post = (path: string, body: object, headers?: Record<string, string>) =>
  world.call("POST", `/v1/auth/${path}`, { key: null, body, headers });

const change = (email: string, headers?: Record<string, string>, { key } = grace) =>
  world.call("POST", "/v1/me/change-email", { key, body: { email }, headers });

const confirm = (token: string, headers?: Record<string, string>) => post("confirm-email-change", { token }, headers);

async function mailedToken(email = newEmail): Promise<string> {
  expect((await change(email)).status).toBe(202);
  return mailbox.tokenTo(email.toLowerCase());
}

const logInBy = (email: string) => post("log-in", { email, password: world.clinic.ownerLogIn.password });
const emailOf = async (key: string) =>
  ((await world.call("GET", "/v1/me", { key })).body as unknown as { email: string }).email;

test("a link goes to the new address, a notice to the old one, and nothing changes until the link is opened", async () => {
  const { status, text } = await change(newEmail.toUpperCase());
  expect([status, text]).toEqual([202, ""]);
  const mails = await mailbox.collect();
  expect(new Set(mails.map(({ to }) => to))).toEqual(new Set([newEmail, grace.email]));
  const link = mails.find(({ to }) => to === newEmail)!;
  expect(link.text).toContain("https://app.example.com/confirm-email-change?token=hf_ot_");
  const notice = mails.find(({ to }) => to === grace.email)!;
  expect(notice.text).not.toContain("token");
  for (const { text } of mails) expect(text).not.toMatch(new RegExp(`${grace.email}|${newEmail}`));
  expect(await emailOf(grace.key)).toBe(grace.email);
  expect(JSON.stringify(await world.sql("SELECT * FROM one_time_token"))).not.toContain(tokenIn(link));
});

test("whoever confirms logs in by the new address alone, which is proven, and every session has ended", async () => {
  const other = (await logInBy(grace.email)).body;
  expect((await confirm(await mailedToken())).status).toBe(204);
  for (const key of [grace.key, other.accessToken])
    expect((await world.call("GET", "/v1/me", { key })).body.code).toBe("unauthenticated");
  expect((await post("refresh", { refreshToken: other.refreshToken })).status).toBe(401);
  const reasons = "SELECT DISTINCT end_reason FROM device_session WHERE user_id = $1";
  expect(await world.sql(reasons, [grace.userId])).toEqual([{ end_reason: "email_changed" }]);
  expect([(await logInBy(grace.email)).status, (await logInBy(newEmail)).status]).toEqual([401, 200]);
  const { accessToken: key } = (await logInBy(newEmail)).body;
  const { body } = await world.call("GET", "/v1/me", { key });
  expect(body).toMatchObject({ email: newEmail, emailVerifiedAt: world.clock.now().toISOString() });
  expect((await world.call("GET", `/v1/members/${grace.memberId}`)).body).toMatchObject({
    email: newEmail,
    version: 3,
  });
});

test("an organisation in which somebody else has the new address goes on to know the person by the old one", async () => {
  const host = { name: "Managed host", email: newEmail, timeZone: "UTC" };
  expect((await world.call("POST", "/v1/members", { body: host })).status).toBe(201);
  expect((await confirm(await mailedToken())).status).toBe(204);
  expect((await world.call("GET", `/v1/members/${grace.memberId}`)).body).toMatchObject({ email: grace.email });
  expect((await logInBy(newEmail)).status).toBe(200);
});

test("passkeys and identities stay, a pending reset does not", async () => {
  const [id, createdAt] = [newId("identity"), world.clock.now()];
  const identity = { provider: "local", issuer: "local", subject: newId("user") };
  await world.app.db.prisma.identity.create({ data: { id, userId: grace.userId, ...identity, createdAt } });
  await post("request-password-reset", { email: grace.email });
  const reset = await mailbox.tokenTo(grace.email);
  expect((await confirm(await mailedToken())).status).toBe(204);
  expect(await world.sql("SELECT id FROM identity WHERE user_id = $1", [grace.userId])).toEqual([{ id }]);
  expect((await post("reset-password", { token: reset, password: "a new password" })).status).toBe(401);
  await post("request-password-reset", { email: grace.email });
  expect(await mailbox.collect()).toEqual([]);
});

test("an address that somebody has gets the same answer; he reads that nothing has changed, and no token", async () => {
  const taken = await newPerson();
  const [answer, ofNobodys] = [await change(taken.email), await change(newEmail)];
  expect([answer.status, answer.text]).toEqual([ofNobodys.status, ofNobodys.text]);
  expect((await change(taken.email)).status).toBe(202);
  const mails = (await mailbox.collect()).filter(({ to }) => to === taken.email);
  expect(mails.map(({ subject }) => subject)).toEqual(["This e-mail address has an account already"]);
  expect(mails[0]!.text).not.toContain("token");
});

test("an address that is taken until the link is opened is refused as a used token is, and stays whose it is", async () => {
  const used = await mailedToken();
  await confirm(used);
  const again = await confirm(used);
  const ada = await newPerson();
  expect((await change("meanwhile@elsewhere.example", {}, ada)).status).toBe(202);
  const token = await mailbox.tokenTo("meanwhile@elsewhere.example");
  const taken = await newPerson();
  await world.sql(`UPDATE "user" SET email = $1 WHERE id = $2`, ["meanwhile@elsewhere.example", taken.userId]);
  const refused = await confirm(token);
  const told = ({ body: { code, detail }, status }: typeof refused) => ({ status, code, detail });
  expect(told(refused)).toEqual({ ...told(again), status: 401, code: "invalid_one_time_token" });
  expect([await emailOf(ada.key), await emailOf(taken.key)]).toEqual([ada.email, "meanwhile@elsewhere.example"]);
});

test("of 16 who bring one token at the same time one gets through", async () => {
  const token = await mailedToken();
  const answers = await Promise.all(Array.from({ length: 16 }, () => confirm(token)));
  const count = (wanted: number) => answers.filter(({ status }) => status === wanted).length;
  expect([count(204), count(401)]).toEqual([1, 15]);
});

test("of two who want the same address the one who confirms first gets it", async () => {
  const ada = await newPerson();
  const tokens = [await mailedToken()];
  await change(newEmail, {}, ada);
  tokens.push(await mailbox.tokenTo(newEmail));
  const answers = await Promise.all(tokens.map((token) => confirm(token)));
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 401]);
});

test("the token holds for a day, and only the last that was asked for counts", async () => {
  const first = await mailedToken("first@elsewhere.example");
  const last = await mailedToken();
  expect((await confirm(first)).status).toBe(401);
  world.clock.advance(86_400_000);
  expect((await confirm(last)).status).toBe(401);
});

test("a token for another purpose changes no address, and this one sets no password", async () => {
  await post("request-password-reset", { email: grace.email });
  expect((await confirm(await mailbox.tokenTo(grace.email))).status).toBe(401);
  const token = await mailedToken();
  expect((await post("reset-password", { token, password: "a new password" })).status).toBe(401);
  expect((await post("verify-email", { token })).status).toBe(401);
  expect((await confirm(token)).status).toBe(204);
});

const currentPassword = "correct horse battery staple";

test.each([
  [
    "changed",
    async () => {
      const body = { currentPassword, newPassword: "eleven quiet orchards" };
      expect((await world.call("PATCH", "/v1/me/password", { key: grace.key, body })).status).toBe(204);
    },
  ],
  [
    "reset",
    async (reset: string) => {
      const body = { token: reset, password: "eleven quiet orchards" };
      expect((await post("reset-password", body)).status).toBe(204);
    },
  ],
])("a password that is %s calls the change off, whether or not its mail has gone", async (_, setPassword) => {
  await post("request-password-reset", { email: grace.email });
  const reset = await mailbox.tokenTo(grace.email);
  const token = await mailedToken();
  await setPassword(reset);
  expect((await confirm(token)).status).toBe(401);
});

test("a change whose mail waits when the password is changed is mailed no more", async () => {
  await change(newEmail);
  const body = { currentPassword, newPassword: "eleven quiet orchards" };
  expect((await world.call("PATCH", "/v1/me/password", { key: grace.key, body })).status).toBe(204);
  expect((await mailbox.collect()).map(({ to }) => to)).toEqual([grace.email]);
});

test("it takes a proof that is not older than ten minutes, and another address than the present one", async () => {
  const same = await change(grace.email.toUpperCase());
  expect([same.status, same.body.errors.map(({ pointer }) => pointer)]).toEqual([422, ["/email"]]);
  world.clock.advance(600_001);
  const refused = await change(newEmail);
  expect([refused.status, refused.body.code, refused.body.factors]).toEqual([403, "step_up_required", ["password"]]);
  expect(await mailbox.collect()).toEqual([]);
});

test("a call that is repeated under its idempotency key sends no second mail", async () => {
  const headers = { "Idempotency-Key": newId("user") };
  await change(newEmail, headers);
  const again = await change(newEmail, headers);
  expect([again.status, again.text, again.headers["idempotency-replayed"]]).toEqual([202, "", "true"]);
  expect((await mailbox.collect()).map(({ to }) => to).sort()).toEqual([grace.email, newEmail].sort());
});

test("both steps are told and audited, without the addresses", async () => {
  await change(newEmail, { "X-Request-Id": "asked" });
  await confirm(await mailbox.tokenTo(newEmail), { "X-Request-Id": "confirmed" });
  const of = (column: string, table: string) =>
    world.sql(`SELECT ${column} FROM ${table} WHERE request_id IN ('asked', 'confirmed') ORDER BY 1`);
  const told = ["user.email_change_requested", "user.email_changed"];
  const types = (await of("type", "outbox_event")) as { type: string }[];
  expect(types.map(({ type }) => type)).toEqual(["member.updated", "session.ended", ...told]);
  const actions = (await of("action", "audit_entry")) as { action: string }[];
  expect(actions.map(({ action }) => action)).toEqual(expect.arrayContaining(told));
  const lines = JSON.stringify([
    await of("to_jsonb(audit_entry.*)", "audit_entry"),
    await world.sql("SELECT payload FROM outbox_event WHERE type = ANY ($1)", [told]),
  ]);
  for (const address of [grace.email, newEmail]) expect(lines).not.toContain(address);
});
