import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createMailbox, type Mailbox } from "../../support/mailbox.ts";
import type { Answer, AnswerBody } from "../../support/rest-app.ts";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";

let world: RestWorld;
let mailbox: Mailbox;

beforeAll(async () => {
  world = await createRestWorld();
  mailbox = createMailbox(world);
});

afterAll(() => world.close());

const PASSWORD = "eleven quiet orchards";

const invite = (body: object, key?: string) =>
  world.call("POST", "/v1/invitations", { body: { role: "member", ...body }, ...(key === undefined ? {} : { key }) });

const accept = (body: object) => world.call("POST", "/v1/auth/accept-invitation", { key: null, body });

const act = (id: string, verb: string) => world.call("POST", `/v1/invitations/${id}/${verb}`);

async function invited(email: string, more: object = {}): Promise<{ id: string; token: string }> {
  const { status, body } = await invite({ email, ...more });
  expect(status).toBe(201);
  return { id: body.id, token: await mailbox.tokenTo(email) };
}

type Accepted = AnswerBody & { member: AnswerBody & { role: string; email: string }; loggedIn: AnswerBody | null };
const acceptedBy = ({ body }: Answer) => body as Accepted;
const newcomer = (token: string) => accept({ token, password: PASSWORD, name: "Grace Hopper" });

