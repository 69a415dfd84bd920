import { resolve, type ContractDocument, type Json } from "./contract-bundle.ts";

/** One line of a table of fields. */
export interface FieldRow {
  /** Dotted, with `[]` for the entries of a list. */
  name: string;
  type: string;
  required: boolean;
  description: string;
}

/** Resources have pages of their own: inside another one they are named, not unfolded. */
const UNFOLDED_ONCE = new Set(["EventType", "Booking", "Schedule", "Member", "ApiKey", "Session"]);

/** Every field of an object, those of inner objects behind them. */
export function fieldRows(document: ContractDocument, schema: Json, prefix = ""): FieldRow[] {
  return partsOf(document, schema).flatMap((part) => {
    const required = new Set((part.required ?? []) as string[]);
    return Object.entries((part.properties ?? {}) as Record<string, Json>).flatMap(([name, property]) => {
      const row = { name: prefix + name, required: required.has(name), ...wordsOf(document, property) };
      return [row, ...innerRows(document, property, row.name)];
    });
  });
}

function innerRows(document: ContractDocument, property: Json, name: string): FieldRow[] {
  if (UNFOLDED_ONCE.has(nameOf(property) ?? "")) return [];
  const schema = resolve(document, property);
  if (schema.items !== undefined) return innerRows(document, schema.items as Json, `${name}[]`);
  const choices = choicesOf(schema);
  if (choices !== null) return choices.flatMap((choice) => innerRows(document, choice, name));
  return fieldRows(document, schema, `${name}.`);
}

/** The type in a few words, and the description with the default. What stands beside a `$ref` goes before what it names. */
export function wordsOf(document: ContractDocument, property: Json): { type: string; description: string } {
  const schema: Json = { ...resolve(document, property), ...property };
  const text = (schema.description as string | undefined) ?? "";
  const preset = schema.default === undefined ? "" : ` Default: \`${JSON.stringify(schema.default)}\`.`;
  return { type: typeWords(document, property), description: `${text}${preset}`.trim() };
}

function typeWords(document: ContractDocument, property: Json): string {
  const schema = resolve(document, property);
  if (UNFOLDED_ONCE.has(nameOf(property) ?? "")) return nameOf(property)!;
  const choices = choicesOf(schema);
  if (choices !== null) {
    const words = choices.map((choice) => typeWords(document, choice));
    return [...new Set([...words, ...(isNullable(schema) ? ["null"] : [])])].join(" or ");
  }
  if (schema.enum !== undefined) return (schema.enum as string[]).map((value) => `\`${value}\``).join(", ");
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``;
  if (schema.type === "array")
    return `list of ${typeWords(document, schema.items as Json)}${bounds(schema, "Items", "entries")}`;
  return scalarWords(schema);
}

interface ScalarSchema {
  type?: string | string[];
  title?: string;
  format?: string;
  minimum?: number;
  maximum?: number;
}

function scalarWords(schema: ScalarSchema & Json): string {
  const names = [schema.type ?? "object"].flat().join(" or ");
  const kind = schema.format ?? (names.startsWith("string") ? schema.title : undefined);
  const { minimum, maximum } = schema;
  const least = minimum === undefined ? "" : `, from ${minimum}`;
  const most = maximum === undefined ? "" : ` to ${maximum}`;
  return `${names}${kind === undefined ? "" : ` (${kind})`}${bounds(schema, "Length", "characters")}${least}${most}`;
}

function bounds(schema: Json, what: "Items" | "Length", unit: string): string {
  const least = schema[`min${what}`] as number | undefined;
  const most = schema[`max${what}`] as number | undefined;
  if (most === undefined) return "";
  return least === undefined ? `, up to ${most} ${unit}` : `, ${least} to ${most} ${unit}`;
}

/** The alternatives of a value other than null; null where it has none. */
function choicesOf(schema: Json): Json[] | null {
  const choices = (schema.oneOf ?? schema.anyOf) as Json[] | undefined;
  return choices?.filter(({ type }) => type !== "null") ?? null;
}

function isNullable(schema: Json): boolean {
  return ((schema.oneOf ?? schema.anyOf) as Json[]).some(({ type }) => type === "null");
}

/** The schema, or the schemas that it is put together from. */
function partsOf(document: ContractDocument, schema: Json): Json[] {
  const found = resolve(document, schema);
  if (found.properties !== undefined || found.allOf === undefined) return [found];
  return (found.allOf as Json[]).flatMap((part) => partsOf(document, part));
}

function nameOf({ $ref }: Json): string | undefined {
  return ($ref as string | undefined)?.split("/").at(-1);
}

/** Every `code` that an answer with this schema can carry. */
export function codesOf(document: ContractDocument, schema: Json): string[] {
  const found = resolve(document, schema);
  const codes = partsOf(document, found).flatMap((part) => {
    const code = (part.properties as Record<string, Json> | undefined)?.code;
    if (code === undefined || code.$ref !== undefined) return [];
    return (code.enum as string[] | undefined) ?? [code.const as string];
  });
  return [...codes, ...(choicesOf(found) ?? []).flatMap((choice) => codesOf(document, choice))];
}
