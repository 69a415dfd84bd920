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
});
