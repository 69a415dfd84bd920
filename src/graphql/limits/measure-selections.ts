import {
  Kind,
  type ArgumentNode,
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from "graphql";
import { assertName } from "./assert-name.ts";
import { refusal } from "./refusal.ts";

/** What a selection set comes to with its fragments spread out. The numbers may be as large as `Infinity`. */
export interface Measures {
  /** Levels of fields and inline fragments, those within `__schema` and `__type` left out. */
  depth: number;
  introspectionDepth: number;
  fields: number;
  /** The fields of the set itself, not those below them. */
  ownFields: number;
  aliases: number;
  directives: number;
  /** Arguments, and the items and fields of the lists and objects in them. */
  values: number;
}

/** One document's fragments, and what is known of them. */
export interface FragmentMeasures {
  definitions: ReadonlyMap<string, FragmentDefinitionNode>;
  /** "open" while a fragment is being measured: whoever meets it then is within it. */
  known: Map<string, Measures | "open">;
}

const NOTHING: Measures = {
  depth: 0,
  introspectionDepth: 0,
  fields: 0,
  ownFields: 0,
  aliases: 0,
  directives: 0,
  values: 0,
};

/**
 * Measures a selection set in one visit of each node of the document, however often a fragment is spread. Checks the
 * names on the way.
 * @throws query_too_deep for a fragment that contains itself
 */
export function measureSelections(fragments: FragmentMeasures, set: SelectionSetNode | undefined): Measures {
  const sum = { ...NOTHING };
  for (const selection of set?.selections ?? []) {
    const { depth, introspectionDepth, ...counts } = measureSelection(fragments, selection);
    sum.depth = Math.max(sum.depth, depth);
    sum.introspectionDepth = Math.max(sum.introspectionDepth, introspectionDepth);
    sum.fields += counts.fields;
    sum.ownFields += counts.ownFields;
    sum.aliases += counts.aliases;
    sum.directives += counts.directives + (selection.directives?.length ?? 0);
    sum.values += counts.values + valuesOfDirectives(selection.directives);
  }
  return sum;
}

function measureSelection(fragments: FragmentMeasures, selection: SelectionNode): Measures {
  switch (selection.kind) {
    case Kind.FIELD:
      return measureField(fragments, selection);
    case Kind.INLINE_FRAGMENT: {
      const within = measureSelections(fragments, selection.selectionSet);
      return { ...within, depth: within.depth + 1 };
    }
    case Kind.FRAGMENT_SPREAD:
      return measureFragment(fragments, selection.name.value);
  }
}

function measureField(fragments: FragmentMeasures, field: FieldNode): Measures {
  const { name, alias, arguments: given, selectionSet } = field;
  assertName(alias?.value ?? name.value, field);
  const below = measureSelections(fragments, selectionSet);
  return {
    ...below,
    ...depthsWith(field, below),
    fields: below.fields + 1,
    ownFields: 1,
    aliases: below.aliases + (alias ? 1 : 0),
    values: below.values + valuesOfArguments(given),
  };
}

/** Whatever leads down to `__schema` or `__type` counts as theirs, so that putting one into the other gains nothing. */
function depthsWith(field: FieldNode, { depth, introspectionDepth }: Measures) {
  if (isIntrospectionField(field)) return { depth: 1, introspectionDepth: Math.max(depth, introspectionDepth) + 1 };
  return { depth: depth + 1, introspectionDepth: introspectionDepth === 0 ? 0 : introspectionDepth + 1 };
}

/** An unknown fragment is left to validation. */
function measureFragment(fragments: FragmentMeasures, name: string): Measures {
  const known = fragments.known.get(name);
  if (known === "open") throw refusal("query_too_deep", `The fragment ${name} contains itself.`);
  if (known) return known;
  const definition = fragments.definitions.get(name);
  if (!definition) return NOTHING;
  fragments.known.set(name, "open");
  const measures = measureSelections(fragments, definition.selectionSet);
  measures.directives += definition.directives?.length ?? 0;
  measures.values += valuesOfDirectives(definition.directives);
  fragments.known.set(name, measures);
  return measures;
}

export function valuesOfDirectives(directives: readonly DirectiveNode[] = []): number {
  return directives.reduce((sum, directive) => sum + valuesOfArguments(directive.arguments), 0);
}

function valuesOfArguments(given: readonly ArgumentNode[] = []): number {
  return given.reduce((sum, { value }) => sum + valuesIn(value), 0);
}

/** A value, and all that are in it. */
export function valuesIn(value: ValueNode): number {
  if (value.kind === Kind.LIST) return value.values.reduce((sum, each) => sum + valuesIn(each), 1);
  if (value.kind === Kind.OBJECT) return value.fields.reduce((sum, each) => sum + valuesIn(each.value), 1);
  return 1;
}

/** Exactly the two that exist: what is merely called like them is a field as any other. */
export function isIntrospectionField({ name }: FieldNode): boolean {
  return name.value === "__schema" || name.value === "__type";
}
