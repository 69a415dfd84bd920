import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { addLogIn } from "../../support/add-log-in.ts";
import { bookingRequest } from "../../support/booking-request.ts";
import type { RestApp } from "../../support/rest-app.ts";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";

let world: RestWorld;
let twin: RestApp;

beforeAll(async () => {
  world = await createRestWorld();
  twin = await world.startTwin();
});

afterAll(() => world.close());

const remove = (memberId: string, options: { key?: string; headers?: Record<string, string> } = {}) =>
  world.call("DELETE", `/v1/members/${memberId}`, options);

const leave = (key: string, headers?: Record<string, string>) => world.call("POST", "/v1/me/leave", { key, headers });

const statusOf = async (key: string, app: Pick<RestApp, "call"> = world.app) =>
  (await app.call("GET", "/v1/members", { key })).status;

describe("a member who is deleted", () => {
  test("is out at once, by session and key, and within five seconds in other processes", async () => {
    const person = await world.clinic.addPerson();
    const logIn = await addLogIn(world, person);
    const [one, other] = [await logIn(), await logIn()];
    const credentials = [one.accessToken, other.accessToken, person.key];
    for (const key of credentials) expect([await statusOf(key), await statusOf(key, twin)]).toEqual([200, 200]);

    expect((await remove(person.memberId)).status).toBe(204);
    for (const key of credentials) expect(await statusOf(key)).toBe(401);
    const refresh = await world.call("POST", "/v1/auth/refresh", {
      key: null,
      body: { refreshToken: one.refreshToken },
    });
    expect(refresh.status).toBe(401);
    await expect(logIn()).rejects.toThrow("invalid_credentials");
    world.clock.advance(5_000);
    for (const key of credentials) expect(await statusOf(key, twin)).toBe(401);
  });

  test("leaves pages as they are: his publishable keys become those of the owner who has been there longest", async () => {
    const person = await world.clinic.addPerson("admin");
    const made = await world.call("POST", "/v1/api-keys", {
      key: person.key,
      body: { name: "Web", kind: "publishable" },
    });
    const page = () => world.call("GET", "/v1/event-types", { key: made.body.secret });
    expect((await page()).status).toBe(200);
    expect((await remove(person.memberId)).status).toBe(204);
    world.clock.advance(10_000);
    expect((await page()).status).toBe(200);
    const [key] = await world.sql<{ member_id: string }>("SELECT member_id FROM api_key WHERE id = $1", [made.body.id]);
    expect(key).toEqual({ member_id: world.clinic.owner.memberId });
    const lines = await world.sql<{ changes: object }>(
      "SELECT changes FROM audit_entry WHERE object_id = $1 AND action = 'api_key.updated'",
      [made.body.id],
    );
    expect(lines).toEqual([{ changes: { memberId: [person.memberId, world.clinic.owner.memberId] } }]);
  });

  test("stays as history, and is never shown as active", async () => {
    const person = await world.clinic.addPerson();
    const eventType = await world.clinic.addEventType({ hosts: [{ memberId: person.memberId }] });
    const booking = await world.book(eventType.id, "2026-12-01T09:00:00Z");
    await world.call("POST", `/v1/bookings/${booking.id}/cancel`, { body: {} });
    await world.call("DELETE", `/v1/event-types/${eventType.id}`);
    expect((await remove(person.memberId)).status).toBe(204);

    const read = await world.call("GET", `/v1/members/${person.memberId}`);
    expect(read.body).toMatchObject({ deletedAt: world.clock.now().toISOString(), canLogIn: false });
    const idsOf = async (query: string) =>
      (await world.call("GET", `/v1/members?limit=100${query}`)).body.data.map(({ id }) => id);
    expect(await idsOf("")).not.toContain(person.memberId);
    expect(await idsOf("&deleted=true")).toContain(person.memberId);
    const query = `{ members(first: 100) { nodes { id } } deleted: members(first: 100, deleted: true) { nodes { id } }
      booking(id: "${booking.id}") { hosts { id canLogIn deletedAt } } }`;
    const { text } = await world.call("POST", "/graphql", { body: { query } });
    const { data } = JSON.parse(text) as {
      data: Record<"members" | "deleted", { nodes: { id: string }[] }> & { booking: { hosts: object[] } };
    };
    expect(data.members.nodes.map(({ id }) => id)).not.toContain(person.memberId);
    expect(data.deleted.nodes.map(({ id }) => id)).toContain(person.memberId);
    expect(data.booking.hosts).toMatchObject([{ id: person.memberId, canLogIn: false }]);
  });

  test("is no host any more, has no new schedule, and is not changed", async () => {
    const person = await world.clinic.addPerson();
    const eventType = await world.clinic.addEventType();
    await remove(person.memberId);
    const hosts = [{ memberId: person.memberId }];
    const made = await world.call("POST", "/v1/event-types", { body: { title: "Visit", hosts } });
    expect(made.body.errors).toMatchObject([{ pointer: "/hosts/0/memberId" }]);
    const changed = await world.call("PATCH", `/v1/event-types/${eventType.id}`, { body: { hosts } });
    expect(changed.status).toBe(422);
    const schedule = { name: "Hours", timeZone: "UTC", memberId: person.memberId };
    expect((await world.call("POST", "/v1/schedules", { body: schedule })).status).toBe(422);
    const request = bookingRequest(eventType.id, "2026-12-02T09:00:00Z", { hostId: person.memberId });
    expect((await world.call("POST", "/v1/bookings", { body: request })).status).toBe(404);
    expect((await world.call("PATCH", `/v1/members/${person.memberId}`, { body: { name: "New" } })).status).toBe(404);
    expect((await remove(person.memberId)).status).toBe(404);
  });

  test("leaves his address free for somebody else", async () => {
    const body = { name: "Grace", email: "grace@clinic.example", timeZone: "UTC" };
    const { body: first } = await world.call("POST", "/v1/members", { body });
    expect((await world.call("POST", "/v1/members", { body })).status).toBe(409);
    await remove(first.id);
    expect((await world.call("POST", "/v1/members", { body })).status).toBe(201);
  });

  test("is told of with all that ended with him, by one request", async () => {
    const person = await world.clinic.addPerson("admin");
    const { session } = await (await addLogIn(world, person))();
    await remove(person.memberId, { headers: { "X-Request-Id": "deleted" } });
    const lines = await world.sql<{ action: string; object_id: string; changes: object }>(
      "SELECT action, object_id, changes FROM audit_entry WHERE request_id = 'deleted' ORDER BY id",
    );
    const deletedAt = world.clock.now().toISOString();
    expect(lines).toMatchObject([
      { action: "session.ended", object_id: session.id, changes: { endReason: [null, "member_deleted"] } },
      { action: "api_key.revoked", object_id: person.keyId },
      {
        action: "member.deleted",
        object_id: person.memberId,
        changes: { canLogIn: [true, false], deletedAt: [null, deletedAt] },
      },
    ]);
  });
});

