import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createRestWorld, seenBy, type RestWorld } from "../support/rest-world.ts";
import { createFactorFixture } from "../support/second-factors.ts";

let world: RestWorld;

beforeAll(async () => {
  world = await createRestWorld();
});

afterAll(() => world.close());

const ask = (key: string) =>
  world.app.call("POST", "/graphql", { key, body: { query: "{ viewer { member { role } } }" } });

async function logIn(): Promise<string> {
  const body = world.clinic.ownerLogIn;
  return (await world.call("POST", "/v1/auth/log-in", { key: null, body })).body.accessToken;
}

test("who has logged in asks with his access token, and on all his devices from one budget", async () => {
  const remaining = async (token: string) => {
    const { data, extensions } = JSON.parse((await ask(token)).text) as {
      data: unknown;
      extensions: { cost: { remaining: number } };
    };
    expect(data).toEqual({ viewer: { member: { role: "owner" } } });
    return extensions.cost.remaining;
  };
  const [phone, laptop] = [await logIn(), await logIn()];
  const first = await remaining(phone);
  expect(await remaining(laptop)).toBeLessThan(first);
});

test("a token that has expired is told from one that is none", async () => {
  const token = await logIn();
  world.clock.moveTo(new Date(world.clock.now().getTime() + 16 * 60_000).toISOString());
  const [expired, wrong] = [await ask(token), await ask(`${token}x`)];
  const codeOf = (text: string) =>
    (JSON.parse(text) as { errors: { extensions: { code: string } }[] }).errors[0]!.extensions.code;
  expect([expired.status, codeOf(expired.text)]).toEqual([401, "token_expired"]);
  expect(expired.headers["www-authenticate"]).toContain('error="invalid_token"');
  expect([wrong.status, codeOf(wrong.text)]).toEqual([401, "unauthenticated"]);
});

test("the viewer knows what second factors he has, and a key has none", async () => {
  const factors = await createFactorFixture(world);
  const askFor = async (token: string) =>
    JSON.parse(
      (await world.app.call("POST", "/graphql", { key: token, body: { query: "{ viewer { secondFactors } }" } })).text,
    ) as { data: unknown };
  const { accessToken } = await world.logIn();
  expect((await askFor(accessToken)).data).toEqual({ viewer: { secondFactors: [] } });
  await factors.beginTotp();
  expect((await askFor(accessToken)).data).toEqual({ viewer: { secondFactors: [] } });
  await factors.addTotp();
  await factors.addPasskey();
  await factors.addRecoveryCode();
  const all = { viewer: { secondFactors: ["totp", "passkey", "recovery_code"] } };
  expect((await askFor(accessToken)).data).toEqual(all);
  for (const token of [world.clinic.owner.key, world.clinic.publishableKey])
    expect((await askFor(token)).data).toEqual({ viewer: { secondFactors: null } });
  const stranger = (await seenBy(world, world.stranger).logIn()).accessToken;
  expect((await askFor(stranger)).data).toEqual({ viewer: { secondFactors: [] } });
});
