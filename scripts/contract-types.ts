import { format } from "prettier";
import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import { operationsOf, resolve, type ContractDocument, type Json, type PlacedOperation } from "./contract-bundle.ts";

export const GENERATED_LINE = "// Generated from contracts/openapi by `npm run contract`. Do not edit.\n";

/** The types of every schema, parameter and operation, as openapi-typescript writes them. */
export async function generateTypes(document: ContractDocument): Promise<string> {
  const ast = await openapiTS(structuredClone(document) as unknown as OpenAPI3, {
    defaultNonNullable: false,
    silent: true,
  });
  return `${GENERATED_LINE}\n${astToString(ast)}`;
}

/** What the edge needs to know of each operation in order to route and to answer it. Who may call it is src/domain/access. */
export async function generateOperations(document: ContractDocument): Promise<string> {
  const rows = operationsOf(document).map(
    (placed) => `  ${placed.operation.operationId}: ${JSON.stringify(operationRow(document, placed))},`,
  );
  const text = `${GENERATED_LINE}
export interface ContractOperation {
  method: "GET" | "POST" | "PATCH" | "DELETE";
  /** As in the contract, with parameters in braces. */
  path: string;
  hasBody: boolean;
  bodyRequired: boolean;
  successStatus: 200 | 201 | 202 | 204;
  /** The documented defaults of query parameters, as the request validator fills them in. */
  queryDefaults: Readonly<Record<string, string | number | boolean>>;
}

export const OPERATIONS = {
${rows.join("\n")}
} as const satisfies Record<string, ContractOperation>;

export type OperationId = keyof typeof OPERATIONS;
`;
  return format(text, { parser: "typescript", printWidth: 120 });
}

function operationRow(document: ContractDocument, { path, method, operation, parameters }: PlacedOperation): Json {
  const statuses = Object.keys(operation.responses).map(Number);
  const defaults = parameters
    .filter((parameter) => parameter.in === "query")
    .map((parameter) => [parameter.name, resolve(document, parameter.schema).default] as const)
    .filter(([, value]) => value !== undefined);
  return {
    method: method.toUpperCase(),
    path,
    hasBody: operation.requestBody !== undefined,
    bodyRequired: operation.requestBody?.required ?? false,
    successStatus: statuses.find((status) => status >= 200 && status < 300),
    queryDefaults: Object.fromEntries(defaults),
  };
}