describe("somebody new", () => {
  test("sets a password, is a member and logged in, and has proven his address", async () => {
    const { id, token } = await invited("grace@example.com", { role: "admin", name: "Grace" });
    const bare = await accept({ token });
    expect([bare.status, bare.body.errors.map(({ pointer }) => pointer)]).toEqual([422, ["/password"]]);
    const answer = await accept({ token, password: PASSWORD, timeZone: "America/New_York", locale: "en-US" });
    expect(answer.status).toBe(200);
    const { member, loggedIn } = acceptedBy(answer);
    expect(member).toMatchObject({ name: "Grace", role: "admin", timeZone: "America/New_York", canLogIn: true });
    const me = await world.call("GET", "/v1/me", { key: loggedIn!.accessToken });
    expect(me.body).toMatchObject({ email: "grace@example.com", emailVerifiedAt: world.clock.now().toISOString() });
    const read = await world.call("GET", `/v1/invitations/${id}`);
    expect(read.body).toMatchObject({ status: "accepted", memberId: member.id });
    expect((await newcomer(token)).body.code).toBe("invalid_one_time_token");
  });

  test("gets one account by sixteen acceptances at the same moment", async () => {
    const { token } = await invited("race@example.com");
    const answers = await Promise.all(Array.from({ length: 16 }, () => newcomer(token)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { status } of answers) expect([200, 401, 503]).toContain(status);
    for (const table of ["member", `"user"`])
      expect(await world.sql(`SELECT FROM ${table} WHERE email = 'race@example.com'`)).toHaveLength(1);
  });

  test("does not get in by a weak password, and nothing of the mail was written by whoever invites", async () => {
    await invite({ email: "weak@example.com", name: "Click here" });
    const [mail] = await mailbox.collect();
    expect(mail!.text).not.toMatch(/Click|clinic/);
    const token = /\?token=(\S+)/.exec(mail!.text)![1]!;
    const weak = await accept({ token, password: "password123", name: "Weak" });
    expect(weak.body.errors.map(({ pointer }) => pointer)).toEqual(["/password"]);
    expect((await newcomer(token)).status).toBe(200);
  });
});

describe("somebody who has an account", () => {
  test("joins with it, and logs in as always: neither is his password changed nor is he let in", async () => {
    const { email, password } = world.stranger.ownerLogIn;
    const { token } = await invited(email);
    const answer = await accept({ token, password: "another one by the mail" });
    expect(acceptedBy(answer)).toMatchObject({ member: { email, role: "member" }, loggedIn: null });
    const { organisationId } = world.clinic;
    const logIn = (given: string) =>
      world.call("POST", "/v1/auth/log-in", { key: null, body: { email, password: given, organisationId } });
    expect((await logIn("another one by the mail")).status).toBe(401);
    expect((await logIn(password)).status).toBe(200);
  });
});

describe("a managed host", () => {
  test("who is named has an account from then on, and stays who he is", async () => {
    const { memberId } = await world.clinic.addPerson();
    const { token } = await invited("host@example.com", { memberId });
    const { member } = acceptedBy(await newcomer(token));
    expect(member).toMatchObject({ id: memberId, email: "host@example.com", canLogIn: true, name: "Grace Hopper" });
    const again = await invite({ email: "other@example.com", memberId });
    expect(again.body.errors).toMatchObject([{ pointer: "/memberId" }]);
  });

  test("has left in the meantime, and the token makes nobody of him", async () => {
    const { memberId } = await world.clinic.addPerson();
    const { token } = await invited("gone@example.com", { memberId });
    await world.call("DELETE", `/v1/members/${memberId}`);
    expect((await newcomer(token)).status).toBe(401);
    expect(await world.sql(`SELECT FROM "user" WHERE email = 'gone@example.com'`)).toEqual([]);
  });

  test("is not invited by his address alone, which is a member's", async () => {
    const body = { name: "Host", email: "managed@example.com", timeZone: "UTC" };
    await world.call("POST", "/v1/members", { body });
    const { status, body: refused } = await invite({ email: "Managed@example.com" });
    expect([status, refused.code]).toEqual([409, "email_taken"]);
    expect(refused.errors[0]!.message).toContain("memberId");
  });
});

describe("somebody who has left", () => {
  test("comes back with his history, by the role of the new invitation", async () => {
    const { token } = await invited("back@example.com", { role: "admin" });
    const { member, loggedIn } = acceptedBy(await newcomer(token));
    expect((await world.call("DELETE", `/v1/members/${member.id}`)).status).toBe(204);
    expect((await world.call("GET", "/v1/me", { key: loggedIn!.accessToken })).status).toBe(401);
    const again = await invited("back@example.com");
    const back = acceptedBy(await accept({ token: again.token }));
    expect(back).toMatchObject({ member: { id: member.id, role: "member", deletedAt: null }, loggedIn: null });
    expect((await world.call("GET", "/v1/me", { key: loggedIn!.accessToken })).status).toBe(401);
  });
});

describe("an invitation", () => {
  test("is one a time for an address, of two at the same moment too", async () => {
    const answers = await Promise.all([invite({ email: "two@example.com" }), invite({ email: "TWO@example.com" })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)!.body.code).toBe("invitation_exists");
  });

  test("is taken back, and its token is worth nothing; an accepted one stays", async () => {
    const { id, token } = await invited("revoked@example.com");
    for (let i = 0; i < 2; i++) expect((await act(id, "revoke")).body.status).toBe("revoked");
    expect((await newcomer(token)).status).toBe(401);
    expect((await act(id, "resend")).body.code).toBe("invitation_closed");
    const other = await invited("revoked@example.com");
    await newcomer(other.token);
    expect((await act(other.id, "revoke")).body.code).toBe("invitation_closed");
  });

  test("that was sent again holds by the new mail alone", async () => {
    const { id, token } = await invited("again@example.com");
    expect((await act(id, "resend")).status).toBe(200);
    expect((await newcomer(token)).status).toBe(401);
    const second = await mailbox.tokenTo("again@example.com");
    expect((await newcomer(second)).status).toBe(200);
  });

  test("holds for a week; then it can be sent again, or another one made", async () => {
    const [first, second] = [await invited("late@example.com"), await invited("later@example.com")];
    world.clock.advance(7 * 86_400_000);
    expect((await newcomer(first.token)).status).toBe(401);
    const status = (await world.call("GET", `/v1/invitations/${first.id}`)).body.status;
    expect(status).toBe("expired");
    const { text } = await world.call("POST", "/graphql", {
      body: { query: `{ invitation(id: "${first.id}") { status invitedBy { id } } }` },
    });
    const { memberId } = world.clinic.owner;
    expect(JSON.parse(text)).toMatchObject({
      data: { invitation: { status: "expired", invitedBy: { id: memberId } } },
    });
    expect((await act(first.id, "resend")).body.status).toBe("pending");
    expect((await invite({ email: "later@example.com" })).status).toBe(201);
    expect((await act(second.id, "resend")).body.code).toBe("invitation_closed");
  });

  test("keeps no token, nor does the kept answer", async () => {
    const { token } = await invited("canary@example.com");
    for (const table of ["invitation", "outgoing_mail", "audit_entry", "outbox_event", "idempotency_key"])
      expect(await world.sql(`SELECT FROM ${table} t WHERE strpos(t::text, $1) > 0`, [token])).toEqual([]);
  });
});

describe("roles", () => {
  test("say who invites whom: plain members nobody, admins all but owners", async () => {
    const { admin, member, publishableKey } = world.clinic;
    for (const key of [member.key, publishableKey])
      expect((await invite({ email: "no@example.com" }, key)).status).toBe(403);
    expect((await invite({ email: "no@example.com", role: "owner" }, admin.key)).status).toBe(403);
    expect((await invite({ email: "admins@example.com", role: "admin" }, admin.key)).status).toBe(201);
    expect((await invite({ email: "owners@example.com", role: "owner" })).status).toBe(201);
    const list = (key: string) => world.call("GET", "/v1/invitations", { key });
    expect([(await list(member.key)).status, (await list(admin.key)).status]).toEqual([403, 200]);
    const owners = (await list(admin.key)).body.data.at(-1)!.id;
    expect((await world.call("POST", `/v1/invitations/${owners}/resend`, { key: admin.key })).status).toBe(403);
  });

  test("that were lost, and members who are deleted, take their invitations with them", async () => {
    const [demoted, deleted] = [await world.clinic.addPerson("admin"), await world.clinic.addPerson("admin")];
    const tokens: string[] = [];
    for (const [index, { key }] of [demoted, deleted].entries()) {
      const email = `friend${index}@example.com`;
      expect((await invite({ email, role: "admin" }, key)).status).toBe(201);
      tokens.push(await mailbox.tokenTo(email));
    }
    await world.call("PATCH", `/v1/members/${demoted.memberId}`, { body: { role: "member" } });
    await world.call("DELETE", `/v1/members/${deleted.memberId}`);
    for (const token of tokens) expect((await newcomer(token)).status).toBe(401);
  });
});
