import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { format } from "prettier";
import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import ts from "typescript";
import type { Json } from "./contract-bundle.ts";

const FOLDER = "contracts/events";
const GENERATED_LINE = "Generated from contracts/events by `npm run contract`. Do not edit.";

/** The types and the page of contracts/events, by path. */
export async function generateEventContract(root: string): Promise<[file: string, text: string][]> {
  const events = readSchemas(path.join(root, FOLDER));
  const shared = readSchemas(path.join(root, FOLDER, "shared"));
  return [
    ["src/generated/events.ts", await typesOf(events, shared)],
    ["docs/events.md", await pageOf(events, shared)],
  ];
}

/** By title, in the order of the titles. */
function readSchemas(folder: string): Map<string, Json> {
  const files = readdirSync(folder).filter((name) => name.endsWith(".schema.json"));
  return new Map(
    files
      .sort()
      .map((name) => [
        name.replace(".schema.json", ""),
        JSON.parse(readFileSync(path.join(folder, name), "utf8")) as Json,
      ]),
  );
}

function propertiesOf(schema: Json): Record<string, Json> {
  return (schema.properties ?? {}) as Record<string, Json>;
}

/** An instant is a `Date` where an event is made: JSON writes it as the schema says. */
async function typesOf(events: Map<string, Json>, shared: Map<string, Json>): Promise<string> {
  const parts = [...shared].filter(([name]) => name !== "envelope");
  const data = [...events].map(([name, schema]): [string, Json] => [name, propertiesOf(schema).data!]);
  const document = {
    openapi: "3.1.0",
    info: { title: "events", version: "1" },
    components: { schemas: Object.fromEntries([...parts, ...data]) },
  };
  const text = JSON.stringify(document).replace(
    /"\$ref":"(?:shared\/)?([a-z-]+)\.schema\.json"/g,
    '"$ref":"#/components/schemas/$1"',
  );
  const ast = await openapiTS(JSON.parse(text) as OpenAPI3, {
    silent: true,
    transform: ({ format: formatName, type }) => {
      if (formatName !== "date-time") return undefined;
      const date = ts.factory.createTypeReferenceNode("Date");
      const nothing = ts.factory.createLiteralTypeNode(ts.factory.createNull());
      return Array.isArray(type) ? ts.factory.createUnionTypeNode([date, nothing]) : date;
    },
  });
  const schemas = astToString(ast.filter((node) => ts.isInterfaceDeclaration(node) && node.name.text === "components"));
  const versions = [...events].map(([name, schema]) => `  "${name}": ${String(propertiesOf(schema).version!.const)},`);
  const rows = [...events.keys()].map((name) => `  "${name}": components["schemas"]["${name}"];`);
  return format(
    `// ${GENERATED_LINE}

${schemas}

/** What each event says, as it is made: instants are dates. */
export interface EventData {
${rows.join("\n")}
}

export type EventType = keyof EventData;

/** Of the schema that each event's data goes by. */
export const EVENT_VERSIONS: Record<EventType, number> = {
${versions.join("\n")}
};
`,
    { parser: "typescript", printWidth: 120 },
  );
}

async function pageOf(events: Map<string, Json>, shared: Map<string, Json>): Promise<string> {
  const { envelope, ...objects } = Object.fromEntries(shared);
  const catalogue = [...events].map(
    ([name, schema]) =>
      `| \`${name}\` | ${String(propertiesOf(schema).version!.const)} | ${String(schema.description)} | ${dataOf(schema)} |`,
  );
  const own = [...events].flatMap(([name, schema]) => ownFields(name, schema));
  const text = `<!-- ${GENERATED_LINE} -->

# Events

Each command that is acknowledged leaves its events in the same transaction. They are handed on at least once, those of one
object in the order in which they happened, each time with the same \`id\`: whoever has seen an identifier has seen the event.
The schemas are in \`contracts/events\` (JSON Schema 2020-12, one file a type). Fields are added to a version; where one goes,
or comes to mean something else, there is a new version. So ignore what you do not know.

Fields marked **personal** say something of a person that an erasure is to reach.

## What every event says

${tableOf(envelope!)}

## All events

| Type | Version | When | \`data\` |
| --- | --- | --- | --- |
${catalogue.join("\n")}

## What they tell of

${[...Object.entries(objects), ...own].map(([name, schema]) => `### ${name}\n\n${String(schema.description)}\n\n${tableOf(schema)}`).join("\n\n")}
`;
  return format(text, { parser: "markdown", printWidth: 120 });
}

function dataOf(schema: Json): string {
  return Object.entries(propertiesOf(propertiesOf(schema).data!))
    .map(([name, field]) => `\`${name}\`: ${kindOf(field)}`)
    .join("<br>");
}

/** Objects that one event alone has. */
function ownFields(event: string, schema: Json): [string, Json][] {
  return Object.entries(propertiesOf(propertiesOf(schema).data!))
    .filter(([, field]) => field.properties !== undefined)
    .map(([name, field]) => [`${name} of ${event}`, { description: `In \`${event}\`.`, ...field }]);
}

function tableOf(schema: Json): string {
  const rows = fieldsOf(schema, "").map(([name, field, isRequired]) => {
    const personal = field["x-personal"] === true ? "**Personal.** " : "";
    const words = typeof field.description === "string" ? field.description : "";
    return `| \`${name}\` | ${kindOf(field)} | ${isRequired ? "yes" : ""} | ${personal}${words} |`;
  });
  return ["| Field | Type | Always there | What it is |", "| --- | --- | --- | --- |", ...rows].join("\n");
}

/** With those of the objects inside, under their paths. */
function fieldsOf(schema: Json, prefix: string): [name: string, field: Json, isRequired: boolean][] {
  const required = (schema.required ?? []) as string[];
  return Object.entries(propertiesOf(schema)).flatMap(([name, field]) => {
    const items = (field.items ?? {}) as Json;
    return [
      [`${prefix}${name}`, field, required.includes(name)],
      ...fieldsOf(field, `${prefix}${name}.`),
      ...fieldsOf(items, `${prefix}${name}[].`),
    ];
  });
}

function kindOf(field: Json): string {
  if (typeof field.$ref === "string") {
    const name = path.posix.basename(field.$ref).replace(".schema.json", "");
    return `[${name}](#${name})`;
  }
  const type = [field.type]
    .flat()
    .map((each) => (each === "string" && field.format === "date-time" ? "instant" : each));
  const words = type.includes("array") ? [`list of ${kindOf(field.items as Json)}`] : type;
  const values = Array.isArray(field.enum) ? ` (${field.enum.filter((each) => each !== null).join(", ")})` : "";
  return words.join(" or ") + values;
}
