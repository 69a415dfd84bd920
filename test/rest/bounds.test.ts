import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { newId } from "../../src/domain/shared/ids.ts";
import { addLogIn } from "../support/add-log-in.ts";
import { comeBackToLink } from "../support/identity-providers/local-flow.ts";
import type { Answer } from "../support/rest-app.ts";
import { createRestWorld, type RestWorld } from "../support/rest-world.ts";
import { createFactorFixture } from "../support/second-factors.ts";

// What a person or an organisation can have many of has a bound, which the contract names.

let world: RestWorld;

beforeAll(async () => {
  world = await createRestWorld();
});

afterAll(() => world.close());

/** Somebody new who has logged in. */
async function newPerson() {
  const person = await world.clinic.addPerson("admin");
  const logIn = await addLogIn(world, person);
  const { accessToken: key } = await logIn();
  const [user] = await world.sql<{ id: string }>("SELECT user_id AS id FROM member WHERE id = $1", [person.memberId]);
  return { ...person, key, logIn, userId: user!.id };
}

function expectLimit({ status, body }: Answer, limit: number) {
  expect([status, body]).toMatchObject([409, { code: "limit_reached", limit }]);
}

const statusesOf = (answers: Answer[]) => answers.map(({ status }) => status).sort();

test("a person has 20 passkeys, also when two are added at the same time", async () => {
  const { key, memberId } = await newPerson();
  const factors = await createFactorFixture(world, memberId);
  for (let n = 0; n < 19; n++) await factors.addPasskey();
  const options = () => world.call("POST", "/v1/me/passkeys/registration-options", { key });
  const add = async () =>
    world.call("POST", "/v1/me/passkeys", { key, body: { response: await factors.newRegistration() } });
  expect((await options()).status).toBe(200);
  expect(statusesOf(await Promise.all([add(), add(), add()]))).toEqual([201, 409, 409]);
  expectLimit(await add(), 20);
  expectLimit(await options(), 20);
  const { body } = await world.call("GET", "/v1/me/passkeys", { key });
  expect(body.data).toHaveLength(20);
  const removed = await world.call("DELETE", `/v1/me/passkeys/${body.data[0]!.id}`, { key });
  expect([removed.status, (await add()).status]).toEqual([204, 201]);
});

test("a person has 20 identities; one that is linked already may be linked again", async () => {
  const { key, userId } = await newPerson();
  await world.sql(
    `INSERT INTO identity (id, user_id, provider, issuer, subject, created_at)
     SELECT 'idn_' || n, $1, 'elsewhere', 'elsewhere', n::text, now() FROM generate_series(1, 19) AS n`,
    [userId],
  );
  const link = async (email: string) =>
    world.app.call("POST", "/v1/me/identities/local/finish", {
      key,
      body: await comeBackToLink(world.app, { email }, key),
    });
  expect((await link("twentieth@example.com")).status).toBe(200);
  expectLimit(await link("one-more@example.com"), 20);
  expect((await link("twentieth@example.com")).status).toBe(200);
});

test("a person has 100 sessions: the one that was not used for the longest time makes room", async () => {
  const { userId, memberId, logIn } = await newPerson();
  world.clock.advance(1_000);
  await logIn();
  await world.sql(
    `INSERT INTO device_session (id, organisation_id, user_id, member_id, created_at, last_used_at, authenticated_at, expires_at)
     SELECT s.id || n, organisation_id, user_id, member_id, created_at, last_used_at, authenticated_at, expires_at
     FROM (SELECT * FROM device_session WHERE user_id = $1 ORDER BY last_used_at DESC LIMIT 1) s, generate_series(1, 98) AS n`,
    [userId],
  );
  world.clock.advance(1_000);
  const newest = await logIn();
  const count = `SELECT count(*)::int, count(*) FILTER (WHERE ended_at IS NOT NULL AND end_reason = 'ended')::int AS ended,
    max(last_used_at) FILTER (WHERE ended_at IS NOT NULL) = min(last_used_at) AS "isOldest"
    FROM device_session WHERE user_id = $1`;
  expect(await world.sql(count, [userId])).toEqual([{ count: 101, ended: 1, isOldest: true }]);
  expect((await world.call("GET", "/v1/me", { key: newest.accessToken })).status).toBe(200);
  const told = "SELECT FROM outbox_event WHERE type = 'session.ended' AND payload #>> '{session,memberId}' = $1";
  expect(await world.sql(told, [memberId])).toHaveLength(1);
});

test("an organisation has 200 open invitations; one that has expired makes room", async () => {
  const { organisationId, owner } = world.clinic;
  await world.sql(
    `INSERT INTO invitation (id, organisation_id, invited_by_id, email, role, created_at, expires_at)
     SELECT 'inv_' || n, $1, $2, n || '@invited.example', 'member', $3, $3::timestamptz + interval '1 day'
     FROM generate_series(1, 199) AS n`,
    [organisationId, owner.memberId, world.clock.now()],
  );
  const invite = () =>
    world.call("POST", "/v1/invitations", { body: { email: `${newId("user")}@invited.example`, role: "member" } });
  expect(statusesOf(await Promise.all([invite(), invite()]))).toEqual([201, 409]);
  expectLimit(await invite(), 200);
  world.clock.advance(86_400_000);
  expect((await invite()).status).toBe(201);
});

test("an organisation has 1,000 API keys that are neither revoked nor expired", async () => {
  const { organisationId, owner } = world.clinic;
  const living = "organisation_id = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2)";
  await world.sql(
    `INSERT INTO api_key (id, organisation_id, member_id, name, kind, scopes, start, created_at)
     SELECT 'key_' || n, $1, $3, 'filling', 'secret', '{}', 'hf_', $2
     FROM generate_series(1, 999 - (SELECT count(*)::int FROM api_key WHERE ${living})) AS n`,
    [organisationId, world.clock.now(), owner.memberId],
  );
  const create = () => world.call("POST", "/v1/api-keys", { body: { name: "One more" } });
  const answers = await Promise.all([create(), create()]);
  expect(statusesOf(answers)).toEqual([201, 409]);
  expectLimit(await create(), 1_000);
  const { id } = answers.find(({ status }) => status === 201)!.body;
  expect((await world.call("DELETE", `/v1/api-keys/${id}`)).status).toBe(200);
  expect((await create()).status).toBe(201);
});
