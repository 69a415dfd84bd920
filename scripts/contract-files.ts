import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { lexicographicSortSchema, printSchema } from "graphql";
import { schema } from "../src/graphql/schema.ts";
import { bundleContract, lintContract } from "./contract-bundle.ts";
import { ACCESS_FILE, generateAccessDocs } from "./access-docs.ts";
import { accessFindings } from "./contract-access.ts";
import { DOCS_FOLDER, generateDocs } from "./contract-docs.ts";
import { generateEventContract } from "./event-contract.ts";
import { generateOperations, generateTypes } from "./contract-types.ts";
import { rateLimitPage } from "./rate-limit-tables.ts";
import { undeclaredBreaks } from "./schema-changes.ts";

export interface GeneratedContract {
  /** Text by path relative to the package. */
  files: Map<string, string>;
  /** What the linter found, and what would break a client of the committed GraphQL schema; no files then. */
  findings: string[];
}

/** Lints and bundles contracts/openapi, and makes every file that comes from it, from contracts/events and from the GraphQL types, in memory. */
export async function generateContract(root: string): Promise<GeneratedContract> {
  const entryFile = path.join(root, "contracts/openapi/openapi.yaml");
  const findings = [...(await lintContract(entryFile)), ...breaksAt(root)];
  if (findings.length > 0) return { files: new Map(), findings };
  const document = await bundleContract(entryFile);
  const barred = accessFindings(document);
  if (barred.length > 0) return { files: new Map(), findings: barred };
  const files = new Map([
    ["contracts/schema.graphql", `${printSchema(lexicographicSortSchema(schema))}\n`],
    ["contracts/openapi.json", `${JSON.stringify(document, null, 2)}\n`],
    ["src/generated/contract.ts", await generateTypes(document)],
    ["src/generated/contract-operations.ts", await generateOperations(document)],
    ...generateDocs(document),
    await rateLimitPage(root),
    [ACCESS_FILE, await generateAccessDocs(document)],
    ...(await generateEventContract(root)),
  ]);
  return { files, findings };
}

/** Compares with the file as it lies there, so that a clone without history can do it too. */
function breaksAt(root: string): string[] {
  const committed = path.join(root, "contracts/schema.graphql");
  if (!existsSync(committed)) return [];
  const declarations = readFileSync(path.join(root, "contracts/schema-changes.md"), "utf8");
  return undeclaredBreaks(readFileSync(committed, "utf8"), schema, declarations).map(
    (each) => `contracts/schema.graphql: ${each} Declare it in contracts/schema-changes.md, or leave it.`,
  );
}

/** One line for each committed file that is missing, left over, or differs, with its first different line. */
export function driftOf(root: string, files: Map<string, string>): string[] {
  const leftOver = leftOverPages(root, files).map((file) => `${file} belongs to no operation`);
  const different = [...files].flatMap(([file, expected]) => {
    const absolute = path.join(root, file);
    if (!existsSync(absolute)) return [`${file} is missing`];
    const found = readFileSync(absolute, "utf8");
    return found === expected ? [] : [`${file}:${firstDifference(found, expected)}`];
  });
  return [...leftOver, ...different];
}

/** Pages of operations that are gone. */
export function leftOverPages(root: string, files: Map<string, string>): string[] {
  const folder = path.join(root, DOCS_FOLDER);
  if (!existsSync(folder)) return [];
  const pages = readdirSync(folder).map((name) => `${DOCS_FOLDER}/${name}`);
  return pages.filter((page) => !files.has(page));
}

function firstDifference(found: string, expected: string): string {
  const foundLines = found.split("\n");
  const expectedLines = expected.split("\n");
  const index = expectedLines.findIndex((line, position) => line !== foundLines[position]);
  const at = index === -1 ? expectedLines.length : index;
  return `${at + 1}\n  committed: ${foundLines[at] ?? "(end of file)"}\n  generated: ${expectedLines[at] ?? "(end of file)"}`;
}
