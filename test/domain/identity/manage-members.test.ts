import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createMember } from "../../../src/domain/identity/create-member.ts";
import { getMember } from "../../../src/domain/identity/get-member.ts";
import { listMembers } from "../../../src/domain/identity/list-members.ts";
import { updateMember } from "../../../src/domain/identity/update-member.ts";
import type { DomainContext } from "../../../src/domain/shared/context.ts";
import { createTestDomain, NOW, type TestDomain, type TestOrganisation } from "../../support/domain-context.ts";
import { codeOf, pointersOf, refusalOf } from "../../support/outcome.ts";

let domain: TestDomain;
let clinic: TestOrganisation;
let owner: DomainContext;
let admin: DomainContext;
let member: DomainContext;

beforeAll(async () => {
  domain = await createTestDomain();
  clinic = await domain.addOrganisation();
  owner = clinic.as(clinic.ownerId);
  admin = clinic.as(clinic.adminId);
  member = clinic.as(clinic.memberId);
});

afterAll(() => domain.close());

const GRACE = { name: "Grace Hopper", email: "grace@example.com", timeZone: "America/New_York" };

test("a member is a managed host with the plain role and English, unless told otherwise", async () => {
  const made = await createMember(admin, { ...GRACE, email: "Grace@Example.com" });
  expect(made).toEqual({
    id: expect.stringMatching(/^mem_/),
    organisationId: clinic.id,
    name: "Grace Hopper",
    email: "grace@example.com",
    role: "member",
    timeZone: "America/New_York",
    locale: "en",
    limits: [],
    defaultScheduleId: null,
    canLogIn: false,
    version: 1,
    createdAt: new Date(NOW),
    updatedAt: new Date(NOW),
    deletedAt: null,
  });
  expect(await getMember(member, made.id)).toEqual(made);
});

test("an e-mail address belongs to one member of an organisation, however it is spelt", async () => {
  await createMember(owner, { ...GRACE, email: "one@example.com" });
  const refusal = await refusalOf(createMember(owner, { ...GRACE, email: "ONE@example.com" }));
  expect(refusal).toMatchObject({ code: "email_taken", errors: [{ pointer: "/email" }] });
  const other = await domain.addOrganisation();
  expect((await createMember(other.as(other.ownerId), { ...GRACE, email: "one@example.com" })).version).toBe(1);
});

test("of parallel creates with one e-mail address one succeeds", async () => {
  const create = () => codeOf(createMember(owner, { ...GRACE, email: "race@example.com" }));
  const codes = await Promise.all(Array.from({ length: 16 }, create));
  expect(codes.filter((code) => code === undefined)).toHaveLength(1);
  expect(codes.filter((code) => code === "email_taken")).toHaveLength(15);
});

test("an unknown zone is refused in its place", async () => {
  expect(await pointersOf(createMember(owner, { ...GRACE, timeZone: "EST5" }))).toEqual(["/timeZone"]);
  const { memberId } = clinic;
  expect(await pointersOf(updateMember(owner, { memberId, timeZone: "+01:00" }))).toEqual(["/timeZone"]);
});

test("a change raises the version once and leaves what was not given", async () => {
  const before = await createMember(owner, { ...GRACE, email: "change@example.com" });
  domain.clock.advance(1000);
  const after = await updateMember(admin, { memberId: before.id, name: "Rear Admiral", role: "admin" });
  const updatedAt = domain.clock.now();
  expect(after).toEqual({ ...before, name: "Rear Admiral", role: "admin", version: 2, updatedAt });
  expect(await updateMember(admin, { memberId: before.id, name: "Rear Admiral" })).toEqual(after);
  expect(await domain.db.prisma.outboxEvent.count({ where: { subjectId: before.id } })).toBe(2);
});

test("the audit line tells roles, not names", async () => {
  const { id } = await createMember(owner, { ...GRACE, email: "audit@example.com" });
  await updateMember(owner, { memberId: id, name: "Somebody else", role: "admin" });
  const line = await domain.db.prisma.auditEntry.findFirst({ where: { objectId: id, action: "member.updated" } });
  expect(line?.changes).toEqual({ role: ["member", "admin"], version: [1, 2] });
});

