import type { ErrorObject } from "ajv/dist/2020.js";
import type { FieldError } from "../domain/shared/errors.ts";
import { resolveSchema, type JsonSchema } from "./contract-document.ts";
import { validatorAt } from "./contract-schemas.ts";

/** A body of 100 kB can be wrong in 50,000 places, and telling them takes time that grows with their square. */
const MOST_EXPLAINED = 100;

/** Says what ajv found in plain words, one message a place. Places are JSON Pointers, after `base`. */
export function toFieldErrors(all: readonly ErrorObject[], base = ""): FieldError[] {
  const found = all.slice(0, MOST_EXPLAINED);
  const choices = found.filter(isChoice);
  const isExplainedByChoice = (error: ErrorObject) =>
    choices.some(
      ({ instancePath }) =>
        error.instancePath.startsWith(`${instancePath}/`) || (error.instancePath === instancePath && !isChoice(error)),
    );
  const errors = found
    .filter((error) => !REPEATS_ANOTHER.has(error.keyword) && !isExplainedByChoice(error))
    .flatMap((error) => (isChoice(error) ? choiceErrors(error, base) : [toFieldError(error, base)]));
  return firstOfEachPlace(errors);
}

/** One message a place is enough: the first. */
export function firstOfEachPlace(errors: readonly FieldError[]): FieldError[] {
  return [...new Map(errors.toReversed().map((error) => [error.pointer, error])).values()].toReversed();
}

/** ajv adds these to the errors of their parts, which say more. */
const REPEATS_ANOTHER = new Set(["if", "propertyNames"]);

function isChoice({ keyword }: ErrorObject): boolean {
  return keyword === "oneOf" || keyword === "anyOf";
}

/** Explains a value that fits none of several schemas by the one that it means: null is meant by null, else its tag says it. */
function choiceErrors(error: ErrorObject, base: string): FieldError[] {
  const place = base + error.instancePath;
  const branches = (error.schema as JsonSchema[]).filter(({ type }) => type !== "null");
  const tag = tagOf(branches);
  const tags = branches.map((branch) => resolveSchema(branch).properties?.[tag]?.const);
  const value: unknown = error.data;
  const meant = branches.length === 1 ? branches[0] : branches[tags.indexOf(valueOf(value, tag))];
  if (meant?.$ref === undefined) return [{ pointer: `${place}/${tag}`, message: `must be one of: ${tags.join(", ")}` }];
  const validate = validatorAt(meant.$ref);
  validate(value);
  return toFieldErrors(validate.errors ?? [], place);
}

/** The field that tells one from the other. */
function tagOf(branches: readonly JsonSchema[]): "type" | "kind" {
  const isTagged = branches.every((branch) => resolveSchema(branch).properties?.kind?.const !== undefined);
  return isTagged ? "kind" : "type";
}

function valueOf(value: unknown, field: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[field] : undefined;
}

function toFieldError(error: ErrorObject, base: string): FieldError {
  const params = error.params as Record<string, unknown>;
  const inner = error.propertyName ?? params.missingProperty ?? params.additionalProperty;
  const step = typeof inner === "string" ? `/${inner.replaceAll("~", "~0").replaceAll("/", "~1")}` : "";
  const describe = MESSAGES[error.keyword] ?? (() => "is not allowed");
  return { pointer: base + error.instancePath + step, message: describe(params, error.parentSchema as JsonSchema) };
}

type Describe = (params: Record<string, unknown>, schema: JsonSchema) => string;

const rightForm: Describe = (_, { title }) =>
  title === undefined ? "does not have the right form" : `must be a valid ${title}`;

const MESSAGES: Record<string, Describe> = {
  required: () => "is required",
  additionalProperties: () => "is not a known field",
  type: ({ type }) =>
    `must be ${[type]
      .flat()
      .map((name) => TYPE_WORDS[String(name)])
      .join(" or ")}`,
  enum: ({ allowedValues }) => `must be one of: ${(allowedValues as unknown[]).join(", ")}`,
  const: ({ allowedValue }) => `must be ${JSON.stringify(allowedValue)}`,
  format: rightForm,
  pattern: rightForm,
  minLength: ({ limit }) => (limit === 1 ? "must not be empty" : `must have at least ${String(limit)} characters`),
  maxLength: ({ limit }) => `must have at most ${String(limit)} characters`,
  minimum: ({ limit }) => `must be at least ${String(limit)}`,
  maximum: ({ limit }) => `must be at most ${String(limit)}`,
  minItems: ({ limit }) => (limit === 1 ? "must not be empty" : `must have at least ${String(limit)} entries`),
  maxItems: ({ limit }) => `must have at most ${String(limit)} ${limit === 1 ? "entry" : "entries"}`,
  minProperties: ({ limit }) => `must have at least ${String(limit)} fields`,
  maxProperties: ({ limit }) => `must have at most ${String(limit)} fields`,
  uniqueItems: () => "must not have the same entry twice",
};

const TYPE_WORDS: Record<string, string> = {
  string: "text",
  integer: "a whole number",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  null: "null",
};
