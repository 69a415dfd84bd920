import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { newSecret } from "../../../src/domain/access/api-key.ts";
import { authenticateKey } from "../../../src/domain/access/authenticate-key.ts";
import { createApiKey } from "../../../src/domain/access/create-api-key.ts";
import { getApiKey } from "../../../src/domain/access/get-api-key.ts";
import { revokeApiKey } from "../../../src/domain/access/revoke-api-key.ts";
import { SCOPES_OF } from "../../../src/domain/access/rules.ts";
import type { Actor } from "../../../src/domain/shared/actor.ts";
import type { DomainContext } from "../../../src/domain/shared/context.ts";
import type { Database } from "../../../src/domain/shared/database.ts";
import { createTestDomain, type TestDomain, type TestOrganisation } from "../../support/domain-context.ts";
import { codeOf, refusalOf } from "../../support/outcome.ts";

let domain: TestDomain;
let clinic: TestOrganisation;
let owner: DomainContext;
/** As in `domain.db`, with every prepared statement counted. */
let db: Database;
let queries: number;

beforeAll(async () => {
  domain = await createTestDomain();
  clinic = await domain.addOrganisation();
  owner = clinic.as(clinic.ownerId);
});

beforeEach(() => {
  queries = 0;
  // Another object each time, and so another process as far as the memory of keys is concerned.
  db = {
    ...domain.db,
    query: (statement, values) => {
      queries++;
      return domain.db.query(statement, values);
    },
  };
});

afterAll(() => domain.close());

function authenticate(key: string): Promise<Actor> {
  return authenticateKey({ ...owner, db }, key);
}

async function newKey(input: { expiresAt?: Date } = {}): Promise<{ id: string; secret: string }> {
  const { apiKey, secret } = await createApiKey({ ...owner, db }, { name: "Key", scopes: ["bookings:read"], ...input });
  return { id: apiKey.id, secret };
}

