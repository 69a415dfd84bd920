import { readFileSync } from "node:fs";
import path from "node:path";
import { format } from "prettier";
import { STANDARD_FIGURES } from "../src/domain/plan/plan.ts";
import { GUARDS, type CountedBy, type Guard } from "../src/rest/limits/guards.ts";
import { CLASS_OF, RATE_CLASSES } from "../src/rest/limits/rate-classes.ts";

const PAGE = "docs/rate-limits.md";

const COUNTED_BY: Record<CountedBy, string> = {
  address: "address",
  visitor: "publishable key and address",
  public: "publishable keys of an organisation",
  invited: "organisation and e-mail address",
  account: "account",
  account_at_address: "account and address",
  person: "person",
};

const WINDOWS: Record<number, string> = { 60: "minute", 900: "15 minutes", 3_600: "hour", 86_400: "day" };

/** The page about rate limits, whose tables are those of the code: each stands after a comment that names it. */
export async function rateLimitPage(root: string): Promise<[file: string, text: string]> {
  const text = readFileSync(path.join(root, PAGE), "utf8");
  const filled = Object.entries({ plan: planTable(), guards: guardTable(), operations: operationTable() }).reduce(
    (page, [name, table]) => page.replace(new RegExp(`(<!-- ${name} -->\n\n)(\\|.*\n)*`), `$1${table}\n`),
    text,
  );
  return [PAGE, await format(filled, { parser: "markdown", printWidth: 120 })];
}

function planTable(): string {
  const rows = Object.entries(STANDARD_FIGURES).map(([name, figure]) => [code(name), count(figure as number)]);
  return tableOf(["`standard`", ""], rows);
}

function guardTable(): string {
  const rows = Object.entries<Guard>(GUARDS).map(([name, { quota, windowSeconds, by, counts, meaning }]) => [
    code(name),
    `${count(quota)} ${counts}`,
    WINDOWS[windowSeconds]!,
    COUNTED_BY[by],
    meaning,
  ]);
  return tableOf(["guard", "at most", "in", "by", "counts"], rows);
}

function operationTable(): string {
  const rows = Object.entries(RATE_CLASSES).map(([name, { guards, meaning }]) => {
    const operations = Object.entries(CLASS_OF).filter(([, own]) => own === name);
    return [name === "ordinary" ? "all others" : list(operations.map(([id]) => id)), list(guards), meaning];
  });
  return tableOf(["operations", "guards", "counted"], rows);
}

function tableOf(head: string[], rows: string[][]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function list(names: readonly string[]): string {
  return names.map(code).join(", ");
}

function code(name: string): string {
  return `\`${name}\``;
}

function count(value: number): string {
  return value.toLocaleString("en");
}