describe("who hosts what is to come", () => {
  test("is not deleted, and what is in the way is named", async () => {
    const person = await world.clinic.addPerson();
    const eventType = await world.clinic.addEventType({ hosts: [{ memberId: person.memberId }] });
    const booking = await world.book(eventType.id, "2026-12-03T09:00:00Z");
    const inUse = { code: "member_in_use", eventTypeIds: [eventType.id], bookingIds: [booking.id] };
    const refused = await remove(person.memberId);
    expect([refused.status, refused.body]).toEqual([409, expect.objectContaining(inUse)]);

    const hosts = [{ memberId: world.clinic.owner.memberId }];
    await world.call("PATCH", `/v1/event-types/${eventType.id}`, { body: { hosts } });
    expect((await remove(person.memberId)).body).toMatchObject({ eventTypeIds: [], bookingIds: [booking.id] });
    await world.call("POST", `/v1/bookings/${booking.id}/cancel`, { body: {} });
    expect((await remove(person.memberId)).status).toBe(204);
  });

  test("gives back what he has blocked, and what is held of his time becomes no booking with him", async () => {
    const { memberId } = await world.clinic.addPerson();
    const { id: eventTypeId } = await world.clinic.addEventType({ hosts: [{ memberId }] });
    const startsAt = "2026-12-03T13:00:00.000Z";
    const held = await world.call("POST", "/v1/holds", { body: { eventTypeId, startsAt } });
    const time = { memberId, startsAt: "2026-12-03T12:00:00Z", endsAt: "2026-12-04T12:00:00Z" };
    const blocked = await world.call("POST", "/v1/blocks", { body: time });
    const hosts = [{ memberId: world.clinic.owner.memberId }];
    await world.call("PATCH", `/v1/event-types/${eventTypeId}`, { body: { hosts } });

    // He is deleted by somebody who may manage members, and neither schedules nor bookings.
    const { key } = await world.clinic.addKey({ scopes: ["members:write"] });
    expect((await remove(memberId, { key })).status).toBe(204);
    expect((await world.call("GET", `/v1/holds/${held.body.id}`)).body.status).toBe("released");
    expect((await world.call("GET", `/v1/blocks/${blocked.body.id}`)).status).toBe(404);
    const left = await world.sql("SELECT FROM claim WHERE hold_id = $1 OR block_id = $2", [
      held.body.id,
      blocked.body.id,
    ]);
    expect(left).toEqual([]);
    const { hostIds } = await world.book(eventTypeId, startsAt, { holdId: held.body.id });
    expect(hostIds).toEqual([world.clinic.owner.memberId]);
  });

  test("and is booked by his hold at the same moment, is either kept or not booked", async () => {
    for (let round = 0; round < 8; round++) {
      const { memberId } = await world.clinic.addPerson();
      const { id: eventTypeId } = await world.clinic.addEventType({ hosts: [{ memberId }] });
      const startsAt = "2026-12-03T14:00:00.000Z";
      const held = await world.call("POST", "/v1/holds", { body: { eventTypeId, startsAt } });
      const other = await world.clinic.addPerson();
      await world.call("PATCH", `/v1/event-types/${eventTypeId}`, { body: { hosts: [{ memberId: other.memberId }] } });
      const body = bookingRequest(eventTypeId, startsAt, { holdId: held.body.id });
      const [removed, booked] = await Promise.all([remove(memberId), world.call("POST", "/v1/bookings", { body })]);
      const isKept = removed.status === 409;
      expect([removed.status, booked.status]).toEqual([isKept ? 409 : 204, 201]);
      expect(booked.body.hostIds).toEqual([isKept ? memberId : other.memberId]);
    }
  });

  test("may be deleted when the last of it is over", async () => {
    const person = await world.clinic.addPerson();
    const eventType = await world.clinic.addEventType({ hosts: [{ memberId: person.memberId }] });
    await world.book(eventType.id, "2026-12-04T09:00:00Z");
    await world.call("DELETE", `/v1/event-types/${eventType.id}`);
    expect((await remove(person.memberId)).status).toBe(409);
    world.clock.moveTo("2026-12-04T09:30:00Z");
    expect((await remove(person.memberId)).status).toBe(204);
  });

  test("and is made a host at the same moment, is either kept or not a host", async () => {
    for (let round = 0; round < 8; round++) {
      const person = await world.clinic.addPerson();
      const hosts = [{ memberId: person.memberId }];
      const [removed, made] = await Promise.all([
        remove(person.memberId),
        world.call("POST", "/v1/event-types", { body: { title: "Visit", hosts } }),
      ]);
      expect([
        [204, 422],
        [409, 201],
      ]).toContainEqual([removed.status, made.status]);
    }
  });
});

