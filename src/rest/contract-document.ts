import { readFileSync } from "node:fs";
import path from "node:path";
import { OPERATIONS, type OperationId } from "../generated/contract-operations.ts";

/** Two folders up is the package, from src/rest and from dist/rest alike. */
const CONTRACT_FILE = path.join(import.meta.dirname, "../../contracts/openapi.json");

/** The bundled contract as it is served, read once. */
export const CONTRACT_TEXT = readFileSync(CONTRACT_FILE, "utf8");
export const CONTRACT = JSON.parse(CONTRACT_TEXT) as ContractDocument;

/** The part of OpenAPI 3.1 that our own contract uses and the edge reads. */
export interface ContractDocument {
  paths: Record<string, Record<string, unknown>>;
  components: Record<string, Record<string, unknown>>;
}

export interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  title?: string;
  format?: string;
  const?: unknown;
  enum?: unknown[];
  properties?: Record<string, JsonSchema>;
  [keyword: string]: unknown;
}

export interface ContractParameter {
  name: string;
  in: "path" | "query" | "header";
  required: boolean;
  /** Resolved as far as its keywords. */
  schema: JsonSchema;
  /** Where that schema stands in the document, as a URI fragment. */
  schemaRef: string;
}

/** What a `$ref` into this document names. */
export function lookUp(ref: string): unknown {
  const steps = ref
    .split("/")
    .slice(1)
    .map((step) => decodeURIComponent(step).replaceAll("~1", "/").replaceAll("~0", "~"));
  return steps.reduce<unknown>((node, step) => (node as Record<string, unknown>)[step], CONTRACT);
}

/** The fragment at which the operation stands, such as "#/paths/~1v1~1bookings/post". */
export function operationRef(operationId: OperationId): string {
  const { path: operationPath, method } = OPERATIONS[operationId];
  return `${pathRef(operationPath)}/${method.toLowerCase()}`;
}

/** The parameters of the operation and of its path. */
export function parametersOf(operationId: OperationId): ContractParameter[] {
  return [pathRef(OPERATIONS[operationId].path), operationRef(operationId)].flatMap((owner) => {
    const { parameters = [] } = lookUp(owner) as { parameters?: { $ref?: string }[] };
    return parameters.map((parameter, index) => {
      const ref = parameter.$ref ?? `${owner}/parameters/${index}`;
      const found = lookUp(ref) as Pick<ContractParameter, "name" | "in" | "schema"> & { required?: boolean };
      const { name, in: place, required = false } = found;
      return { name, in: place, required, schema: resolveSchema(found.schema), schemaRef: `${ref}/schema` };
    });
  });
}

/** The schema itself where it is only referred to. */
export function resolveSchema(schema: JsonSchema): JsonSchema {
  return schema.$ref === undefined ? schema : (lookUp(schema.$ref) as JsonSchema);
}

function pathRef(operationPath: string): string {
  return `#/paths/${encodeURIComponent(operationPath.replaceAll("~", "~0").replaceAll("/", "~1"))}`;
}
