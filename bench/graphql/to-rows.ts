const INSTANT = /^\d{4}-\d\d-\d\dT/;
/** What stands between a row and the row that it joins. */
const JOINED = ["member", "booking"];

/**
 * An answer as rows that can be compared with another side's: a connection becomes its nodes, a row that joins becomes
 * what it joins, instants are written alike, and cursors are left out, since each side has its own.
 */
export function toRows(answer: unknown): unknown {
  if (typeof answer === "string" && INSTANT.test(answer)) return new Date(answer).toISOString();
  if (typeof answer !== "object" || answer === null) return answer;
  if (Array.isArray(answer)) return answer.map(toRows);
  if (isConnection(answer)) {
    return { nodes: answer.edges.map(({ node }) => toRows(node)), hasNextPage: answer.pageInfo.hasNextPage };
  }
  const entries = Object.entries(answer).map(([key, value]) => [key, toRows(value)] as const);
  const [first] = entries;
  return entries.length === 1 && JOINED.includes(first![0]) ? first![1] : Object.fromEntries(entries);
}

function isConnection(answer: object): answer is { edges: { node: unknown }[]; pageInfo: { hasNextPage: boolean } } {
  return "edges" in answer;
}