describe("roles", () => {
  test("say who deletes whom: plain members nobody, admins all but owners, owners everybody", async () => {
    const { clinic, stranger } = world;
    const [target, secondOwner] = [await clinic.addPerson(), await clinic.addPerson()];
    expect((await world.call("PATCH", `/v1/members/${secondOwner.memberId}`, { body: { role: "owner" } })).status).toBe(
      200,
    );
    expect((await remove(target.memberId, { key: clinic.member.key })).status).toBe(403);
    expect((await remove(target.memberId, { key: stranger.owner.key })).status).toBe(404);
    expect((await remove(secondOwner.memberId, { key: clinic.admin.key })).status).toBe(403);
    const rename = (memberId: string, key: string) =>
      world.call("PATCH", `/v1/members/${memberId}`, { key, body: { name: "Mine" } });
    expect((await rename(secondOwner.memberId, clinic.admin.key)).status).toBe(403);
    expect((await remove(target.memberId, { key: clinic.admin.key })).status).toBe(204);
    expect((await remove(secondOwner.memberId)).status).toBe(204);
  });

  test("count at once where they were changed", async () => {
    const person = await world.clinic.addPerson("admin");
    const { accessToken } = await (await addLogIn(world, person))();
    const list = async (key: string) => (await world.call("GET", "/v1/api-keys", { key })).status;
    expect([await list(person.key), await list(accessToken)]).toEqual([200, 200]);
    await world.call("PATCH", `/v1/members/${person.memberId}`, { body: { role: "member" } });
    expect([await list(person.key), await list(accessToken)]).toEqual([403, 403]);
  });

  test("keep one owner: he is not deleted and cannot leave, and of two who leave together one stays", async () => {
    const last = await remove(world.clinic.owner.memberId);
    expect([last.status, last.body.code]).toEqual([409, "last_owner"]);
    const { accessToken } = await world.logIn();
    expect((await leave(accessToken)).body.code).toBe("last_owner");

    for (let round = 0; round < 5; round++) {
      const [one, other] = [await world.stranger.addPerson(), world.stranger.owner];
      const key = other.key;
      await world.call("PATCH", `/v1/members/${one.memberId}`, { key, body: { role: "owner" } });
      const answers = await Promise.all([
        world.call("DELETE", `/v1/members/${one.memberId}`, { key }),
        world.call("PATCH", `/v1/members/${other.memberId}`, { key, body: { role: "admin" } }),
      ]);
      expect([
        [204, 409],
        [403, 200],
        [409, 200],
      ]).toContainEqual(answers.map(({ status }) => status));
      await world.sql("UPDATE member SET role = CASE id WHEN $1 THEN 'owner' ELSE 'member' END WHERE id IN ($1, $2)", [
        other.memberId,
        one.memberId,
      ]);
      world.clock.advance(5_000);
    }
  });
});

