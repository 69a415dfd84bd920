import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";

let world: RestWorld;

beforeAll(async () => {
  world = await createRestWorld();
});

afterAll(() => world.close());

const GRACE = { name: "Grace Hopper", email: "Grace@Example.com", timeZone: "America/New_York", locale: "en-US" };

function create(body: object, key = world.clinic.owner.key) {
  return world.call("POST", "/v1/members", { body, key });
}

function change(memberId: string, body: object, key = world.clinic.owner.key) {
  return world.call("PATCH", `/v1/members/${memberId}`, { body, key });
}

test("a member is answered as he was given, and read back and listed the same", async () => {
  const created = await create(GRACE);
  expect(created.status).toBe(201);
  expect(created.headers.location).toBe(`/v1/members/${created.body.id}`);
  expect(created.body).toMatchObject({
    ...GRACE,
    email: "grace@example.com",
    role: "member",
    defaultScheduleId: null,
    version: 1,
  });
  expect((await world.call("GET", created.headers.location!)).body).toEqual(created.body);
  expect((await world.call("GET", "/v1/members?limit=100")).body.data).toContainEqual(created.body);
});

test("an address that is a member's already is 409, in whatever case", async () => {
  expect((await create({ ...GRACE, email: "twice@example.com" })).status).toBe(201);
  const { status, body } = await create({ ...GRACE, email: "TWICE@example.com" });
  expect(status).toBe(409);
  expect(body).toMatchObject({ code: "email_taken", errors: [{ pointer: "/email" }] });
  expect((await create({ ...GRACE, email: "twice@example.com" }, world.stranger.owner.key)).status).toBe(201);
});

test.each([
  ["/name", { name: "" }],
  ["/email", { email: "nobody" }],
  ["/timeZone", { timeZone: "Mars/Olympus" }],
  ["/locale", { locale: "english!" }],
  ["/role", { role: "owner" }],
  ["/password", { password: "secret" }],
])("what is wrong is told at its place: %s", async (pointer, wrong) => {
  const { status, body } = await create({ ...GRACE, email: "wrong@example.com", ...wrong });
  expect(status).toBe(422);
  expect(body.errors.map((error) => error.pointer)).toEqual([pointer]);
});

test("owners and admins make and change members, plain members do not", async () => {
  const { admin, member } = world.clinic;
  expect((await create({ ...GRACE, email: "by-admin@example.com" }, admin.key)).status).toBe(201);
  expect((await create({ ...GRACE, email: "by-member@example.com" }, member.key)).status).toBe(403);
  expect((await change(member.memberId, { name: "By admin" }, admin.key)).status).toBe(200);
  expect((await change(admin.memberId, { name: "By member" }, member.key)).status).toBe(403);
});

test("only owners make and unmake owners, and the last one stays", async () => {
  const { owner, admin } = world.clinic;
  const other = await world.clinic.addPerson();
  expect((await change(other.memberId, { role: "owner" }, admin.key)).status).toBe(403);
  expect((await change(owner.memberId, { role: "member" }, admin.key)).status).toBe(403);
  const last = await change(owner.memberId, { role: "admin" });
  expect([last.status, last.body.code]).toEqual([409, "last_owner"]);
  expect((await change(other.memberId, { role: "owner" })).status).toBe(200);
  expect((await change(other.memberId, { role: "member" })).status).toBe(200);
});

test("two owners who unmake each other at the same time leave one", async () => {
  for (let round = 0; round < 10; round++) {
    const [one, other] = [await world.stranger.addPerson("admin"), world.stranger.owner];
    expect((await change(one.memberId, { role: "owner" }, other.key)).status).toBe(200);
    world.clock.advance(5_000);
    const answers = await Promise.all([
      change(one.memberId, { role: "admin" }, other.key),
      change(other.memberId, { role: "admin" }, one.key),
    ]);
    const [done, refused] = answers.map(({ status }) => status).sort();
    expect(done).toBe(200);
    expect([403, 409]).toContain(refused);
    const unmade = answers[0].status === 200;
    if (!unmade) await change(other.memberId, { role: "owner" }, one.key);
    world.clock.advance(5_000);
    if (!unmade) expect((await change(one.memberId, { role: "admin" }, other.key)).status).toBe(200);
    world.clock.advance(5_000);
  }
});

test("what a member may do is known anew within five seconds of a change", async () => {
  const person = await world.clinic.addPerson("admin");
  const list = () => world.call("GET", "/v1/api-keys", { key: person.key });
  expect((await list()).status).toBe(200);
  await change(person.memberId, { role: "member" });
  world.clock.advance(5_000);
  expect((await list()).status).toBe(403);
});
