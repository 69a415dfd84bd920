import { getNamedType, isObjectType, type GraphQLField, type GraphQLObjectType } from "graphql";
import { format } from "prettier";
import { ACTIONS, EXPANSIONS, FIELD_READS, READS, type Action, type ReadType } from "../src/domain/access/policy.ts";
import { RULES, type Caller, type Reach, type Rule, type RuleName } from "../src/domain/access/rules.ts";
import { schema } from "../src/graphql/schema.ts";
import { operationsOf, type ContractDocument } from "./contract-bundle.ts";
import { pageName } from "./contract-docs.ts";

export const ACCESS_FILE = "docs/access.md";

const CALLERS: Record<Caller, string> = {
  owner: "Owner",
  admin: "Admin",
  member: "Member",
  publishable_key: "Publishable key",
  attendee: "Attendee, by the booking's link",
  system: "The house",
};
const REACHES: Record<Reach, string> = { all: "all", own: "his own", unlisted: "not private", public: "public" };

/** docs/access.md: the tables of src/domain/access in words. */
export function generateAccessDocs(document: ContractDocument): Promise<string> {
  const text = `<!-- Generated from src/domain/access by \`npm run contract\`. Do not edit. -->

# Who may do what

Every request is let in by one rule, over REST and over GraphQL alike. A rule names a scope, which the credential must have
been given; who may come; and with which objects of the organisation. Another organisation's objects are nobody's: they are
answered like those that never were.

- **all**: every object of the organisation.
- **his own**: bookings that the member hosts, schedules that he works by, event types whose only host he is, his own account.
- **not private**: event types that are public or unlisted, and not deleted.
- **public**: event types that are public, and not deleted.

Owners, admins and members come by a secret key, which acts for the member who made it, or logged in. His role counts as it
is now, whichever way he comes: a scope that a key was given does not reach beyond it. The house itself is what falls due by
time. Somebody who has logged in has every scope that a rule of his role asks for.

## Rules

${table(["Rule", "Scope", ...Object.values(CALLERS)], Object.entries(RULES).map(ruleRow))}

${Object.entries<Rule>(RULES).flatMap(noteOf).join("\n")}

## Operations of the REST API

Those with the rule *anybody* need no credential.

${table(["Operation", "Request", "Rule"], operationsOf(document).map(operationRow))}

What \`expand\` fills in has its own rule, as over GraphQL:

${table(
  ["expand", "Rule"],
  Object.entries(EXPANSIONS).map(([name, rule]) => [`\`${name}\``, rule]),
)}

## Reads over GraphQL

A root and a relation are read by the rule of the type that they lead to, unless they have one of their own. Whoever a rule
does not let in gets the error \`forbidden\`, and nothing is read. Objects out of reach are null, or not in the list.

${table(["Root", "Rule"], fieldsOf("Query").map(rootRow))}

${table(["Relation or field", "Rule"], schemaTypes().flatMap(relationRows))}
`;
  return format(text, { parser: "markdown", printWidth: 120 });
}

function ruleRow([name, rule]: [string, Rule]): string[] {
  const means = rule.logInOnly === true ? "a log-in" : ((rule.scope && `\`${rule.scope}\``) ?? "");
  const callers = Object.keys(CALLERS) as Caller[];
  return [name, means, ...callers.map((caller) => (rule.may[caller] === undefined ? "" : REACHES[rule.may[caller]]))];
}

function noteOf([name, { note }]: [string, Rule]): string[] {
  return note === undefined ? [] : [`- **${name}**: ${note}`];
}

function operationRow({ method, path, operation }: ReturnType<typeof operationsOf>[number]): string[] {
  const { operationId } = operation;
  const rule = ACTIONS[operationId as Action];
  const title = `[${operationId}](api/${pageName(operation)})`;
  return [title, `\`${method.toUpperCase()} ${path}\``, rule === "anybody" ? "*anybody*" : rule];
}

function rootRow(field: AnyField): string[] {
  return [`\`${field.name}\``, ruleOfField("Query", field) ?? "that of the type that the identifier is of"];
}

function relationRows({ name }: GraphQLObjectType): string[][] {
  return fieldsOf(name).flatMap((field) => {
    const isLink = ["one", "many", "page"].includes(field.extensions.declared?.kind ?? "");
    const rule = isLink ? ruleOfField(name, field) : FIELD_READS[`${name}.${field.name}`];
    return rule === undefined ? [] : [[`\`${name}.${field.name}\``, rule]];
  });
}

type AnyField = GraphQLField<unknown, unknown>;

/** The rule of a root or a relation: its own, or that of the type that it leads to. */
function ruleOfField(parent: string, field: AnyField): RuleName | undefined {
  const type = getNamedType(field.type);
  const name = type.name.replace(/Connection$/, "") as ReadType;
  return FIELD_READS[`${parent}.${field.name}`] ?? READS[name];
}

function fieldsOf(type: string): AnyField[] {
  return Object.values((schema.getType(type) as GraphQLObjectType).getFields());
}

function schemaTypes(): GraphQLObjectType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && type.name !== "Query",
  );
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