test("the version that was seen must be the present one", async () => {
  const { id } = await createMember(owner, { ...GRACE, email: "version@example.com" });
  await updateMember(owner, { memberId: id, ifVersion: 1, locale: "de" });
  expect(await codeOf(updateMember(owner, { memberId: id, ifVersion: 1, locale: "fr" }))).toBe("stale_version");
});

test("all staff read members, only owners and admins make and change them", async () => {
  expect((await listMembers(member, { limit: 100 })).data.length).toBeGreaterThan(2);
  expect(await codeOf(createMember(member, { ...GRACE, email: "no@example.com" }))).toBe("forbidden");
  expect(await codeOf(updateMember(member, { memberId: clinic.memberId, role: "admin" }))).toBe("forbidden");
  expect(await codeOf(updateMember(member, { memberId: clinic.memberId, name: "Me" }))).toBe("forbidden");
});

test("publishable keys neither read nor write members", async () => {
  const visitor = clinic.asPublic();
  expect(await codeOf(getMember(visitor, clinic.ownerId))).toBe("forbidden");
  expect(await codeOf(listMembers(visitor, { limit: 1 }))).toBe("forbidden");
  expect(await codeOf(createMember(visitor, GRACE))).toBe("forbidden");
  expect(await codeOf(updateMember(visitor, { memberId: clinic.ownerId, name: "Public" }))).toBe("forbidden");
});

test("only owners make owners, and unmake them", async () => {
  const { id: memberId } = await createMember(owner, { ...GRACE, email: "heir@example.com" });
  expect(await codeOf(updateMember(admin, { memberId, role: "owner" }))).toBe("forbidden");
  expect((await updateMember(owner, { memberId, role: "owner" })).role).toBe("owner");
  expect(await codeOf(updateMember(admin, { memberId, role: "member" }))).toBe("forbidden");
  expect(await codeOf(updateMember(admin, { memberId, role: "owner", locale: "de" }))).toBe("forbidden");
  expect((await updateMember(owner, { memberId, role: "member" })).role).toBe("member");
});

test("the only owner stays one", async () => {
  expect(await codeOf(updateMember(owner, { memberId: clinic.ownerId, role: "admin" }))).toBe("last_owner");
  expect((await getMember(owner, clinic.ownerId)).role).toBe("owner");
});

test("two owners who unmake each other at once leave one", async () => {
  for (let round = 0; round < 10; round++) {
    const firm = await domain.addOrganisation();
    const secondId = await firm.addMember("owner");
    const results = await Promise.all([
      codeOf(updateMember(firm.as(firm.ownerId), { memberId: secondId, role: "member" })),
      codeOf(updateMember(firm.as(secondId), { memberId: firm.ownerId, role: "member" })),
    ]);
    expect(results.sort()).toEqual(["last_owner", undefined]);
  }
});

test("for strangers they are not there", async () => {
  const other = await domain.addOrganisation();
  const stranger = other.as(other.ownerId);
  expect(await codeOf(getMember(stranger, clinic.memberId))).toBe("not_found");
  expect(await codeOf(updateMember(stranger, { memberId: clinic.memberId, name: "Taken" }))).toBe("not_found");
  expect((await listMembers(stranger, { limit: 100 })).data.map(({ id }) => id)).toEqual([
    other.ownerId,
    other.adminId,
    other.memberId,
  ]);
});

test("members are listed page by page", async () => {
  const firm = await domain.addOrganisation();
  const ctx = firm.as(firm.ownerId);
  const first = await listMembers(ctx, { limit: 2 });
  const second = await listMembers(ctx, { limit: 2, cursor: first.nextCursor! });
  expect([...first.data, ...second.data].map(({ id }) => id)).toEqual([firm.ownerId, firm.adminId, firm.memberId]);
  expect(second.nextCursor).toBeNull();
});
