import { hash } from "node:crypto";
import {
  Kind,
  print,
  validate,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { createDocumentCaches } from "../src/graphql/documents/document-caches.ts";
import { prepareDocument } from "../src/graphql/documents/prepare-document.ts";
import { placeOf, type ClientDefinition } from "./client-definitions.ts";

/** One operation with the fragments that it reaches, printed: what a client sends, or names by `id`. */
export interface ClientDocument {
  /** SHA-256 of the text, in hexadecimal. */
  id: string;
  name: string;
  text: string;
}

export interface ClientDocuments {
  /** By name, then by identifier. */
  documents: ClientDocument[];
  warnings: string[];
  /** Why a server would refuse one of them: `<file>:<line>: <reason>`. */
  problems: string[];
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** Makes a document of each operation, and holds it against the schema and against every limit that a server has. */
export function makeClientDocuments(schema: GraphQLSchema, definitions: readonly ClientDefinition[]): ClientDocuments {
  const operations = definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const { fragments, problems } = gatherFragments(definitions);
  const documents = new Map<string, ClientDocument>();
  for (const operation of operations) {
    const document = withFragments(operation, fragments);
    const text = print(document);
    const id = hash("sha256", text);
    documents.set(id, { id, name: operation.name?.value ?? "", text });
    problems.push(...problemsOf(schema, operation, document, text));
  }
  const sorted = [...documents.values()].sort((one, other) =>
    `${one.name} ${one.id}` < `${other.name} ${other.id}` ? -1 : 1,
  );
  return { documents: sorted, warnings: warningsOf(operations), problems: [...new Set(problems)] };
}

function gatherFragments(definitions: readonly ClientDefinition[]) {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const problems: string[] = [];
  for (const definition of definitions) {
    if (definition.kind !== Kind.FRAGMENT_DEFINITION) continue;
    const known = fragments.get(definition.name.value);
    if (!known) fragments.set(definition.name.value, definition);
    else if (print(known) !== print(definition))
      problems.push(`${placeOf(definition)}: Fragment ${definition.name.value} is another one in ${placeOf(known)}.`);
  }
  return { fragments, problems };
}

/** A fragment that is not there is left to validation. */
function withFragments(operation: OperationDefinitionNode, fragments: Fragments): DocumentNode {
  const reached = new Map<string, FragmentDefinitionNode>();
  const reach = (definition: ClientDefinition): void => {
    visit(definition, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value);
        if (!fragment || reached.has(name.value)) return;
        reached.set(name.value, fragment);
        reach(fragment);
      },
    });
  };
  reach(operation);
  const sorted = [...reached.values()].sort((one, other) => (one.name.value < other.name.value ? -1 : 1));
  return { kind: Kind.DOCUMENT, definitions: [operation, ...sorted] };
}

function problemsOf(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  document: DocumentNode,
  text: string,
): string[] {
  const errors = validate(schema, document);
  if (errors.length > 0) return errors.map((error) => `${placeOfError(error, operation)}: ${error.message}`);
  const { refused } = prepareDocument({ schema, caches: createDocumentCaches(), suggestsNames: true }, text);
  if (!refused) return [];
  const { errors: refusals } = JSON.parse(refused.body) as { errors: { message: string }[] };
  return refusals.map(({ message }) => `${placeOf(operation)}: ${message}`);
}

function placeOfError({ nodes }: GraphQLError, operation: OperationDefinitionNode): string {
  return placeOf(nodes?.[0] ?? operation);
}

function warningsOf(operations: readonly OperationDefinitionNode[]): string[] {
  const first = new Map<string, OperationDefinitionNode>();
  const warnings: string[] = [];
  for (const operation of operations) {
    const name = operation.name?.value;
    if (name === undefined) continue;
    const known = first.get(name);
    if (known) warnings.push(`${placeOf(operation)}: Operation ${name} is in ${placeOf(known)} too.`);
    else first.set(name, operation);
  }
  return warnings;
}
