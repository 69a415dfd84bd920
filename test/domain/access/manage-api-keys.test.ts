import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { isWellFormed, newSecret } from "../../../src/domain/access/api-key.ts";
import { createApiKey } from "../../../src/domain/access/create-api-key.ts";
import { getApiKey } from "../../../src/domain/access/get-api-key.ts";
import { listApiKeys } from "../../../src/domain/access/list-api-keys.ts";
import { revokeApiKey } from "../../../src/domain/access/revoke-api-key.ts";
import { SCOPES_OF } from "../../../src/domain/access/rules.ts";
import { SCOPES } from "../../../src/domain/shared/actor.ts";
import type { DomainContext } from "../../../src/domain/shared/context.ts";
import { createTestDomain, NOW, type TestDomain, type TestOrganisation } from "../../support/domain-context.ts";
import { codeOf, pointersOf } from "../../support/outcome.ts";

let domain: TestDomain;
let clinic: TestOrganisation;
let owner: DomainContext;

beforeAll(async () => {
  domain = await createTestDomain();
  clinic = await domain.addOrganisation();
  owner = clinic.as(clinic.ownerId);
});

afterAll(() => domain.close());

test("a key says what it is and ends in the CRC-32 of what stands before", () => {
  const secret = newSecret("test", "publishable");
  expect(secret).toMatch(/^hf_test_pk_[0-9A-Za-z]{38}$/);
  expect(isWellFormed(secret)).toBe(true);
  expect(newSecret("live", "secret")).toMatch(/^hf_live_sk_/);
  // Worked out by another implementation of CRC-32: 3,288,331,834, in base 62.
  expect(isWellFormed(`hf_live_sk_${"0".repeat(32)}3aXVKE`)).toBe(true);
});

test("each single character that is mistyped is noticed", () => {
  const secret = newSecret("live", "secret");
  for (let i = 0; i < secret.length; i++) {
    const other = secret[i] === "a" ? "b" : "a";
    expect(isWellFormed(secret.slice(0, i) + other + secret.slice(i + 1))).toBe(false);
  }
});

test("what has another form is no key", () => {
  const secret = newSecret("live", "secret");
  for (const text of ["", "hf_live_sk_", `${secret}\n`, ` ${secret}`, secret.slice(1), "x".repeat(100_000)])
    expect(isWellFormed(text)).toBe(false);
});

test("a secret key can do all that its creator can, unless told otherwise", async () => {
  const scopes = ["api_keys:write", "bookings:read"] as const;
  const { apiKey, secret } = await createApiKey(clinic.as(clinic.ownerId, scopes), { name: "Reporting" });
  expect(apiKey).toEqual({
    id: expect.stringMatching(/^key_/),
    organisationId: clinic.id,
    memberId: clinic.ownerId,
    name: "Reporting",
    kind: "secret",
    mode: "live",
    scopes: ["api_keys:write", "bookings:read"],
    allowedOrigins: [],
    start: secret.slice(0, 15),
    expiresAt: null,
    revokedAt: null,
    rotatedAt: null,
    overlapEndsAt: null,
    firstUsedAt: null,
    firstUsedAddress: null,
    firstUsedUserAgent: null,
    lastUsedAt: null,
    createdAt: new Date(NOW),
  });
  expect(secret).toMatch(/^hf_live_sk_/);
  expect(await getApiKey(owner, apiKey.id)).toEqual(apiKey);
});

test("a test organisation's keys say so", async () => {
  const sandbox = await domain.addOrganisation({ mode: "test" });
  const { apiKey, secret } = await createApiKey(sandbox.as(sandbox.ownerId), { name: "Sandbox" });
  expect(apiKey.mode).toBe("test");
  expect(secret).toMatch(/^hf_test_sk_/);
});

test("neither the key nor its hash is kept where it could be read", async () => {
  const { apiKey, secret } = await createApiKey(owner, { name: "Hidden" });
  const [row] = await domain.db.query<{ all: string }>(
    {
      name: "everything",
      text: `SELECT (SELECT json_agg(k) FROM api_key k)::text || (SELECT json_agg(s) FROM api_key_secret s)::text || (SELECT json_agg(e) FROM outbox_event e)::text
        || (SELECT json_agg(a) FROM audit_entry a)::text AS all`,
    },
    [],
  );
  expect(row!.all).toContain(apiKey.id);
  expect(row!.all).not.toContain(secret.slice(15));
  const events = await domain.db.prisma.outboxEvent.findMany({ where: { subjectId: apiKey.id } });
  expect(JSON.stringify(events.map(({ payload }) => payload))).not.toContain("hash");
});

