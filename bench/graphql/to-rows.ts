const INSTANT = /^\d{4}-\d\d-\d\dT/;
/** What stands between a row and what it joins, or between a root and its rows. */
const PASSED_THROUGH = ["member", "booking", "series"];
/** Asked for so that there is a resolver to run. */
const NOT_A_ROW = "__schema";

/**
 * An answer as rows that can be compared with another side's: a connection becomes its nodes, a row that joins becomes
 * what it joins, a period's figures become its own, instants are written alike, and cursors are left out, since
 * each side has its own.
 */
export function toRows(answer: unknown): unknown {
  if (typeof answer === "string" && INSTANT.test(answer)) return new Date(answer).toISOString();
  if (typeof answer !== "object" || answer === null) return answer;
  if (Array.isArray(answer)) return answer.map(toRows);
  if (isConnection(answer)) {
    return { nodes: answer.edges.map(({ node }) => toRows(node)), hasNextPage: answer.pageInfo.hasNextPage };
  }
  const entries = Object.entries(answer).filter(([key]) => key !== NOT_A_ROW);
  const [first] = entries;
  if (entries.length === 1 && PASSED_THROUGH.includes(first![0])) return toRows(first![1]);
  const { figures, ...fields } = Object.fromEntries(entries.map(([key, value]) => [key, toRows(value)]));
  return { ...fields, ...(figures as object | undefined) };
}

function isConnection(answer: object): answer is { edges: { node: unknown }[]; pageInfo: { hasNextPage: boolean } } {
  return "edges" in answer;
}
