import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createAccessWorld, type AccessWorld } from "../access/access-world.ts";
import { ask } from "./attacker.ts";

/** OWASP API5:2023. Every function with everyone who may come is test/access, both matrices. Here: the ways round a function's door. */

let world: AccessWorld;

beforeAll(async () => {
  world = await createAccessWorld();
});

afterAll(() => world.close());

describe("the keys of an organisation, by a plain member", () => {
  test.each([
    "/v1/api-keys/",
    "//v1/api-keys",
    "/v1//api-keys",
    "/V1/API-KEYS",
    "/v1/Api-Keys",
    "/v1/%61pi-keys",
    "/v1/api%2Dkeys",
    "/v1/api-keys;admin=true",
    "/v1/api-keys.json",
    "/v1/api-keys%20",
    "/v1/api-keys%00",
    "/v1/event-types/../api-keys",
    "/v1/event-types/%2e%2e/api-keys",
    "/v1/event-types/..%2Fapi-keys",
    "/v1/./api-keys",
    "/v1\\api-keys",
    "/v2/api-keys",
    "/api/v1/api-keys",
    "/admin/api-keys",
    "/v1/admin/api-keys",
    "/internal/v1/api-keys",
  ])("are not listed at %s", async (path) => {
    const { status, text } = await world.call("GET", path, { key: world.clinic.member.key });
    expect([400, 403, 404]).toContain(status);
    expect(text).not.toMatch(/"data"|key_\w{26}/);
  });

  test.each(["X-Original-URL", "X-Rewrite-URL", "X-Forwarded-Path", "X-Forwarded-Prefix", "X-Override-URL"])(
    "are not listed for the header %s",
    async (header) => {
      const headers = { [header]: "/v1/api-keys" };
      const { text } = await world.call("GET", "/v1/event-types", { key: world.clinic.member.key, headers });
      expect(text).not.toMatch(/key_\w{26}/);
    },
  );

  test.each(["PUT", "DELETE", "PATCH", "PROPFIND", "SEARCH", "OPTIONS", "LINK", "MOVE", "COPY"])(
    "are not had by %s",
    async (method) => {
      const { status } = await world.call(method, "/v1/api-keys", { key: world.clinic.member.key });
      expect(status).toBe(405);
    },
  );

  test("are not there in a field of the method, and not by HEAD", async () => {
    const { key } = world.clinic.member;
    expect((await world.call("HEAD", "/v1/api-keys", { key })).status).toBe(403);
    expect(
      (await world.call("POST", "/v1/event-types?_method=DELETE", { key, body: { _method: "DELETE" } })).status,
    ).toBe(422);
  });
});

describe("nobody makes himself more than he is", () => {
  const roleOf = async (memberId: string) =>
    (await world.sql<{ role: string }>("SELECT role FROM member WHERE id = $1", [memberId]))[0]!.role;

  test("a member not an admin, an admin not an owner, by key or logged in", async () => {
    const { clinic } = world;
    for (const [person, wanted] of [
      [clinic.member, "admin"],
      [clinic.member, "owner"],
      [clinic.admin, "owner"],
    ] as const)
      for (const key of [person.key, (await world.logInAs(person)).accessToken]) {
        const before = await roleOf(person.memberId);
        const { status } = await world.call("PATCH", `/v1/members/${person.memberId}`, { key, body: { role: wanted } });
        expect(status).toBe(403);
        expect((await world.call("PATCH", "/v1/me", { key, body: { role: wanted } })).status).not.toBe(200);
        expect(await roleOf(person.memberId)).toBe(before);
      }
  });

  test("nor by inviting himself, by a key of more scopes, or by somebody else's key", async () => {
    const { admin, owner, member } = world.clinic;
    const invite = { email: "me-again@example.com", role: "owner" };
    expect((await world.call("POST", "/v1/invitations", { key: admin.key, body: invite })).status).toBe(403);
    const { key: narrow } = await world.clinic.addKey({ scopes: ["api_keys:write"] });
    const wide = { name: "Wide", scopes: ["members:write"] };
    expect((await world.call("POST", "/v1/api-keys", { key: narrow, body: wide })).status).toBe(422);
    const rotated = await world.call("POST", `/v1/api-keys/${owner.keyId}/rotate`, { key: admin.key, body: {} });
    expect([rotated.status, rotated.body.secret]).toEqual([403, undefined]);
    expect((await world.call("DELETE", `/v1/members/${owner.memberId}`, { key: admin.key })).status).toBe(403);
    expect((await world.call("DELETE", `/v1/members/${admin.memberId}`, { key: member.key })).status).toBe(403);
  });

  test("and what was made of him is over in the session that he has at once", async () => {
    const person = await world.clinic.addPerson("admin");
    const { accessToken: key } = await world.logInAs(person);
    expect((await world.app.call("GET", "/v1/api-keys", { key })).status).toBe(200);
    const owner = (await world.logInAs(world.clinic.owner)).accessToken;
    const demoted = await world.app.call("PATCH", `/v1/members/${person.memberId}`, {
      key: owner,
      body: { role: "member" },
    });
    expect(demoted.status).toBe(200);
    expect((await world.app.call("GET", "/v1/api-keys", { key })).status).toBe(403);
    expect((await ask(world.app, key, "{ apiKeys(first: 1) { nodes { id } } }")).codes).toEqual(["forbidden"]);
    expect((await world.app.call("GET", "/v1/api-keys", { key: person.key })).status).toBe(403);
  });
});

describe("what is for nobody outside", () => {
  test.each(["mutation { x }", "subscription { x }", "{ __schema { mutationType { name } } }"])(
    "GraphQL changes nothing: %s",
    async (document) => {
      const { data, codes } = await ask(world.app, world.clinic.owner.key, document);
      if (codes.length === 0) expect(data).toEqual({ __schema: { mutationType: null } });
      else expect(data).toBeUndefined();
    },
  );

  test("the house's own work cannot be asked for: no route speaks as the system or the console", async () => {
    for (const path of ["/v1/jobs", "/v1/organisations", "/v1/admin", "/v1/system", "/metrics", "/v1/users"])
      expect((await world.call("GET", path)).status).toBe(404);
    for (const kind of ["system", "console"]) {
      const headers = { "X-Actor": kind, "X-Actor-Kind": kind };
      expect((await world.call("GET", "/v1/api-keys", { key: world.clinic.member.key, headers })).status).toBe(403);
    }
  });
});
