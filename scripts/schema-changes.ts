import { buildSchema, findBreakingChanges, type GraphQLSchema } from "graphql";

/**
 * What clients of the committed schema would miss in the one that the code makes, and nobody has declared: one line each.
 * Whatever is only added breaks nobody.
 * @param committed the text of contracts/schema.graphql
 * @param declarations the text of contracts/schema-changes.md
 */
export function undeclaredBreaks(committed: string, schema: GraphQLSchema, declarations: string): string[] {
  const breaks = findBreakingChanges(buildSchema(committed), schema).map(({ description }) => description);
  const declared = declaredBreaks(declarations);
  return breaks.filter((each) => !declared.has(each));
}

/** The lines `- <change> Because <reason>`, without their reasons; a line that gives none declares nothing. */
function declaredBreaks(text: string): Set<string> {
  return new Set([...text.matchAll(/^- (.+?) Because \S.*$/gm)].map(([, change]) => change!));
}
