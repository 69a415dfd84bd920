import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import formatsPlugin from "ajv-formats";
import type { DomainEvent } from "../../src/domain/outbox/domain-event.ts";

const FOLDER = new URL("../../contracts/events/", import.meta.url);

/** The schemas by their file's name. Consumers ignore what they do not know; a test of ours lets no field pass that is not written down. */
function createValidator(): Ajv2020 {
  const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true, keywords: ["x-personal"] });
  (formatsPlugin as unknown as (target: Ajv2020) => void)(ajv);
  for (const file of readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".json"),
  )) {
    const schema = closed(JSON.parse(readFileSync(new URL(file, FOLDER), "utf8")));
    ajv.addSchema(schema as object, file.replaceAll("\\", "/"));
  }
  return ajv;
}

function closed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closed);
  if (typeof node !== "object" || node === null) return node;
  const schema = node as Record<string, unknown>;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  const isOpen = schema.properties !== undefined && schema.$ref === undefined && schema.title !== "envelope";
  const isEvent = typeof schema.$ref === "string" && schema.properties !== undefined;
  return { ...inner, ...(isOpen && { additionalProperties: false }), ...(isEvent && { unevaluatedProperties: false }) };
}

let validator: Ajv2020 | undefined;

/** What is wrong with the event by its schema; nothing, as a rule. */
export function eventErrors(event: DomainEvent): string[] {
  validator ??= createValidator();
  const { type } = event;
  const validate = validator.getSchema(`${type}.schema.json`);
  if (!validate) return [`${type} has no schema`];
  if (validate(event)) return [];
  return validate.errors!.map(({ instancePath, message, params }) =>
    [type, instancePath, message, JSON.stringify(params)].join(" "),
  );
}
