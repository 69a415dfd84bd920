import { bundle, createConfig, lint } from "@redocly/openapi-core";

/**
 * The strict rule set, with one rule eased: it closes every object for its examples and so refuses objects that are
 * described by `if` and `then`. test/contracts checks the examples against the schemas as they are.
 */
const LINT_RULES = {
  extends: ["recommended-strict"],
  rules: { "no-invalid-media-type-examples": { severity: "error" as const, allowAdditionalProperties: true } },
};

/** Each finding of the linter as one line; none when the contract is clean. */
export async function lintContract(entryFile: string): Promise<string[]> {
  const config = await createConfig(LINT_RULES);
  const problems = await lint({ ref: entryFile, config });
  return problems.map(({ ruleId, message, location }) => {
    const place = location[0];
    return `${place?.source.absoluteRef ?? entryFile}${place?.pointer ?? ""}: ${message} (${ruleId})`;
  });
}

/** The contract in one document. Components keep their names and are sorted by them, so that a change shows as itself. */
export async function bundleContract(entryFile: string): Promise<ContractDocument> {
  const config = await createConfig(LINT_RULES);
  const { bundle: document, problems } = await bundle({ ref: entryFile, config });
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join("\n"));
  const parsed = document.parsed as ContractDocument;
  for (const [section, entries] of Object.entries(parsed.components)) {
    parsed.components[section] = Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));
  }
  return parsed;
}

/** What the scripts read of the bundled document. */
export interface ContractDocument {
  info: { title: string; version: string };
  tags: { name: string; description: string }[];
  paths: Record<string, PathItem>;
  components: Record<string, Record<string, Json>>;
}

export type Json = Record<string, unknown>;
export type PathItem = { parameters?: Json[] } & { [method in Method]?: OperationObject };

export const METHODS = ["get", "post", "patch", "delete"] as const;
export type Method = (typeof METHODS)[number];

export interface OperationObject {
  operationId: string;
  tags: string[];
  summary: string;
  description: string;
  security: Record<string, string[]>[];
  parameters?: Json[];
  requestBody?: { required?: boolean; content: Record<string, MediaType> };
  responses: Record<string, Json>;
}

export interface MediaType {
  schema: Json;
  example?: unknown;
  examples?: Record<string, Json>;
}

/** One operation with where it stands. */
export interface PlacedOperation {
  path: string;
  method: Method;
  operation: OperationObject;
  /** Those of the path and those of the operation, references resolved. */
  parameters: Parameter[];
}

export interface Parameter {
  name: string;
  in: "path" | "query" | "header";
  required?: boolean;
  description: string;
  schema: Json;
  example?: unknown;
}

/** The thing itself, or what its `$ref` points to inside the document. */
export function resolve(document: ContractDocument, value: Json): Json {
  const reference = value.$ref;
  if (typeof reference !== "string") return value;
  const [, , section, name] = reference.split("/");
  return document.components[section!]![name!]!;
}

export function operationsOf(document: ContractDocument): PlacedOperation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      if (operation === undefined) return [];
      const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(
        (parameter) => resolve(document, parameter) as unknown as Parameter,
      );
      return [{ path, method, operation, parameters }];
    }),
  );
}
