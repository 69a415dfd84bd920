import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";

let world: RestWorld;

beforeAll(async () => {
  world = await createRestWorld();
});

afterAll(() => world.close());

const PATH = "/v1/organisation";
const patch = (body: object, headers?: Record<string, string>, key?: string) =>
  world.call("PATCH", PATH, { body, headers, ...(key === undefined ? {} : { key }) });

test("is the one whose data the credential reaches, with its version as ETag", async () => {
  const { status, body, headers } = await world.call("GET", PATH);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    id: world.clinic.organisationId,
    mode: "live",
    bookingEmailVerification: false,
    locale: "en",
    notificationSender: null,
    disabledNotifications: [],
    version: 1,
  });
  expect(headers.etag).toBe('"1"');
  const again = await world.call("GET", PATH, { headers: { "If-None-Match": '"1"' } });
  expect([again.status, again.text]).toEqual([304, ""]);
  const strange = await world.call("GET", PATH, { key: world.stranger.owner.key });
  expect(strange.body.id).toBe(world.stranger.organisationId);
  expect((await world.call("GET", PATH, { key: world.clinic.publishableKey })).status).toBe(200);
});

test("is changed by owners and admins, in the version that they have seen", async () => {
  const changed = await patch({ name: "Hill Clinic" }, { "If-Match": '"1"' });
  expect([changed.status, changed.headers.etag]).toEqual([200, '"2"']);
  expect(changed.body).toMatchObject({ name: "Hill Clinic", bookingEmailVerification: false, version: 2 });
  const stale = await patch({ name: "Dale Clinic" }, { "If-Match": '"1"' });
  expect([stale.status, stale.body.code]).toEqual([412, "stale_version"]);
  expect((await patch({ bookingEmailVerification: true }, {}, world.clinic.admin.key)).status).toBe(200);
  expect((await patch({ name: "Mine" }, {}, world.clinic.member.key)).status).toBe(403);
  expect((await patch({ name: "Mine" }, {}, world.clinic.publishableKey)).status).toBe(403);
  expect((await world.call("GET", PATH)).body).toMatchObject({ name: "Hill Clinic", version: 3 });
  expect((await world.call("GET", PATH, { key: world.stranger.owner.key })).body.version).toBe(1);
});

test("changes nothing and tells nothing when it is as asked for already", async () => {
  const { body } = await world.call("GET", PATH);
  const { name } = body;
  const same = await patch({ name, bookingEmailVerification: true }, { "X-Request-Id": "same" });
  expect([same.status, same.body.version]).toEqual([200, body.version]);
  expect(await world.sql("SELECT FROM audit_entry WHERE request_id = 'same'")).toEqual([]);
});

test("is audited without its name, which may be a person's", async () => {
  const asked = { name: "Dr Byron", bookingEmailVerification: false };
  await patch(asked, { "X-Request-Id": "renamed" });
  const [line] = await world.sql<{ action: string; changes: object }>(
    "SELECT action, changes FROM audit_entry WHERE request_id = 'renamed'",
  );
  expect(line).toEqual({
    action: "organisation.updated",
    changes: { bookingEmailVerification: [true, false], version: [3, 4] },
  });
});

test.each([
  { name: "" },
  { mode: "test" },
  { plan: "enterprise" },
  { bookingEmailVerification: "yes" },
  { locale: "not a tag" },
  { notificationSender: { replyTo: "desk@clinic.example" } },
  { notificationSender: { name: "Desk", replyTo: "nobody" } },
  { notificationSender: { name: "Desk", email: "somebody@else.example" } },
  { notificationSender: { name: "Desk\r\nBcc: x" } },
  { disabledNotifications: ["nonsense"] },
  { version: 9 },
])("%j is no change of it", async (body) => {
  expect((await patch(body)).status).toBe(422);
});

test("is told over GraphQL", async () => {
  const query = "{ viewer { organisation { name bookingEmailVerification version } } }";
  const { text } = await world.call("POST", "/graphql", { body: { query } });
  const organisation = { name: "Dr Byron", bookingEmailVerification: false, version: 4 };
  expect(JSON.parse(text)).toMatchObject({ data: { viewer: { organisation } } });
});
