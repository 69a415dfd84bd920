import type { FieldError } from "../domain/shared/errors.ts";
import { resolveSchema, type ContractParameter, type JsonSchema } from "./contract-document.ts";

/**
 * Turns the strings of a query into what the contract says they are. A value that cannot be turned stays as it is, for
 * the schema to refuse. Comma separated lists may also come as repeated parameters; everything else comes once.
 */
export function readQueryValues(
  parameters: readonly ContractParameter[],
  query: Readonly<Record<string, unknown>>,
): { values: Record<string, unknown>; errors: FieldError[] } {
  const values: Record<string, unknown> = {};
  const errors: FieldError[] = [];
  for (const [name, given] of Object.entries(query)) {
    const schema = parameters.find((parameter) => parameter.name === name)?.schema;
    const texts = [given].flat().filter((text) => typeof text === "string");
    if (schema === undefined) errors.push({ pointer: `?${name}`, message: "is not a known parameter" });
    else if (schema.type !== "array" && texts.length !== 1)
      errors.push({ pointer: `?${name}`, message: "must be given once" });
    else values[name] = readValue(schema, texts);
  }
  return { values, errors };
}

function readValue(schema: JsonSchema, texts: string[]): unknown {
  if (schema.type === "array")
    return texts.flatMap((text) => text.split(",")).map((text) => readText(schema.items as JsonSchema, text));
  return readText(schema, texts[0]!);
}

function readText(schema: JsonSchema, text: string): unknown {
  const { type, format } = resolveSchema(schema);
  if (type === "integer" && /^-?[0-9]{1,15}$/.test(text)) return Number(text);
  if (type === "boolean" && (text === "true" || text === "false")) return text === "true";
  // A "+" that was not written as %2B is a space by the rules of forms, and never means one in an instant.
  if (format === "date-time") return text.replace(/ (?=[0-9]{2}:[0-9]{2}$)/, "+");
  return text;
}
