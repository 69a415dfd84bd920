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

/** What the edge needs to know of each operation in order to route, to authorise and to answer it. */
export async function generateOperations(document: ContractDocument): Promise<string> {
  const rows = operationsOf(document).map(
    (placed) => `  ${placed.operation.operationId}: ${JSON.stringify(operationRow(document, placed))},`,
  );
  const text = `${GENERATED_LINE}
import type { Scope } from "../domain/shared/actor.ts";

export interface ContractOperation {
  method: "GET" | "POST" | "PATCH" | "DELETE";
  /** As in the contract, with parameters in braces. */
  path: string;
  /** What a secret key or a role needs; empty where nothing is. */
  scopes: readonly Scope[];
  /** True when it is for somebody who has logged in, and for no key. */
  logInOnly: boolean;
  /** True when a publishable key may call it. */
  publishable: boolean;
  /** True when it answers without any credential. */
  anonymous: boolean;
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
    scopes: operation.security.find((scheme) => "accessToken" in scheme)?.accessToken ?? [],
    logInOnly: operation.security.length > 0 && !operation.security.some((scheme) => "secretKey" in scheme),
    publishable: operation.security.some((scheme) => "publishableKey" in scheme),
    anonymous: operation.security.length === 0,
    hasBody: operation.requestBody !== undefined,
    bodyRequired: operation.requestBody?.required ?? false,
    successStatus: statuses.find((status) => status >= 200 && status < 300),
    queryDefaults: Object.fromEntries(defaults),
  };
}
