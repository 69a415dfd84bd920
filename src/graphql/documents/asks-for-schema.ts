import { Kind, type FragmentDefinitionNode, type OperationDefinitionNode, type SelectionSetNode } from "graphql";
import { isIntrospectionField } from "../limits/measure-selections.ts";

/** Whether an operation selects `__schema` or `__type`, which in a valid document stand at the root. `__typename` is everybody's. */
export function asksForSchema(
  operations: readonly OperationDefinitionNode[],
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): boolean {
  const seen = new Set<SelectionSetNode>();
  const asks = (set: SelectionSetNode | undefined): boolean => {
    if (!set || seen.has(set)) return false;
    seen.add(set);
    return set.selections.some((selection) => {
      if (selection.kind === Kind.FIELD) return isIntrospectionField(selection);
      if (selection.kind === Kind.INLINE_FRAGMENT) return asks(selection.selectionSet);
      return asks(fragments.get(selection.name.value)?.selectionSet);
    });
  };
  return operations.some(({ selectionSet }) => asks(selectionSet));
}
