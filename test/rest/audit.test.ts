import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createRestWorld, type RestWorld } from "../support/rest-world.ts";

/** That each command leaves its line is test/architecture/commands.test.ts. */

let world: RestWorld;

beforeAll(async () => {
  world = await createRestWorld();
});

afterAll(() => world.close());

interface Line {
  action: string;
  outcome: string;
  actor_kind: string;
  actor_id: string;
  member_id: string | null;
  object_id: string;
  request_id: string;
  address: string | null;
  user_agent: string | null;
}

async function linesOf(requestId: string, expected: number): Promise<Line[]> {
  // What is written beside a request comes a moment later.
  for (let tries = 0; tries < 100; tries++) {
    const lines = await world.sql<Line>(
      `SELECT a.action, a.outcome, a.actor_kind, a.actor_id, a.member_id, a.object_id, a.request_id, o.address, o.user_agent
        FROM audit_entry a JOIN audit_origin o ON o.audit_entry_id = a.id WHERE a.request_id LIKE $1 ORDER BY a.id`,
      [`${requestId}%`],
    );
    if (lines.length >= expected) return lines;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return [];
}

const from = (id: string) => ({ "X-Request-Id": id, "User-Agent": "Phone/1" });

test("a key is told of when it is made, first used, revoked and then refused, once a minute", async () => {
  const { clinic, call, clock } = world;
  const { memberId, keyId } = clinic.owner;
  await call("GET", "/v1/members", { headers: from("owner-first") });
  await linesOf("owner-first", 1);
  const { body: made } = await call("POST", "/v1/api-keys", { body: { name: "New" }, headers: from("key-made") });
  const use = (id: string) => call("GET", "/v1/members", { key: made.secret, headers: from(id) });
  expect((await use("key-first")).status).toBe(200);
  await linesOf("key-first", 1);
  clock.advance(120_000);
  expect((await use("key-later")).status).toBe(200);
  await call("DELETE", `/v1/api-keys/${made.id}`, { headers: from("key-revoked") });
  for (let n = 0; n < 5; n++) expect((await use(`key-refused-${n}`)).status).toBe(401);
  await linesOf("key-refused", 1);
  clock.advance(60_000);
  expect((await use("key-refused-later")).status).toBe(401);

  const common = { object_id: made.id, address: "127.0.0.1", user_agent: "Phone/1", member_id: memberId };
  const byOwner = { ...common, actor_kind: "secret_key", actor_id: keyId, outcome: "done" };
  const byKey = { ...byOwner, actor_id: made.id };
  await linesOf("key-refused-later", 1);
  expect(await linesOf("key-", 5)).toEqual([
    { ...byOwner, action: "api_key.created", request_id: "key-made" },
    { ...byKey, action: "api_key.first_used", request_id: "key-first" },
    { ...byOwner, action: "api_key.revoked", request_id: "key-revoked" },
    { ...byKey, action: "api_key.refused", request_id: "key-refused-0", outcome: "refused" },
    { ...byKey, action: "api_key.refused", request_id: "key-refused-later", outcome: "refused" },
  ]);
});

test("a session is told of when it begins, is first used, ends, and when a token of it is refused", async () => {
  const { app, clinic } = world;
  const logIn = await app.call("POST", "/v1/auth/log-in", { body: clinic.ownerLogIn, headers: from("ses-1-made") });
  const { accessToken: key, session } = logIn.body;
  const use = (id: string) => app.call("GET", "/v1/me", { key, headers: from(id) });
  expect((await use("ses-2-first")).status).toBe(200);
  await linesOf("ses-2", 1);
  expect((await use("ses-3-later")).status).toBe(200);
  await app.call("POST", "/v1/auth/log-out", { key, headers: from("ses-4-ended") });
  expect((await use("ses-5-refused")).status).toBe(401);
  await linesOf("ses-5", 1);
  const told = (await linesOf("ses-", 4)).map(({ request_id, action, outcome }) => [request_id, action, outcome]);
  expect(told).toEqual([
    ["ses-1-made", "session.started", "done"],
    ["ses-2-first", "session.first_used", "done"],
    ["ses-4-ended", "session.ended", "done"],
    ["ses-5-refused", "session.token_refused", "refused"],
  ]);
  const lines = await linesOf("ses-", 4);
  expect(new Set(lines.map(({ object_id }) => object_id))).toEqual(new Set([session.id]));
  expect(new Set(lines.map(({ actor_kind, actor_id }) => `${actor_kind} ${actor_id}`))).toEqual(
    new Set([`session ${session.id}`]),
  );
});

test("a wrong password for somebody who is known is told of as refused", async () => {
  const { app, clinic } = world;
  const body = { ...clinic.ownerLogIn, password: "not the one that it is" };
  expect((await app.call("POST", "/v1/auth/log-in", { body, headers: from("wrong-password") })).status).toBe(401);
  expect(await linesOf("wrong-password", 1)).toMatchObject([
    { action: "session.refused", outcome: "refused", address: "127.0.0.1", user_agent: "Phone/1" },
  ]);
});

test("a command that its caller is not let carry out is told of under the operation's name, without the object", async () => {
  const { clinic, stranger, call } = world;
  const key = clinic.member.key;
  await call("GET", "/v1/me", { key, headers: from("first-use") });
  await linesOf("first-use", 1);
  for (let n = 0; n < 3; n++)
    await call("PATCH", `/v1/members/${stranger.owner.memberId}`, {
      key,
      body: { name: "X" },
      headers: from(`not-let-${n}`),
    });
  expect((await call("GET", "/v1/api-keys", { key, headers: from("not-let-read") })).status).toBe(403);
  expect(await linesOf("not-let", 1)).toMatchObject([
    {
      action: "updateMember",
      outcome: "refused",
      actor_id: clinic.member.keyId,
      member_id: clinic.member.memberId,
      object_id: clinic.organisationId,
      request_id: "not-let-0",
    },
  ]);
});

test("a change of role is told of with the old one and the new one", async () => {
  const { clinic, call } = world;
  const { memberId } = await clinic.addPerson();
  await call("PATCH", `/v1/members/${memberId}`, { body: { role: "admin" }, headers: from("role") });
  const [line] = await world.sql<{ changes: object }>("SELECT changes FROM audit_entry WHERE request_id = 'role'");
  expect(line!.changes).toMatchObject({ role: ["member", "admin"] });
});

test("owners and admins read all of it over GraphQL, by outcome, action, credential and member", async () => {
  const { clinic, call } = world;
  const read = async (filter: string, key = clinic.owner.key) => {
    const fields = "action outcome actorKind actorId memberId objectId requestId address userAgent at";
    const query = `{ auditEntries(first: 100, ${filter}) { nodes { ${fields} } } }`;
    const { text } = await call("POST", "/graphql", { key, body: { query } });
    return JSON.parse(text) as {
      data: { auditEntries: { nodes: Record<string, string>[] } } | null;
      errors?: object[];
    };
  };
  for (const key of [clinic.owner.key, clinic.admin.key]) {
    const { nodes } = (await read("outcome: refused", key)).data!.auditEntries;
    expect(nodes.map(({ action }) => action)).toEqual(expect.arrayContaining(["updateMember", "session.refused"]));
    expect(new Set(nodes.map(({ outcome }) => outcome))).toEqual(new Set(["refused"]));
    expect(nodes[0]).toMatchObject({ address: "127.0.0.1", userAgent: "Phone/1" });
  }
  const byMember = (await read(`memberId: "${clinic.member.memberId}"`)).data!.auditEntries.nodes;
  expect(byMember.map(({ action }) => action)).toContain("updateMember");
  const byKey = (await read(`actorId: "${clinic.member.keyId}", action: "updateMember"`)).data!.auditEntries.nodes;
  expect(byKey).toHaveLength(1);
  expect((await read("outcome: refused", clinic.member.key)).errors).toHaveLength(1);
});

test("the personal side can be emptied, and the lines stay", async () => {
  const count = async () => (await world.sql<{ n: string }>("SELECT count(*) AS n FROM audit_entry"))[0]!.n;
  const before = await count();
  await world.sql("UPDATE audit_origin SET address = NULL, user_agent = NULL, reason = NULL");
  expect(await count()).toBe(before);
  await expect(world.sql("UPDATE audit_entry SET outcome = 'done'")).rejects.toThrow("append-only");
});
