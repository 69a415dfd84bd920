import { isMet, ratioOf, type Figure } from "./bench.ts";

const HEAD = ["bench", "figure", "value", "beside it", "", "ratio", "target", "met", "details"];

/** One line a figure, in aligned columns. */
export function toTable(rows: { bench: string; figure: Figure }[]): string {
  const lines = [HEAD, ...rows.map(({ bench, figure }) => [bench, ...cells(figure)])];
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function cells(figure: Figure): string[] {
  const { name, value, unit, beside, target, details = {} } = figure;
  const met = isMet(figure);
  return [
    name,
    value === null ? "not yet" : `${rounded(value)} ${unit}`,
    beside?.name ?? "",
    beside ? `${rounded(beside.value)} ${unit}` : "",
    ratioOf(figure)?.toFixed(2) ?? "",
    target ? `${target.of} ${target.atLeast === undefined ? `<= ${target.atMost}` : `>= ${target.atLeast}`}` : "",
    met === null ? "" : met ? "yes" : "no",
    Object.entries(details)
      .map(([what, ms]) => `${what} ${rounded(ms)}`)
      .join(", "),
  ];
}

function rounded(value: number): string {
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
}
