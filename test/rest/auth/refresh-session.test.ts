import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { deleteDeadTokens } from "../../../src/domain/session/delete-dead-tokens.ts";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";

/** RFC 9700 4.14.2, with a grace for answers that were lost on the way. */

let world: RestWorld;

beforeAll(async () => {
  world = await createRestWorld();
});

afterAll(() => world.close());

const refresh = (refreshToken: string, headers?: Record<string, string>) =>
  world.call("POST", "/v1/auth/refresh", { key: null, body: { refreshToken }, headers });
const statusWith = async (key: string) => (await world.call("GET", "/v1/me", { key })).status;

async function livingSessions(id: string): Promise<number> {
  return (await world.sql("SELECT FROM device_session WHERE id = $1 AND ended_at IS NULL", [id])).length;
}

test("gives the next pair, in the same session", async () => {
  const first = await world.logIn();
  world.clock.advance(900_000);
  const { status, body, headers } = await refresh(first.refreshToken);
  expect(status).toBe(200);
  expect(headers["cache-control"]).toBe("no-store");
  expect(body.session).toMatchObject({ id: first.session.id, lastUsedAt: world.clock.now().toISOString() });
  expect(body.refreshToken).not.toBe(first.refreshToken);
  expect([await statusWith(first.accessToken), await statusWith(body.accessToken)]).toEqual([401, 200]);
});

test("no refresh token stands in the database", async () => {
  const { refreshToken } = await world.logIn();
  const { body } = await refresh(refreshToken);
  const rows = JSON.stringify(await world.sql("SELECT * FROM refresh_token"));
  for (const token of [refreshToken, body.refreshToken]) expect(rows).not.toContain(token.slice(6));
});

test("an answer that was lost is given again within 30 seconds: the same next token", async () => {
  const { refreshToken } = await world.logIn();
  const first = await refresh(refreshToken);
  world.clock.advance(30_000);
  const again = await refresh(refreshToken);
  expect(again.status).toBe(200);
  expect(again.body.refreshToken).toBe(first.body.refreshToken);
  expect(await statusWith(again.body.accessToken)).toBe(200);
  expect((await refresh(again.body.refreshToken)).status).toBe(200);
});

test("used any later it ends the session: nobody has a token that works any more, and it is audited", async () => {
  const { refreshToken, session } = await world.logIn();
  const thief = await refresh(refreshToken);
  world.clock.advance(30_001);
  const refused = await refresh(refreshToken, { "X-Request-Id": "reused" });
  expect([refused.status, refused.body.code]).toEqual([401, "invalid_refresh_token"]);
  expect(await statusWith(thief.body.accessToken)).toBe(401);
  expect((await refresh(thief.body.refreshToken)).status).toBe(401);
  expect(await livingSessions(session.id)).toBe(0);
  const lines = await world.sql("SELECT action, object_id, changes FROM audit_entry WHERE request_id = 'reused'");
  expect(lines).toEqual([
    {
      action: "session.ended",
      object_id: session.id,
      changes: { endedAt: [null, world.clock.now().toISOString()], endReason: [null, "refresh_token_reused"] },
    },
  ]);
});

test("so does an old one of many refreshes ago", async () => {
  const { refreshToken, session } = await world.logIn();
  let latest = refreshToken;
  for (let i = 0; i < 5; i++) {
    latest = (await refresh(latest)).body.refreshToken;
    world.clock.advance(60_000);
  }
  expect((await refresh(refreshToken)).status).toBe(401);
  expect((await refresh(latest)).status).toBe(401);
  expect(await livingSessions(session.id)).toBe(0);
});

test("16 at once with one token, over two processes, leave one living family with one token to go on with", async () => {
  const twin = await world.startTwin();
  const { refreshToken, session } = await world.logIn();
  const answers = await Promise.all(
    Array.from({ length: 16 }, (_, i) =>
      (i % 2 === 0 ? world.app : twin).call("POST", "/v1/auth/refresh", { body: { refreshToken } }),
    ),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(new Set(answers.map(({ body }) => body.refreshToken)).size).toBe(1);
  expect(await livingSessions(session.id)).toBe(1);
  const unused = await world.sql("SELECT FROM refresh_token WHERE session_id = $1 AND used_at IS NULL", [session.id]);
  expect(unused).toHaveLength(1);
  expect((await refresh(answers[0]!.body.refreshToken)).status).toBe(200);
});

test("16 at once with one that was used long ago end the session once", async () => {
  const { refreshToken, session } = await world.logIn();
  await refresh(refreshToken);
  world.clock.advance(60_000);
  const answers = await Promise.all(Array.from({ length: 16 }, () => refresh(refreshToken)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
  const told = await world.sql("SELECT FROM outbox_event WHERE subject_id = $1 AND type = 'session.ended'", [
    session.id,
  ]);
  expect(told).toHaveLength(1);
});

test("30 days without a refresh end it, a year ends it whatever happens", async () => {
  const idle = await world.logIn();
  world.clock.advance(30 * 86_400_000);
  expect((await refresh(idle.refreshToken)).status).toBe(401);

  let { refreshToken } = await world.logIn();
  for (let days = 29; days < 365; days += 29) {
    world.clock.advance(29 * 86_400_000);
    const { status, body } = await refresh(refreshToken);
    expect(status).toBe(200);
    refreshToken = body.refreshToken;
  }
  world.clock.advance(29 * 86_400_000);
  expect((await refresh(refreshToken)).status).toBe(401);
});

test("who has left the organisation is refreshed no more, nor does his access token work for longer than five seconds", async () => {
  const { refreshToken, accessToken } = await world.logIn();
  expect(await statusWith(accessToken)).toBe(200);
  const { memberId } = world.clinic.owner;
  const [row] = await world.sql<{ user_id: string }>("SELECT user_id FROM member WHERE id = $1", [memberId]);
  await world.sql("UPDATE member SET user_id = NULL WHERE id = $1", [memberId]);
  world.clock.advance(5_000);
  expect([(await refresh(refreshToken)).status, await statusWith(accessToken)]).toEqual([401, 401]);
  await world.sql("UPDATE member SET user_id = $1 WHERE id = $2", [row!.user_id, memberId]);
});

test("tokens of sessions that ran out are deleted, those of living ones are not", async () => {
  await world.logIn();
  world.clock.advance(29 * 86_400_000);
  const living = await world.logIn();
  world.clock.advance(86_400_000);
  expect(await deleteDeadTokens({ db: world.app.db, clock: world.clock })).toBeGreaterThan(0);
  const left = await world.sql<{ session_id: string }>("SELECT session_id FROM refresh_token");
  expect(left).toEqual([{ session_id: living.session.id }]);
  expect((await refresh(living.refreshToken)).status).toBe(200);
});

test.each(["hf_rt_", "nonsense", `hf_rt_${"A".repeat(43)}`])("%s is no refresh token", async (token) => {
  expect((await refresh(token)).body.code).toBe("invalid_refresh_token");
});
