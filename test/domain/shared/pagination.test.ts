import { expect, test } from "@jest/globals";
import { decodeCursor, encodeCursor, toPage } from "../../../src/domain/shared/pagination.ts";

const AT = new Date("2026-12-01T09:00:00.123Z");
const ID = "bkg_01kb2x8e4sf3tbm2x0qz6c4a1d";

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

test("a cursor brings back the position it was made of", () => {
  expect(decodeCursor(encodeCursor([AT, ID]))).toEqual([AT, ID]);
});

test("a cursor travels in a URL as it is", () => {
  expect(encodeCursor([AT, ID])).toMatch(/^[A-Za-z0-9_-]+$/);
});

test.each([
  ["nothing", ""],
  ["no base64", "%%%"],
  ["no JSON", Buffer.from("{").toString("base64url")],
  ["null", encoded(null)],
  ["an object", encoded({ at: AT, id: ID })],
  ["a list that is too short", encoded([AT])],
  ["a list that is too long", encoded([AT, ID, ID])],
  ["a number for the instant", encoded([0, ID])],
  ["a date that does not exist", encoded(["2026-02-30T00:00:00Z", ID])],
  ["a year that PostgreSQL would read otherwise", encoded(["+010000-01-01T00:00:00Z", ID])],
  ["infinity", encoded(["infinity", ID])],
  ["a list for the identifier", encoded([AT, [ID]])],
  ["an identifier with a NUL", encoded([AT, "bkg_\u0000"])],
  ["SQL", encoded([AT, "' OR 1=1 --"])],
])("%s is refused as a cursor, in its place", (_, cursor) => {
  expect(() => decodeCursor(cursor)).toThrow(
    expect.objectContaining({ code: "validation_failed", errors: [expect.objectContaining({ pointer: "?cursor" })] }),
  );
});

test("the row beyond the limit says that there is more, and is left for the next page", () => {
  const rows = [1, 2, 3].map((n) => ({ at: new Date(n), id: `evt_${"0".repeat(25)}${n}` }));
  const page = toPage(rows, 2, ({ at, id }) => [at, id]);
  expect(page.data).toEqual(rows.slice(0, 2));
  expect(decodeCursor(page.nextCursor!)).toEqual([rows[1]!.at, rows[1]!.id]);
});

test.each([[[]], [[{ at: AT, id: ID }]]])("the last page has no next cursor", (rows: { at: Date; id: string }[]) => {
  expect(toPage(rows, 1, ({ at, id }) => [at, id]).nextCursor).toBeNull();
});
