import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formatsPlugin from "ajv-formats";
import type { OperationId } from "../../src/generated/contract-operations.ts";
import { CONTRACT, lookUp, operationRef, type JsonSchema } from "../../src/rest/contract-document.ts";
import { closedContract } from "./closed-contract.ts";

interface DocumentedAnswer {
  headers?: Record<string, { $ref?: string }>;
  content?: Record<string, { schema: JsonSchema }>;
}

interface DocumentedHeader {
  required?: boolean;
  schema: JsonSchema;
}

const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false });
formatsPlugin.default(ajv);
ajv.addSchema(closedContract(CONTRACT), "contract");

/**
 * Fails unless the answer is one that the contract documents for this operation: status, headers, content type, and a
 * body without a field that the contract does not name. `default` stands for what it says: 405 and 500.
 * @param headers by lower-case name @param body parsed JSON; "" or undefined when there was none
 */
export function assertAnswerFitsContract(
  operationId: OperationId,
  status: number,
  headers: Readonly<Record<string, string | undefined>>,
  body: unknown,
): void {
  const where = `${operationId} ${status}`;
  const { answer, ref } = documentedAnswer(operationId, status);
  assertHeaders(where, answer, headers);

  const contentType = headers["content-type"]?.split(";")[0]?.trim();
  if (answer.content === undefined) {
    if (body !== undefined && body !== "") throw new Error(`${where}: the contract documents no body, found one`);
    return;
  }
  if (contentType === undefined || !Object.hasOwn(answer.content, contentType))
    throw new Error(`${where}: content type ${contentType ?? "(none)"} is not documented`);
  assertFits(where, `${ref}/content/${contentType.replace("/", "~1")}/schema`, body);
}

function documentedAnswer(operationId: OperationId, status: number): { answer: DocumentedAnswer; ref: string } {
  const owner = `${operationRef(operationId)}/responses`;
  const documented = lookUp(owner) as Record<string, { $ref?: string }>;
  const isElsewhere = status === 405 || status === 500 || (status === 403 && documented["403"] === undefined);
  const key = isElsewhere ? "default" : String(status);
  const entry = documented[key];
  if (entry === undefined) throw new Error(`${operationId} ${status}: the contract does not document this status`);
  const ref = entry.$ref ?? `${owner}/${key}`;
  return { answer: lookUp(ref) as DocumentedAnswer, ref };
}

function assertHeaders(
  where: string,
  answer: DocumentedAnswer,
  headers: Readonly<Record<string, string | undefined>>,
): void {
  for (const [name, { $ref }] of Object.entries(answer.headers ?? {})) {
    const { required = false, schema } = lookUp($ref!) as DocumentedHeader;
    const value = headers[name.toLowerCase()];
    if (value === undefined && required) throw new Error(`${where}: the header ${name} is missing`);
    if (value === undefined) continue;
    const typed = schema.type === "integer" && /^\d+$/.test(value) ? Number(value) : value;
    assertFits(`${where}: the header ${name}`, `${$ref!}/schema`, typed);
  }
}

function assertFits(where: string, ref: string, value: unknown): void {
  const validate: ValidateFunction | undefined = ajv.getSchema(`contract${ref}`);
  if (validate === undefined) throw new Error(`The contract has no schema at ${ref}.`);
  if (validate(value)) return;
  throw new Error(
    `${where} does not fit the contract: ${ajv.errorsText(validate.errors, { dataVar: "body" })}\n${JSON.stringify(value, null, 2)}`,
  );
}
