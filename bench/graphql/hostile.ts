import { HOSTILE_DOCUMENTS } from "../../test/graphql/hostile-documents.ts";

/** So many of the attack list, each for itself: a comment makes it one that nobody has sent before. */
export function hostileDocuments(count: number, salt: string): string[] {
  const sent = HOSTILE_DOCUMENTS.map(({ query }) => query).filter(({ length }) => length < 100_000);
  return Array.from({ length: count }, (_, n) => `#${salt} ${n}\n${sent[n % sent.length]!}`);
}
