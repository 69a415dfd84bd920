import { Ajv2020, type AnySchemaObject, type ValidateFunction } from "ajv/dist/2020.js";
import formatsPlugin from "ajv-formats";
import { parseInstant } from "../domain/shared/instants.ts";
import { parseLocalDate } from "../domain/shared/local-date.ts";
import { CONTRACT } from "./contract-document.ts";
import { sizeFirst } from "./size-first.ts";

const CONTRACT_KEY = "contract";

/** The linter has checked the document itself (`npm run contract`), so ajv need not. */
const ajv = new Ajv2020({ strict: true, allErrors: true, verbose: true, allowUnionTypes: true, validateSchema: false });
formatsPlugin.default(ajv, ["email", "uri-reference"]);
ajv.addFormat("date-time", (text) => parseInstant(text) !== null);
ajv.addFormat("date", (text) => parseLocalDate(text) !== null);
// Strictness is for schemas; the document round them has members that are no keywords.
ajv.addVocabulary(Object.keys(CONTRACT));
ajv.addSchema(sizeFirst(CONTRACT) as AnySchemaObject, CONTRACT_KEY);

/** Compiles a schema of the contract, given by its fragment. Some milliseconds the first time, a look-up after that. */
export function validatorAt(ref: string): ValidateFunction {
  const validate = ajv.getSchema(CONTRACT_KEY + ref);
  if (validate === undefined) throw new Error(`The contract has no schema at ${ref}.`);
  return validate;
}

/** Compiles an object of which each field has its schema in the contract. */
export function validatorOfFields(fields: { name: string; required: boolean; schemaRef: string }[]): ValidateFunction {
  const schema: AnySchemaObject = {
    type: "object",
    additionalProperties: false,
    required: fields.filter(({ required }) => required).map(({ name }) => name),
    properties: Object.fromEntries(fields.map(({ name, schemaRef }) => [name, { $ref: CONTRACT_KEY + schemaRef }])),
  };
  return ajv.compile(schema);
}
