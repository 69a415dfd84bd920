import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { findPublicKey, getSigner, listPublicKeys, type SignerDeps } from "../../../src/domain/access/key-ring.ts";
import { newKeyPair, planRotation } from "../../../src/domain/access/signing-key.ts";
import { createSealer } from "../../../src/domain/shared/sealer.ts";
import { createTestDomain, NOW, type TestDomain } from "../../support/domain-context.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let domain: TestDomain;

beforeAll(async () => {
  domain = await createTestDomain();
});

afterEach(() => domain.db.prisma.signingKey.deleteMany());
afterAll(() => domain.close());

/** Another process, which remembers nothing. */
function newProcess(secret = "secret"): SignerDeps {
  return { db: { ...domain.db }, clock: domain.clock, sealer: createSealer(secret) };
}

const kidsOf = async (deps: SignerDeps) => (await listPublicKeys(deps)).map(({ kid }) => kid);

describe("what is to be done", () => {
  const at = (days: number) => new Date(Date.parse(NOW) + days * DAY_MS);
  const key = (kid: string, from: number, until: number) => ({ kid, signsFrom: at(from), signsUntil: at(until) });

  test.each([
    ["the first key signs at once", [], null, 0],
    ["a key in its term signs", [key("a", -5, 25)], "a", null],
    ["a day before its end the next one is made, to sign from then", [key("a", -29, 1)], "a", 1],
    ["it is made once", [key("a", -29, 1), key("b", 1, 31)], "a", null],
    ["it takes over", [key("a", -30, 0), key("b", 0, 30)], "b", null],
    ["after a long silence the next one signs at once", [key("a", -60, -30)], null, 0],
    ["the newest of several signs", [key("a", -5, 25), key("b", -4, 26)], "b", null],
  ])("%s", (_, own, current, nextFrom) => {
    const next = nextFrom === null ? null : { signsFrom: at(nextFrom), signsUntil: at(nextFrom + 30) };
    expect(planRotation(own, at(0))).toEqual({ current, next });
  });
});

test("the next key is published a day before it signs, the old one until its last token is dead", async () => {
  const first = (await getSigner(newProcess())).kid;
  expect(await kidsOf(newProcess())).toEqual([first]);

  domain.clock.advance(29 * DAY_MS);
  const ahead = newProcess();
  expect((await getSigner(ahead)).kid).toBe(first);
  const [, second] = await kidsOf(ahead);
  expect(await kidsOf(ahead)).toEqual([first, second]);

  domain.clock.advance(DAY_MS);
  expect((await getSigner(newProcess())).kid).toBe(second);
  domain.clock.advance(HOUR_MS - 1);
  expect(await kidsOf(newProcess())).toEqual([first, second]);
  expect(await findPublicKey(newProcess(), first)).not.toBeNull();
  domain.clock.advance(1);
  expect(await kidsOf(newProcess())).toEqual([second]);
  expect(await findPublicKey(newProcess(), first)).toBeNull();
});

test("a process that runs on takes the new key within a minute of its term", async () => {
  const process = newProcess();
  const first = (await getSigner(process)).kid;
  domain.clock.advance(30 * DAY_MS - 30_000);
  expect((await getSigner(process)).kid).toBe(first);
  domain.clock.advance(60_000);
  expect((await getSigner(process)).kid).not.toBe(first);
});

test("processes that start together make one key between them", async () => {
  const kids = await Promise.all(Array.from({ length: 8 }, async () => (await getSigner(newProcess())).kid));
  expect(new Set(kids).size).toBe(1);
});

test("after a change of the secret a new key signs, and what the old one signed is still believed", async () => {
  const old = (await getSigner(newProcess("old"))).kid;
  const changed = newProcess("new");
  const { kid } = await getSigner(changed);
  expect(kid).not.toBe(old);
  expect(await kidsOf(changed)).toEqual([old, kid]);
});

test("published keys are public, and no private one lies open in the database", async () => {
  const [jwk] = await listPublicKeys(newProcess());
  expect(Object.keys(jwk!).sort()).toEqual(["alg", "crv", "kid", "kty", "use", "x", "y"]);
  const rows = await domain.db.prisma.signingKey.findMany();
  expect(JSON.stringify(rows)).not.toContain("PRIVATE KEY");
});

test("a kid is the thumbprint of its key (RFC 7638)", () => {
  const { publicJwk } = newKeyPair();
  expect(publicJwk.kid).toMatch(/^[\w-]{43}$/);
});
