import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";

let world: RestWorld;
let key: string;

beforeAll(async () => {
  world = await createRestWorld();
  key = (await world.logIn()).accessToken;
});

afterAll(() => world.close());

const read = async () => (await world.call("GET", "/v1/me", { key })).body;
const change = (body: object) => world.call("PATCH", "/v1/me", { key, body });

test("tells who has logged in, and which organisations he can log in to", async () => {
  const { organisationId, owner, ownerLogIn } = world.clinic;
  const organisation = { id: organisationId, name: "clinic", mode: "live" };
  expect(await read()).toEqual({
    id: expect.stringMatching(/^usr_/),
    memberId: owner.memberId,
    role: "owner",
    email: ownerLogIn.email,
    emailVerifiedAt: null,
    name: "clinic owner",
    timeZone: "Europe/Berlin",
    locale: "en",
    weekStart: "monday",
    notificationPreferences: {},
    quietHours: null,
    organisation,
    organisations: [{ ...organisation, memberId: owner.memberId, role: "owner" }],
  });
});

test("a field that is left out stays; name, zone and locale are the member's", async () => {
  const before = await read();
  const { status, body } = await change({ name: "Ada", timeZone: "Asia/Tokyo", weekStart: "sunday" });
  expect(status).toBe(200);
  expect(body).toEqual({ ...before, name: "Ada", timeZone: "Asia/Tokyo", weekStart: "sunday" });
  expect(await read()).toEqual(body);
  const member = await world.call("GET", `/v1/members/${world.clinic.owner.memberId}`);
  expect(member.body).toMatchObject({ name: "Ada", timeZone: "Asia/Tokyo" });
});

test("what is no zone, and what one may not say of oneself, is refused", async () => {
  const refused = async (body: object) => (await change(body)).body.errors.map(({ pointer }) => pointer);
  expect(await refused({ timeZone: "Mars/Olympus" })).toEqual(["/timeZone"]);
  expect(await refused({ role: "owner" })).toEqual(["/role"]);
  expect(await refused({ email: "other@example.com" })).toEqual(["/email"]);
  expect(await refused({ notificationPreferences: { a: "yes" } })).toEqual(["/notificationPreferences/a"]);
  expect(await refused({ quietHours: { start: "22:00" } })).toEqual(["/quietHours/end"]);
  expect(await refused({ quietHours: { start: "22:00", end: "24:00" } })).toEqual(["/quietHours/end"]);
  expect(await refused({ quietHours: { start: "22:00", end: "22:00" } })).toEqual(["/quietHours/end"]);
});

test("quiet hours go with the person until they are taken back, and are told by an event", async () => {
  const quietHours = { start: "22:00", end: "07:00" };
  expect((await change({ quietHours })).body).toMatchObject({ quietHours });
  expect((await change({ weekStart: "friday" })).body).toMatchObject({ quietHours });
  expect((await change({ quietHours: null })).body).toMatchObject({ quietHours: null });
  const told = await world.sql<{ payload: { user: object } }>(
    "SELECT payload FROM outbox_event WHERE type = 'user.updated' ORDER BY sequence DESC LIMIT 3",
  );
  expect(told.map(({ payload }) => payload.user)).toMatchObject([{ quietHours: null }, { quietHours }, { quietHours }]);
});
