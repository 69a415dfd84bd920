import type { Selected } from "./selection.ts";
import type { Args } from "./source.ts";

/** The answer with what the domain works out in the places of the values that it takes. @param root the root's arguments */
export function computed(text: string, selected: Selected, root: Args): string {
  const answer = { [selected.key]: JSON.parse(text) as unknown };
  computeIn(answer, [selected], root);
  return JSON.stringify(answer[selected.key]);
}

function computeIn(object: Record<string, unknown>, selection: readonly Selected[], root: Args): void {
  for (const { key, field, on } of selection) {
    const declared = field?.extensions.declared;
    if (declared?.kind === "computed") object[key] = declared.compute(object[key] as never, root);
    for (const each of [object[key]].flat())
      for (const below of on.values()) if (each !== null) computeIn(each as Record<string, unknown>, below, root);
  }
}