/** Waits for what is written in the background. */
async function until<T>(read: () => Promise<T>, isThere: (value: T) => boolean): Promise<T> {
  for (let i = 0; i < 200; i++) {
    const value = await read();
    if (isThere(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error("did not happen");
}

test("a secret key acts for the member who made it, with its own scopes", async () => {
  const { id, secret } = await newKey();
  expect(await authenticate(secret)).toEqual({
    kind: "secret_key",
    organisationId: clinic.id,
    credentialId: id,
    memberId: clinic.ownerId,
    role: "owner",
    scopes: new Set(["bookings:read"]),
  });
});

test("a publishable key has the publishable scopes, whatever its row says", async () => {
  const { apiKey, secret } = await createApiKey(owner, {
    name: "Web",
    kind: "publishable",
    allowedOrigins: ["https://shop.example"],
  });
  await domain.db.prisma.apiKey.update({ where: { id: apiKey.id }, data: { scopes: ["members:write"] } });
  expect(await authenticate(secret)).toEqual({
    kind: "publishable_key",
    allowedOrigins: new Set(["https://shop.example"]),
    organisationId: clinic.id,
    credentialId: apiKey.id,
    scopes: new Set(SCOPES_OF.publishable_key),
  });
});

test("what cannot be a key is refused without asking the database", async () => {
  const { secret } = await newKey();
  const mistyped = secret.slice(0, -1) + (secret.endsWith("0") ? "1" : "0");
  for (const key of ["", "secret", mistyped, `${secret} `])
    expect(await codeOf(authenticate(key))).toBe("unauthenticated");
  expect(queries).toBe(0);
});

test("unknown, revoked, expired and mistyped keys get one and the same answer", async () => {
  const revoked = await newKey();
  await revokeApiKey(owner, revoked.id);
  const expiring = await newKey({ expiresAt: new Date(domain.clock.now().getTime() + 1000) });
  expect((await authenticate(expiring.secret)).credentialId).toBe(expiring.id);
  domain.clock.advance(1000);

  const keys = [newSecret("live", "secret"), revoked.secret, expiring.secret, "nonsense"];
  const refusals = await Promise.all(keys.map((key) => refusalOf(authenticate(key))));
  expect(new Set(refusals.map((refusal) => `${refusal?.code}: ${refusal?.message}`)).size).toBe(1);
  expect(refusals[0]?.code).toBe("unauthenticated");
});

test("a key is looked up once in five seconds", async () => {
  const { secret } = await newKey();
  await authenticate(secret);
  domain.clock.advance(4999);
  await authenticate(secret);
  expect(queries).toBe(1);
  domain.clock.advance(1);
  await authenticate(secret);
  expect(queries).toBe(2);
});

test("a clock that is set back does not make a look-up last longer", async () => {
  const { secret } = await newKey();
  await authenticate(secret);
  domain.clock.advance(-60_000);
  await authenticate(secret);
  expect(queries).toBe(2);
  domain.clock.advance(60_000);
});

test("concurrent look-ups of one key share one query", async () => {
  const { secret } = await newKey();
  await Promise.all(Array.from({ length: 50 }, () => authenticate(secret)));
  expect(queries).toBe(1);
});

test("a revocation bites at once in the process that made it", async () => {
  const { id, secret } = await newKey();
  await authenticate(secret);
  await revokeApiKey({ ...owner, db }, id);
  expect(await codeOf(authenticate(secret))).toBe("unauthenticated");
});

test("a revocation bites within five seconds in every other process", async () => {
  const { id, secret } = await newKey();
  await authenticate(secret);
  await revokeApiKey(owner, id);
  domain.clock.advance(4999);
  expect(await codeOf(authenticate(secret))).toBeUndefined();
  domain.clock.advance(1);
  expect(await codeOf(authenticate(secret))).toBe("unauthenticated");
});

test("so does another role of the member", async () => {
  const memberId = await clinic.addMember("admin");
  const { secret } = await createApiKey(clinic.as(memberId), { name: "Admin's" });
  expect(await authenticate(secret)).toMatchObject({ role: "admin" });
  await domain.db.prisma.member.update({ where: { id: memberId }, data: { role: "member" } });
  domain.clock.advance(5000);
  expect(await authenticate(secret)).toMatchObject({ role: "member", scopes: new Set(SCOPES_OF.member) });
});

test("where it was first used is noted once, and audited", async () => {
  const { id, secret } = await newKey();
  const at = domain.clock.now();
  const from = (address: string) => authenticateKey({ ...owner, db, request: { ...owner.request, address } }, secret);
  await Promise.all([from("192.0.2.7"), from("192.0.2.8")]);
  const use = async () => getApiKey(owner, id);
  await until(use, ({ firstUsedAt }) => firstUsedAt !== null);
  domain.clock.advance(60_000);
  await from("192.0.2.9");
  const later = await until(use, ({ lastUsedAt }) => lastUsedAt!.getTime() > at.getTime());
  expect(later).toMatchObject({ firstUsedAt: at, firstUsedAddress: "192.0.2.7" });
  expect(await auditOf(id)).toEqual(["api_key.created", "api_key.first_used"]);
});

test("who comes with a key that is over is audited, at most once a minute", async () => {
  const { id, secret } = await newKey();
  await revokeApiKey(owner, id);
  const refused = async () => (await auditOf(id)).filter((action) => action === "api_key.refused").length;
  expect(await codeOf(authenticate(secret))).toBe("unauthenticated");
  await until(refused, (count) => count === 1);
  domain.clock.advance(59_999);
  expect(await codeOf(authenticate(secret))).toBe("unauthenticated");
  domain.clock.advance(1);
  expect(await codeOf(authenticate(secret))).toBe("unauthenticated");
  await until(refused, (count) => count === 2);
  expect((await getApiKey(owner, id)).firstUsedAt).toBeNull();
});

async function auditOf(objectId: string): Promise<string[]> {
  const lines = await domain.db.prisma.auditEntry.findMany({
    where: { objectId },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  return lines.map(({ action }) => action);
}

test("a key that was unknown is accepted as soon as it exists", async () => {
  const { id, secret } = await newKey();
  const { secrets, ...row } = await domain.db.prisma.apiKey.delete({ where: { id }, include: { secrets: true } });
  expect(await codeOf(authenticate(secret))).toBe("unauthenticated");
  await domain.db.prisma.apiKey.create({ data: row });
  await domain.db.prisma.apiKeySecret.createMany({ data: secrets });
  expect((await authenticate(secret)).credentialId).toBe(id);
});

test("a look-up that failed is not remembered", async () => {
  const { secret } = await newKey();
  let isCutOff = true;
  const query: Database["query"] = (statement, values) =>
    isCutOff ? Promise.reject(new Error("cut off")) : db.query(statement, values);
  const deps = { ...owner, db: { ...db, query } };
  await expect(authenticateKey(deps, secret)).rejects.toThrow("cut off");
  isCutOff = false;
  expect((await authenticateKey(deps, secret)).kind).toBe("secret_key");
});

test("when it was last used is noted, at most once a minute", async () => {
  const { id, secret } = await newKey();
  const first = domain.clock.now();
  await authenticate(secret);
  const lastUse = async () => (await getApiKey(owner, id)).lastUsedAt;
  await until(lastUse, (at) => at?.getTime() === first.getTime());

  domain.clock.advance(59_999);
  await authenticate(secret);
  domain.clock.advance(1);
  await authenticate(secret);
  const second = domain.clock.now();
  const seen: unknown[] = [];
  await until(lastUse, (at) => {
    seen.push(at);
    return at?.getTime() === second.getTime();
  });
  expect(seen.every((at) => at instanceof Date && [first.getTime(), second.getTime()].includes(at.getTime()))).toBe(
    true,
  );
});

test("a failure to note it is logged and never surfaces", async () => {
  const { id, secret } = await newKey();
  const deps = { ...owner, db: { ...db, transaction: () => Promise.reject(new Error("read-only")) } };
  expect((await authenticateKey(deps, secret)).credentialId).toBe(id);
  await until(
    () => Promise.resolve(domain.logged),
    (lines) => lines.some(({ level, fields }) => level === "warn" && (fields as { apiKeyId?: string }).apiKeyId === id),
  );
});

test("a key in memory is checked in a few microseconds", async () => {
  const { secret } = await newKey();
  await authenticate(secret);
  const started = performance.now();
  for (let i = 0; i < 10_000; i++) await authenticate(secret);
  // 5 µs each, of which the checksum and the hash are most; the bound leaves room for a busy machine.
  expect((performance.now() - started) / 10_000).toBeLessThan(0.1);
  expect(queries).toBe(1);
});
