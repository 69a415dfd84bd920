import { describe, expect, test } from "@jest/globals";
import { getNamedType, isObjectType, type GraphQLField, type GraphQLObjectType } from "graphql";
import { bundleContract } from "../../scripts/contract-bundle.ts";
import { accessFindings } from "../../scripts/contract-access.ts";
import { FIELD_READS, READS } from "../../src/domain/access/policy.ts";
import { RULES, SCOPES_OF, type Rule } from "../../src/domain/access/rules.ts";
import { SCOPES } from "../../src/domain/shared/actor.ts";
import { schema } from "../../src/graphql/schema.ts";
import { nodeOf } from "../graphql/reading/schema-paths.ts";

type AnyField = GraphQLField<unknown, unknown>;

const OBJECTS = Object.values(schema.getTypeMap()).filter(
  (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith("__"),
);
const FIELDS = OBJECTS.flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })));

/** Roots, and fields that lead to other rows; not the parts of a row. */
function isRead(type: GraphQLObjectType, { extensions }: AnyField): boolean {
  return type.name === "Query" || ["one", "many", "aside", "page"].includes(extensions.declared?.kind ?? "");
}

function typeReadBy(field: AnyField): string {
  const type = getNamedType(field.type);
  return (isObjectType(type) && nodeOf(type)?.name) || type.name;
}

test("every type that a root or a relation of the GraphQL schema leads to has a row in READS, and no other has one", () => {
  const led = FIELDS.filter(({ type, field }) => isRead(type, field)).map(({ field }) => typeReadBy(field));
  const nodes = new Set(led.filter((name) => name !== "Node"));
  expect([...nodes].sort()).toEqual(Object.keys(READS).sort());
});

test("every row of FIELD_READS is a field of the schema", () => {
  const names = FIELDS.map(({ type, field }) => `${type.name}.${field.name}`);
  expect(names).toEqual(expect.arrayContaining(Object.keys(FIELD_READS)));
});

describe("the contract's security", () => {
  test("that says something else than the rule is refused", async () => {
    const document = await bundleContract(new URL("../../contracts/openapi/openapi.yaml", import.meta.url).pathname);
    expect(accessFindings(document)).toEqual([]);
    const changed = structuredClone(document);
    changed.paths["/v1/members"]!.get!.security = [{ secretKey: ["members:read"] }];
    changed.paths["/v1/bookings"]!.get!.operationId = "listEverything";
    expect(accessFindings(changed)).toEqual([
      "listEverything: has no row in ACTIONS of src/domain/access/policy.ts.",
      'listMembers: its security must be [{"secretKey":["members:read"]},{"accessToken":["members:read"]}], by the rule "read members" of src/domain/access.',
    ]);
  });
});

test("every scope is that of a rule, and each caller has the scopes of his rules", () => {
  const rules: Rule[] = Object.values(RULES);
  expect([...SCOPES].filter((scope) => !rules.some((rule) => rule.scope === scope))).toEqual([]);
  expect(SCOPES_OF.owner).toEqual(SCOPES);
  expect(SCOPES_OF.publishable_key).toEqual(["availability:read", "bookings:write", "event_types:read", "holds:write"]);
});
