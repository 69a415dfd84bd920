import type { FragmentDefinitionNode, OperationDefinitionNode } from "graphql";
import { assertName } from "./assert-name.ts";
import { assertFewRepeats } from "./assert-repeats.ts";
import { LIMITS } from "./limits.ts";
import {
  measureSelections,
  valuesIn,
  valuesOfDirectives,
  type FragmentMeasures,
  type Measures,
} from "./measure-selections.ts";
import { beyond, refusal } from "./refusal.ts";

/** A document that was parsed, and not yet validated. */
export interface ParsedDocument {
  operations: readonly OperationDefinitionNode[];
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/**
 * Refuses what would be dear to validate or to carry out, in time that is linear in the document's length. Fields,
 * aliases and directives are counted over all operations together.
 * @throws query_too_deep, too_many_..., name_too_long, name_not_allowed, invalid_document
 */
export function assertDocumentWithinLimits({ operations, fragments }: ParsedDocument): void {
  if (fragments.size > LIMITS.fragments.most) throw beyond("fragments", fragments.size);
  const measured: FragmentMeasures = { definitions: fragments, known: new Map() };
  const total = { fields: 0, aliases: 0, directives: 0, values: 0 };
  const variables = operations.reduce((sum, each) => sum + (each.variableDefinitions?.length ?? 0), 0);
  for (const operation of operations) {
    const measures = measureOperation(measured, operation);
    assertOperation(operation, measures);
    total.fields += measures.fields;
    total.aliases += measures.aliases;
    total.directives += measures.directives;
    total.values += measures.values;
  }
  for (const name of ["aliases", "directives", "fields", "values"] as const)
    if (total[name] > LIMITS[name].most) throw beyond(name, total[name]);
  if (variables > LIMITS.variables.most) throw beyond("variables", variables);
  // Nothing above has looked at it, and validation would refuse it after much work.
  for (const [name, fragment] of fragments)
    if (!measured.known.has(name)) throw refusal("invalid_document", `The fragment ${name} is never used.`, fragment);
  for (const { selectionSet } of operations) assertFewRepeats(fragments, selectionSet);
}

function measureOperation(fragments: FragmentMeasures, operation: OperationDefinitionNode): Measures {
  const measures = measureSelections(fragments, operation.selectionSet);
  measures.directives += operation.directives?.length ?? 0;
  measures.values += valuesOfDirectives(operation.directives);
  for (const definition of operation.variableDefinitions ?? []) {
    assertName(definition.variable.name.value, definition);
    measures.directives += definition.directives?.length ?? 0;
    measures.values += valuesOfDirectives(definition.directives);
    if (definition.defaultValue) measures.values += valuesIn(definition.defaultValue);
  }
  return measures;
}

function assertOperation(operation: OperationDefinitionNode, measures: Measures): void {
  const { depth, introspectionDepth, ownFields } = measures;
  if (depth > LIMITS.depth.most) throw beyond("depth", depth, operation);
  if (introspectionDepth > LIMITS.introspectionDepth.most)
    throw beyond("introspectionDepth", introspectionDepth, operation);
  // A document over one of these is told of that one, which says more.
  if (measures.aliases > LIMITS.aliases.most || measures.fields > LIMITS.fields.most) return;
  if (ownFields > LIMITS.rootFields.most) throw beyond("rootFields", ownFields, operation);
}
