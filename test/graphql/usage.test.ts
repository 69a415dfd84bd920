import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createInProcessRateLimiter } from "../../src/adapters/rate-limiter/in-process/in-process-rate-limiter.ts";
import { STANDARD_FIGURES, toPlan } from "../../src/domain/plan/plan.ts";
import type { RestApp } from "../support/rest-app.ts";
import { createRestWorld, type RestWorld } from "../support/rest-world.ts";

let world: RestWorld;
let app: RestApp;

beforeAll(async () => {
  world = await createRestWorld();
  const plan = toPlan("standard", { ...STANDARD_FIGURES, requestsPerMinute: 60 });
  app = await world.startTwin({
    limits: { limiter: createInProcessRateLimiter({ clock: world.clock }), plans: new Map([[plan.name, plan]]) },
  });
});

afterAll(() => world.close());

interface Told {
  data: { usage: { plan: string; own: Budget[]; credentials: Credential[] } } | null;
  errors?: { extensions: { code: string } }[];
  extensions: { cost: { requested: number } };
}

interface Budget {
  name: string;
  unit: string;
  quota: number;
  windowSeconds: number;
  remaining: number;
  resetAfterSeconds: number;
}

interface Credential {
  id: string;
  kind: string;
  name: string;
  lastUsedAt: string | null;
  budgets: Budget[];
}

const BUDGET = "{ name unit quota windowSeconds remaining resetAfterSeconds }";
const USAGE = `query ($first: Int! = 20) {
  usage(first: $first) { plan own ${BUDGET} credentials { id kind name lastUsedAt budgets ${BUDGET} } } }`;

async function usage(key: string, variables: object = {}): Promise<Told> {
  const { body } = await app.call("POST", "/graphql", { key, body: { query: USAGE, variables } });
  return body as unknown as Told;
}

const callAs = (key: string) => app.call("GET", "/v1/event-types", { key });

test("an owner sees the plan, and of each credential what is left in each window; looking takes nothing of it", async () => {
  const { owner, member, publishableKey } = world.clinic;
  const { accessToken } = await world.logIn();
  for (const key of [member.key, member.key, publishableKey, accessToken]) await callAs(key);

  const { data } = await usage(owner.key, { first: 100 });
  expect(data!.usage.plan).toBe("standard");
  const left = (budgets: Budget[]) => Object.fromEntries(budgets.map(({ name, remaining }) => [name, remaining]));
  const byId = new Map(data!.usage.credentials.map((each) => [each.id, each]));
  expect(left(byId.get(member.keyId)!.budgets)).toEqual({
    minute: 58,
    hour: 35_998,
    day: 359_998,
    "graphql-points": 1_000_000,
  });
  expect(byId.get(member.keyId)!.budgets[0]).toEqual({
    name: "minute",
    unit: "requests",
    quota: 60,
    windowSeconds: 60,
    remaining: 58,
    resetAfterSeconds: 1,
  });
  const shared = data!.usage.credentials.find(({ kind }) => kind === "publishable_key")!;
  expect(shared.budgets[0]).toMatchObject({ quota: 600, remaining: 599 });
  expect(byId.get(owner.memberId)).toMatchObject({ kind: "person", budgets: [{ remaining: 59 }, {}, {}, {}] });
  expect(left(data!.usage.own)).toMatchObject({ minute: 60, "graphql-points": 999_899 });
  expect(left((await usage(owner.key, { first: 100 })).data!.usage.own)).toMatchObject({ minute: 60 });
});

test("a key that was revoked, and another organisation's, are not told of", async () => {
  const { id } = await world.clinic.addKey({});
  const ids = async () => (await usage(world.clinic.owner.key)).data!.usage.credentials.map((each) => each.id);
  expect(await ids()).toContain(id);
  await world.call("DELETE", `/v1/api-keys/${id}`);
  expect(await ids()).not.toContain(id);
  expect(await ids()).not.toContain(world.stranger.owner.keyId);
});

test("so many are told of as were asked for, and paid for", async () => {
  const told = await usage(world.clinic.owner.key, { first: 1 });
  expect(told.data!.usage.credentials).toHaveLength(1);
  expect(told.extensions.cost.requested).toBe(2);
  expect((await usage(world.clinic.owner.key)).extensions.cost.requested).toBe(21);
  for (const first of [-1, 101])
    expect((await usage(world.clinic.owner.key, { first })).errors).toMatchObject([
      { extensions: { code: "validation_failed" } },
    ]);
});

test("it is for owners and admins who may read keys", async () => {
  const { admin, member, publishableKey, addKey } = world.clinic;
  const narrow = await addKey({ scopes: ["bookings:read"] });
  expect((await usage(admin.key)).errors).toBeUndefined();
  for (const key of [member.key, publishableKey, narrow.key])
    expect((await usage(key)).errors).toMatchObject([{ extensions: { code: "forbidden" } }]);
});
