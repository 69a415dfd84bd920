import type { IncomingHttpHeaders } from "node:http";
import type { ErrorObject, ValidateFunction } from "ajv/dist/2020.js";
import { assertValid, notFound, type FieldError } from "../domain/shared/errors.ts";
import { isId } from "../domain/shared/ids.ts";
import { OPERATIONS, type OperationId } from "../generated/contract-operations.ts";
import type { operations } from "../generated/contract.ts";
import { operationRef, parametersOf, type ContractParameter } from "./contract-document.ts";
import { firstOfEachPlace, toFieldErrors } from "./contract-errors.ts";
import { validatorAt, validatorOfFields } from "./contract-schemas.ts";
import { readQueryValues } from "./query-values.ts";
import { unstorableErrors } from "./unstorable-text.ts";

/** As Express hands it over. */
export interface RawRequest {
  params: Readonly<Record<string, unknown>>;
  query: Readonly<Record<string, unknown>>;
  headers: IncomingHttpHeaders;
  /** Undefined when none was sent. */
  body: unknown;
}

type Parameters<Id extends OperationId, Place extends "query" | "header"> = NonNullable<
  operations[Id]["parameters"][Place]
>;
type WithDefaults<Values, Defaults> = Values & Required<Pick<Values, keyof Values & keyof Defaults>>;

/** A request that fits the contract, with its query read and its documented query defaults filled in. */
export interface ValidRequest<Id extends OperationId> {
  query: WithDefaults<Parameters<Id, "query">, (typeof OPERATIONS)[Id]["queryDefaults"]>;
  headers: Parameters<Id, "header">;
  /** An empty object where the body may be left out and was; undefined where there is none. Never filled in: that is the domain's. */
  body: NonNullable<operations[Id]["requestBody"]> extends { content: { "application/json": infer Body } }
    ? Body
    : undefined;
}

const MOST_ERRORS = 20;

/**
 * Holds a request against its operation in the contract. @throws validation_failed with a pointer for each wrong place
 * (`/attendee/email`, `?from`, `header: If-Match`), not_found for a path that names nothing
 */
export function validateRequest<Id extends OperationId>(operationId: Id, request: RawRequest): ValidRequest<Id> {
  const checks = checksOf(operationId);
  assertPathNamesSomething(request.params);

  const query = readQueryValues(checks.queryParameters, request.query);
  const headers = readHeaders(checks.headerParameters, request.headers);
  const body = request.body === undefined && !OPERATIONS[operationId].bodyRequired ? {} : request.body;
  const errors = [
    ...query.errors,
    ...errorsOf(checks.query, query.values).map((error) => ({ ...error, pointer: `?${firstStep(error)}` })),
    ...errorsOf(checks.headers, headers).map((error) => ({ ...error, pointer: `header: ${firstStep(error)}` })),
    ...bodyErrors(checks.body, body),
  ];
  assertValid(firstOfEachPlace(errors).slice(0, MOST_ERRORS));

  const { queryDefaults } = OPERATIONS[operationId];
  const valid = {
    query: { ...queryDefaults, ...query.values },
    headers,
    body: checks.body === null ? undefined : body,
  };
  return valid as unknown as ValidRequest<Id>;
}

interface OperationChecks {
  queryParameters: ContractParameter[];
  headerParameters: ContractParameter[];
  query: ValidateFunction;
  headers: ValidateFunction;
  body: ValidateFunction | null;
}

const compiled = new Map<OperationId, OperationChecks>();

/** Compiled at the first request of the operation: 60 ms for the very first one, 5 to 20 ms for another, 120 ms for all. */
function checksOf(operationId: OperationId): OperationChecks {
  const known = compiled.get(operationId);
  if (known !== undefined) return known;
  const parameters = parametersOf(operationId);
  const queryParameters = parameters.filter((parameter) => parameter.in === "query");
  const headerParameters = parameters.filter((parameter) => parameter.in === "header");
  const bodyRef = `${operationRef(operationId)}/requestBody/content/application~1json/schema`;
  const checks = {
    queryParameters,
    headerParameters,
    query: validatorOfFields(queryParameters),
    headers: validatorOfFields(headerParameters),
    body: OPERATIONS[operationId].hasBody ? validatorAt(bodyRef) : null,
  };
  compiled.set(operationId, checks);
  return checks;
}

/** An id, or a word, that cannot be one names nothing: the same 404 as for one that does not exist. */
function assertPathNamesSomething(params: RawRequest["params"]): void {
  for (const [name, value] of Object.entries(params)) {
    const canBeOne = name.endsWith("Id") ? isId : isWord;
    if (typeof value === "string" && canBeOne(value)) continue;
    throw notFound(nounOf(name));
  }
}

/** Such as a provider is named by. */
function isWord(value: string): boolean {
  return /^[a-z][a-z0-9_-]{0,63}$/.test(value);
}

/** The noun that the parameter names, in the words of the use cases: "eventTypeId" is an event type, "apiKeyId" an API key. */
function nounOf(parameter: string): string {
  const words = parameter.replace(/Id$/, "").replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.replace(/^api /, "API ");
}

function readHeaders(parameters: readonly ContractParameter[], headers: IncomingHttpHeaders): Record<string, unknown> {
  const given = parameters.map(({ name }) => [name, headers[name.toLowerCase()]] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

function bodyErrors(check: ValidateFunction | null, body: unknown): FieldError[] {
  if (check === null) return [];
  if (body === undefined) return [{ pointer: "", message: "is required" }];
  const errors = errorsOf(check, body);
  return errors.length > 0 ? errors : unstorableErrors(body);
}

function errorsOf(check: ValidateFunction, value: unknown): FieldError[] {
  return check(value) ? [] : toFieldErrors(check.errors as ErrorObject[]);
}

/** The parameter that a pointer such as "/status/0" is about. */
function firstStep({ pointer }: FieldError): string {
  return pointer.split("/")[1]!;
}
