import { describe, expect, test } from "@jest/globals";
import { buildSchema } from "graphql";
import { readFileSync } from "node:fs";
import path from "node:path";
import { undeclaredBreaks } from "../../scripts/schema-changes.ts";

const COMMITTED = `
  type Query { booking(id: ID!): Booking }
  type Booking { id: ID! notes: String status: Status! }
  enum Status { confirmed cancelled }
`;

function breaksOf(change: (text: string) => string, declarations = ""): string[] {
  return undeclaredBreaks(COMMITTED, buildSchema(change(COMMITTED)), declarations);
}

describe("a change of the GraphQL schema", () => {
  test.each([
    ["a new field", "notes: String", "notes: String title: String!"],
    ["a new argument that may be left out", "id: ID!)", "id: ID!, expand: Boolean)"],
    ["a new enum value", "confirmed cancelled", "confirmed cancelled no_show"],
    ["a field that is never null any more", "notes: String", "notes: String!"],
  ])("passes for %s", (_, from, to) => {
    expect(breaksOf((text) => text.replace(from, to))).toEqual([]);
  });

  test.each([
    ["a field that is gone", "notes: String", "", "Booking.notes was removed."],
    ["a field that may be null now", "id: ID! n", "id: ID n", "Booking.id changed type from ID! to ID."],
    ["a required argument", "id: ID!)", "id: ID!, at: Int!)", "A required arg at on Query.booking was added."],
    ["an enum value that is gone", "confirmed cancelled", "confirmed", "cancelled was removed from enum type Status."],
  ])("breaks clients for %s", (_, from, to, description) => {
    expect(breaksOf((text) => text.replace(from, to))).toEqual([description]);
  });

  test("passes when it is declared with its reason, and only then", () => {
    const withoutNotes = (text: string) => text.replace("notes: String", "");
    const declared = "## Declared\n\n- Booking.notes was removed. Because nobody asked for it.\n";
    expect(breaksOf(withoutNotes, declared)).toEqual([]);
    expect(breaksOf(withoutNotes, "- Booking.notes was removed.\n")).toHaveLength(1);
    expect(breaksOf(withoutNotes, "- Booking.id was removed. Because.\n")).toHaveLength(1);
  });
});

test("whatever stands in contracts/schema-changes.md as declared gives its reason", () => {
  const text = readFileSync(path.join(import.meta.dirname, "../../contracts/schema-changes.md"), "utf8");
  const lines = text.split("## Declared")[1]!.split("\n");
  for (const line of lines.filter((each) => each.startsWith("- "))) expect(line).toMatch(/^- .+ Because \S/);
});
