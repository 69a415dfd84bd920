import { expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import path from "node:path";
import { LIMITS } from "../../../src/graphql/limits/limits.ts";
import { REFUSAL_CODES, statusOf } from "../../../src/graphql/limits/refusal-codes.ts";

const text = readFileSync(path.join(import.meta.dirname, "../../../docs/graphql.md"), "utf8");
const section = text.split("## How limits answer")[1]!.split("\n## ")[0]!;
const rows = section
  .split("\n")
  .filter((line) => line.startsWith("|"))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map((cells) => cells.slice(1, -1));

test("docs/graphql.md has every code, in order", () => {
  const expected = Object.entries(REFUSAL_CODES).map(([code, { meaning }]) => [
    `\`${code}\``,
    String(statusOf(code) ?? "400 or 200"),
    meaning,
  ]);
  expect(rows.filter(([code]) => Object.hasOwn(REFUSAL_CODES, code!.replaceAll("`", "")))).toEqual(expected);
});

test("docs/graphql.md has every limit, in order", () => {
  const expected = Object.values(LIMITS).map(({ most, code, counts }) => [
    most.toLocaleString("en"),
    counts,
    `\`${code}\``,
  ]);
  expect(rows.filter(([most]) => /^[\d,]+$/.test(most!))).toEqual(expected);
});
