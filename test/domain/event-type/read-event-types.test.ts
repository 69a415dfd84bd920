import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createEventType } from "../../../src/domain/event-type/create-event-type.ts";
import { deleteEventType } from "../../../src/domain/event-type/delete-event-type.ts";
import { getEventType } from "../../../src/domain/event-type/get-event-type.ts";
import { listEventTypes, type ListEventTypesInput } from "../../../src/domain/event-type/list-event-types.ts";
import { updateEventType } from "../../../src/domain/event-type/update-event-type.ts";
import type { DomainContext } from "../../../src/domain/shared/context.ts";
import { createTestDomain, type TestDomain, type TestOrganisation } from "../../support/domain-context.ts";
import { codeOf, pointersOf } from "../../support/outcome.ts";

let domain: TestDomain;
let clinic: TestOrganisation;
let owner: DomainContext;
const ids: Record<string, string> = {};

beforeAll(async () => {
  domain = await createTestDomain();
  clinic = await domain.addOrganisation();
  owner = clinic.as(clinic.ownerId);
  for (const title of ["public", "unlisted", "private", "deleted", "last"]) {
    const visibility = title === "unlisted" || title === "private" ? title : "public";
    ids[title] = (await createEventType(owner, { title, visibility })).id;
    domain.clock.advance(1);
  }
  await deleteEventType(owner, { eventTypeId: ids["deleted"]! });
});

afterAll(() => domain.close());

async function titles(ctx: DomainContext, input: Partial<ListEventTypesInput> = {}): Promise<string[]> {
  const { data } = await listEventTypes(ctx, { limit: 100, ...input });
  return data.map(({ title }) => title);
}

test("staff of every role see all that are not deleted, oldest first", async () => {
  for (const memberId of [clinic.ownerId, clinic.adminId, clinic.memberId])
    expect(await titles(clinic.as(memberId))).toEqual(["public", "unlisted", "private", "last"]);
});

test("the deleted ones are listed on demand, and only they", async () => {
  expect(await titles(owner, { deleted: true })).toEqual(["deleted"]);
});

test("the public is listed the public ones and gets the unlisted ones too", async () => {
  const visitor = clinic.asPublic();
  expect(await titles(visitor)).toEqual(["public", "last"]);
  expect(await titles(visitor, { deleted: true })).toEqual([]);
  expect(await titles(visitor, { slug: "unlisted" })).toEqual([]);
  expect((await getEventType(visitor, ids["unlisted"]!)).title).toBe("unlisted");
  expect(await codeOf(getEventType(visitor, ids["private"]!))).toBe("not_found");
});

test("a slug picks one", async () => {
  expect(await titles(owner, { slug: "private" })).toEqual(["private"]);
});

test("a deleted one is not there: not to be got, changed or deleted again", async () => {
  const eventTypeId = ids["deleted"]!;
  expect(await codeOf(getEventType(owner, eventTypeId))).toBe("not_found");
  expect(await codeOf(updateEventType(owner, { eventTypeId, title: "Risen" }))).toBe("not_found");
  expect(await codeOf(deleteEventType(owner, { eventTypeId }))).toBe("not_found");
});

test("deletion raises the version, for those who hold it in memory", async () => {
  const [deleted] = (await listEventTypes(owner, { limit: 1, deleted: true })).data;
  expect(deleted).toMatchObject({ version: 2, deletedAt: domain.clock.now() });
});

test("strangers see nothing of it", async () => {
  const other = await domain.addOrganisation();
  for (const stranger of [other.as(other.ownerId), other.asPublic()]) {
    expect(await titles(stranger)).toEqual([]);
    expect(await codeOf(getEventType(stranger, ids["public"]!))).toBe("not_found");
  }
});

test.each(["", "evt_", "mem_01k9q3x1a2b3c4d5e6f7g8h9jk", "evt_01k9q3x1a2b3c4d5e6f7g8h9jk", "\u0000", "evt_\ud800"])(
  "what is not an identifier of one, such as %j, is not there",
  async (eventTypeId) => {
    expect(await codeOf(getEventType(owner, eventTypeId))).toBe("not_found");
    expect(await codeOf(updateEventType(owner, { eventTypeId }))).toBe("not_found");
  },
);

test("pages follow one another without gap or repetition, also among equal instants", async () => {
  const other = await domain.addOrganisation();
  const ctx = other.as(other.ownerId);
  for (let i = 0; i < 5; i++) await createEventType(ctx, { title: `Page ${i}` });

  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listEventTypes(ctx, { limit: 2, cursor });
    seen.push(...page.data.map(({ title }) => title));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(seen).toEqual(["Page 0", "Page 1", "Page 2", "Page 3", "Page 4"]);
});

test("a cursor that was not given out is refused at ?cursor", async () => {
  expect(await pointersOf(listEventTypes(owner, { limit: 2, cursor: "bm9uc2Vuc2U" }))).toEqual(["?cursor"]);
});
