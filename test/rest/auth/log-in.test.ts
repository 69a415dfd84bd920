import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";

let world: RestWorld;

beforeAll(async () => {
  world = await createRestWorld();
});

afterAll(() => world.close());

const logIn = (body: object, headers?: Record<string, string>) =>
  world.call("POST", "/v1/auth/log-in", { key: null, body, headers });

test("opens a session that acts for the member, with what its role may do", async () => {
  const { status, body, headers } = await logIn(
    { ...world.clinic.ownerLogIn, deviceName: "Phone" },
    { "User-Agent": "Holdfast/1.0" },
  );
  expect(status).toBe(200);
  expect(headers["cache-control"]).toBe("no-store");
  expect(body).toMatchObject({
    tokenType: "Bearer",
    expiresInSeconds: 900,
    refreshToken: expect.stringMatching(/^hf_rt_[\w-]{43}$/),
    session: { name: "Phone", current: true, userAgent: "Holdfast/1.0", organisationId: world.clinic.organisationId },
    member: { id: world.clinic.owner.memberId, role: "owner" },
  });
  expect((await world.call("GET", "/v1/api-keys", { key: body.accessToken })).status).toBe(200);
});

test("the address is taken in any letter case, the password is not", async () => {
  const { email, password } = world.clinic.ownerLogIn;
  expect((await logIn({ email: email.toUpperCase(), password })).status).toBe(200);
  expect((await logIn({ email, password: password.toUpperCase() })).status).toBe(401);
});

test("an unknown address, a wrong password and an organisation that is not one's own are one answer", async () => {
  const { ownerLogIn } = world.clinic;
  const refused = [
    await logIn({ ...ownerLogIn, password: "wrong" }),
    await logIn({ ...ownerLogIn, email: "nobody@clinic.example" }),
    await logIn({ ...ownerLogIn, organisationId: world.stranger.organisationId }),
  ];
  for (const { status, headers, body } of refused) {
    expect([status, body.code]).toEqual([401, "invalid_credentials"]);
    expect({ ...body, requestId: "" }).toEqual({ ...refused[0]!.body, requestId: "" });
    expect(Object.keys(headers).sort()).toEqual(Object.keys(refused[0]!.headers).sort());
  }
});

test("a member without a user, and a user without a password, cannot log in", async () => {
  const [row] = await world.sql<{ email: string }>("SELECT email FROM member WHERE id = $1", [
    world.clinic.admin.memberId,
  ]);
  expect((await logIn({ email: row!.email, password: "anything" })).status).toBe(401);
  await world.sql(
    `INSERT INTO "user" (id, email, name, created_at, updated_at) VALUES ('usr_1', 'sso@clinic.example', 'S', now(), now())`,
  );
  expect((await logIn({ email: "sso@clinic.example", password: "" })).status).toBe(422);
  expect((await logIn({ email: "sso@clinic.example", password: "anything" })).status).toBe(401);
});

test("a refused log-in of somebody who is known is audited, with the address it came from, and told to nobody", async () => {
  await logIn({ ...world.clinic.ownerLogIn, password: "wrong" }, { "X-Request-Id": "refused-known" });
  await logIn({ email: "nobody@clinic.example", password: "wrong" }, { "X-Request-Id": "refused-unknown" });
  const lines = () =>
    world.sql(
      `SELECT a.request_id, a.action, a.actor_kind, a.organisation_id, left(a.object_id, 4) AS object, g.address
       FROM audit_entry a JOIN audit_origin g ON g.audit_entry_id = a.id WHERE a.request_id LIKE 'refused-%'`,
    );
  await expectSoon(lines, [
    {
      request_id: "refused-known",
      action: "session.refused",
      actor_kind: "system",
      organisation_id: world.clinic.organisationId,
      object: "usr_",
      address: "127.0.0.1",
    },
  ]);
  expect(await world.sql("SELECT FROM outbox_event WHERE request_id LIKE 'refused-%'")).toEqual([]);
});

/** Waits for what is written in the background. */
async function expectSoon(read: () => Promise<unknown>, expected: unknown): Promise<void> {
  for (let i = 0; i < 100 && JSON.stringify(await read()) === "[]"; i++)
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await read()).toEqual(expected);
}

test("somebody who is in two organisations chooses, and enters the first otherwise", async () => {
  const { clinic, stranger } = world;
  const [{ user_id }] = (await world.sql<{ user_id: string }>("SELECT user_id FROM member WHERE id = $1", [
    clinic.owner.memberId,
  ])) as [{ user_id: string }];
  await world.sql("UPDATE member SET user_id = $1, created_at = created_at + interval '1 s' WHERE id = $2", [
    user_id,
    stranger.member.memberId,
  ]);
  const [first, other] = [
    await logIn(clinic.ownerLogIn),
    await logIn({ ...clinic.ownerLogIn, organisationId: stranger.organisationId }),
  ];
  expect(first.body.session).toMatchObject({ organisationId: clinic.organisationId });
  expect(other.body).toMatchObject({
    session: { organisationId: stranger.organisationId },
    member: { id: stranger.member.memberId, role: "member" },
  });
  expect((await world.call("GET", "/v1/api-keys", { key: other.body.accessToken })).status).toBe(403);
  const me = await world.call("GET", "/v1/me", { key: other.body.accessToken });
  expect(me.body).toMatchObject({ role: "member", organisation: { id: stranger.organisationId } });
  expect(me.body.organisations.map(({ id }) => id)).toEqual([clinic.organisationId, stranger.organisationId]);
});

test("a storm is turned away before it takes the server: 503, and bookings go on", async () => {
  const storm = Array.from({ length: 200 }, () => logIn({ ...world.clinic.ownerLogIn, password: "wrong" }));
  const health = await world.call("GET", "/v1/event-types");
  expect(health.status).toBe(200);
  const statuses = (await Promise.all(storm)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 401)).not.toEqual([]);
  expect(statuses.filter((status) => status === 503)).not.toEqual([]);
  expect(new Set(statuses)).toEqual(new Set([401, 503]));
});
