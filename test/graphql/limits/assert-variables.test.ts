import { expect, test } from "@jest/globals";
import { GraphQLError } from "graphql";
import { assertVariablesWithinLimits } from "../../../src/graphql/limits/assert-variables.ts";

function codeOf(variables: Record<string, unknown>): unknown {
  try {
    assertVariablesWithinLimits(variables);
    return null;
  } catch (error) {
    if (error instanceof GraphQLError) return error.extensions.code;
    throw error;
  }
}

function nestedList(levels: number): unknown {
  return levels === 0 ? 1 : [nestedList(levels - 1)];
}

test.each([
  ["nothing", {}, null],
  ["what a dashboard sends", { from: "2026-12-01T00:00:00Z", first: 20, filter: { status: ["confirmed"] } }, null],
  ["eight levels", { a: nestedList(8) }, null],
  ["nine levels", { a: nestedList(9) }, "variables_too_large"],
  ["5,000 levels", { a: nestedList(5_000) }, "variables_too_large"],
  ["a long text", { a: "x".repeat(16_385) }, "variables_too_large"],
  ["a long name within", { a: { ["x".repeat(16_385)]: 1 } }, "variables_too_large"],
  ["20,000 numbers", { a: Array.from({ length: 20_000 }, () => 1) }, "variables_too_large"],
  ["a name of 64 bytes", { ["x".repeat(64)]: 1 }, "name_too_long"],
  ["__proto__", JSON.parse('{"__proto__": 1}'), "name_not_allowed"],
  ["__proto__ deep within", JSON.parse('{"a": [{"__proto__": {"isAdmin": true}}]}'), "name_not_allowed"],
  ["constructor", { constructor: 1 }, "name_not_allowed"],
])("%s", (_, variables, code) => {
  expect(codeOf(variables as Record<string, unknown>)).toBe(code);
});