test("nobody gives a key scopes that he does not have", async () => {
  const ctx = clinic.as(clinic.adminId, ["api_keys:write", "bookings:read"]);
  const input = { name: "More", scopes: ["bookings:read", "bookings:write", "members:write"] as const };
  expect(await pointersOf(createApiKey(ctx, { ...input, scopes: [...input.scopes] }))).toEqual([
    "/scopes/1",
    "/scopes/2",
  ]);
  expect((await createApiKey(ctx, { name: "Less", scopes: ["bookings:read"] })).apiKey.scopes).toEqual([
    "bookings:read",
  ]);
});

test("a publishable key always has the same scopes", async () => {
  const { apiKey, secret } = await createApiKey(owner, { name: "Web page", kind: "publishable" });
  expect(apiKey.scopes).toEqual(SCOPES_OF.publishable_key);
  expect(secret).toMatch(/^hf_live_pk_/);
  const scopes = [...SCOPES_OF.publishable_key];
  expect(await pointersOf(createApiKey(owner, { name: "Web", kind: "publishable", scopes }))).toEqual(["/scopes"]);
});

test("a key that has expired already is refused", async () => {
  expect(await pointersOf(createApiKey(owner, { name: "Late", expiresAt: domain.clock.now() }))).toEqual([
    "/expiresAt",
  ]);
  const expiresAt = new Date(domain.clock.now().getTime() + 1);
  expect((await createApiKey(owner, { name: "Brief", expiresAt })).apiKey.expiresAt).toEqual(expiresAt);
});

test("revoking twice answers the same, and is recorded once", async () => {
  const { apiKey } = await createApiKey(owner, { name: "Lost" });
  domain.clock.advance(1000);
  const first = await revokeApiKey(owner, apiKey.id);
  expect(first).toEqual({ ...apiKey, revokedAt: domain.clock.now() });
  domain.clock.advance(1000);
  expect(await revokeApiKey(owner, apiKey.id)).toEqual(first);
  expect(await domain.db.prisma.outboxEvent.count({ where: { subjectId: apiKey.id } })).toBe(2);
  expect(await domain.db.prisma.auditEntry.count({ where: { objectId: apiKey.id } })).toBe(2);
});

test("keys are the business of owners and admins", async () => {
  const { apiKey } = await createApiKey(clinic.as(clinic.adminId), { name: "Admin's" });
  for (const ctx of [clinic.as(clinic.memberId, SCOPES), clinic.asPublic()]) {
    expect(await codeOf(createApiKey(ctx, { name: "No" }))).toBe("forbidden");
    expect(await codeOf(getApiKey(ctx, apiKey.id))).toBe("forbidden");
    expect(await codeOf(listApiKeys(ctx, { limit: 1 }))).toBe("forbidden");
    expect(await codeOf(revokeApiKey(ctx, apiKey.id))).toBe("forbidden");
  }
});

test("for strangers they are not there", async () => {
  const { apiKey } = await createApiKey(owner, { name: "Ours" });
  const other = await domain.addOrganisation();
  const stranger = other.as(other.ownerId);
  expect(await codeOf(getApiKey(stranger, apiKey.id))).toBe("not_found");
  expect(await codeOf(revokeApiKey(stranger, apiKey.id))).toBe("not_found");
  expect((await listApiKeys(stranger, { limit: 10 })).data).toEqual([]);
  expect((await getApiKey(owner, apiKey.id)).revokedAt).toBeNull();
});

test("keys are listed page by page, revoked ones too, without what could be used", async () => {
  const firm = await domain.addOrganisation();
  const ctx = firm.as(firm.ownerId);
  const made = [];
  for (const name of ["a", "b", "c"]) made.push((await createApiKey(ctx, { name })).apiKey);
  const revoked = await revokeApiKey(ctx, made[0]!.id);
  const first = await listApiKeys(ctx, { limit: 2 });
  const second = await listApiKeys(ctx, { limit: 2, cursor: first.nextCursor! });
  expect([...first.data, ...second.data]).toEqual([revoked, made[1], made[2]]);
});
