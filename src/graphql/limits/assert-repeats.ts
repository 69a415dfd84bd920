import { Kind, type FragmentDefinitionNode, type SelectionSetNode } from "graphql";
import { LIMITS } from "./limits.ts";
import { beyond } from "./refusal.ts";

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** A place in the answer, and how many fields of the document fill it. */
interface Place {
  fields: number;
  below: Map<string, Place>;
}

/**
 * Validation compares each two fields that fill the same place. Walks along every spread, so the number of fields must be
 * known to be small.
 * @throws too_many_repeats
 */
export function assertFewRepeats(fragments: Fragments, set: SelectionSetNode): void {
  let pairs = 0;
  const fill = (within: SelectionSetNode | undefined, place: Place): void => {
    for (const selection of within?.selections ?? []) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        fill(fragments.get(selection.name.value)?.selectionSet, place);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        fill(selection.selectionSet, place);
      } else {
        const filled = placeBelow(place, (selection.alias ?? selection.name).value);
        pairs += filled.fields;
        if (pairs > LIMITS.pairs.most) throw beyond("pairs", undefined, selection);
        filled.fields += 1;
        fill(selection.selectionSet, filled);
      }
    }
  };
  fill(set, emptyPlace());
}

function placeBelow({ below }: Place, name: string): Place {
  let place = below.get(name);
  if (!place) below.set(name, (place = emptyPlace()));
  return place;
}

function emptyPlace(): Place {
  return { fields: 0, below: new Map() };
}