test("the version that was seen must be the present one", async () => {
  const person = await world.clinic.addPerson();
  expect((await remove(person.memberId, { headers: { "If-Match": '"99"' } })).status).toBe(412);
  const { headers } = await world.call("GET", `/v1/members/${person.memberId}`);
  expect((await remove(person.memberId, { headers: { "If-Match": headers.etag! } })).status).toBe(204);
});

describe("who leaves", () => {
  test("is out of this organisation alone, and his account stays", async () => {
    const person = await world.clinic.addPerson();
    const logIn = await addLogIn(world, person);
    const { accessToken, session } = await logIn();
    await world.sql(`UPDATE member SET user_id = (SELECT user_id FROM member WHERE id = $1) WHERE id = $2`, [
      person.memberId,
      world.stranger.member.memberId,
    ]);
    const { status } = await leave(accessToken, { "X-Request-Id": "left" });
    expect(status).toBe(204);
    expect(await statusOf(accessToken)).toBe(401);
    expect(await statusOf(person.key)).toBe(401);
    const again = await logIn();
    expect((again.session as unknown as { organisationId: string }).organisationId).toBe(world.stranger.organisationId);
    const lines = await world.sql<{ actor_id: string }>(
      "SELECT DISTINCT actor_id FROM audit_entry WHERE request_id = 'left'",
    );
    expect(lines).toEqual([{ actor_id: session.id }]);
  });

  test("needs to have logged in: no key leaves for its member", async () => {
    expect((await leave(world.clinic.admin.key)).status).toBe(403);
  });

  test("leaves once, however often he asks at the same moment", async () => {
    const person = await world.clinic.addPerson();
    const { accessToken } = await (await addLogIn(world, person))();
    const answers = await Promise.all(Array.from({ length: 8 }, () => leave(accessToken)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 204)).toHaveLength(1);
    for (const status of statuses) expect([204, 401]).toContain(status);
    const lines = await world.sql("SELECT FROM audit_entry WHERE action = 'member.deleted' AND object_id = $1", [
      person.memberId,
    ]);
    expect(lines).toHaveLength(1);
  });
});
