import path from "node:path";
import ts from "typescript";

/** Source texts by their path from the repository's root, such as `src/domain/booking/booking.ts`. */
export type Sources = ReadonlyMap<string, string>;

/** Whom each part of the house may import. A folder stands for all that is in it. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  "src/domain": ["src/domain", "src/generated/prisma", "src/generated/events"],
  "src/rest": ["src/rest", "src/http", "src/domain", "src/generated/contract"],
  "src/graphql": ["src/graphql", "src/http", "src/domain"],
  "src/http": ["src/http", "src/domain"],
  "src/jobs": ["src/jobs", "src/domain", "src/generated/events"],
  "src/adapters": ["src/adapters", "src/domain/ports"],
  "src/main": ["src/main", "src/rest", "src/graphql", "src/http", "src/jobs", "src/adapters", "src/domain"],
  "src/generated/prisma": ["src/generated/prisma"],
  "src/generated": ["src/generated/contract", "src/domain"],
};

/** The packages that the domain may use: pure code, no input and no output. */
const DOMAIN_PACKAGES = [
  "typeid-js",
  "lru-cache",
  "date-holidays",
  "ical-generator",
  "jsonwebtoken",
  "otpauth",
  "@simplewebauthn/server",
  "node:crypto",
  // To load one of these when it is first needed.
  "node:module",
  "node:zlib",
  "node:util",
];

/** The packages that reach the database, and who may. */
const DATABASE_PACKAGES = ["pg", "kysely", "@prisma/adapter-pg", "@prisma/client"];
const DATABASE_MODULES = ["database", "read-text", "sql"].map((name) => `src/domain/shared/${name}.ts`);

/** Where the domain takes the time from. */
const CLOCK_MODULE = "src/domain/shared/clock.ts";

/** The breaches of the import rule (docs/architecture.md) as `file: what`, in the order of the files. */
export function findBreaches(sources: Sources): string[] {
  return [...sources].flatMap(([file, text]) => {
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
    const breaches = importsOf(source).flatMap((specifier) => breachOf(file, specifier) ?? []);
    const impure = isIn(file, "src/domain") && file !== CLOCK_MODULE ? impuritiesOf(source) : [];
    return [...breaches, ...impure].map((breach) => `${file}: ${breach}`);
  });
}

function breachOf(file: string, specifier: string): string | null {
  const part = Object.keys(MAY_IMPORT).find((folder) => isIn(file, folder));
  if (part === undefined) return "lies in no part of the house";
  const breach = `imports ${specifier}`;
  if (!specifier.startsWith(".")) return mayUsePackage(file, specifier) ? null : breach;
  const target = path.posix.join(path.posix.dirname(file), specifier);
  return MAY_IMPORT[part]!.some((allowed) => target.startsWith(allowed)) ? null : breach;
}

function mayUsePackage(file: string, specifier: string): boolean {
  if (isIn(file, "src/main") || isIn(file, "src/generated")) return true;
  const isOf = (packages: string[]) => packages.some((name) => specifier === name || specifier.startsWith(`${name}/`));
  if (isOf(DATABASE_PACKAGES)) return DATABASE_MODULES.includes(file);
  return !isIn(file, "src/domain") || isOf(DOMAIN_PACKAGES);
}

function isIn(file: string, folder: string): boolean {
  return file.startsWith(`${folder}/`);
}

/** Every module named in an import, a re-export, a dynamic import or an import type. */
function importsOf(source: ts.SourceFile): string[] {
  const specifiers: ts.Node[] = [];
  walk(source, (node) => {
    if (ts.isImportDeclaration(node)) specifiers.push(node.moduleSpecifier);
    if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) specifiers.push(node.moduleSpecifier);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      specifiers.push(node.arguments[0]!);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) specifiers.push(node.argument.literal);
  });
  return specifiers.map((specifier) => (ts.isStringLiteralLike(specifier) ? specifier.text : specifier.getText()));
}

/** What would make a rule depend on when and where it runs. */
function impuritiesOf(source: ts.SourceFile): string[] {
  const found: string[] = [];
  walk(source, (node) => {
    if (ts.isPropertyAccessExpression(node) && IMPURE.has(node.getText())) found.push(`uses ${node.getText()}`);
    if (ts.isIdentifier(node) && node.text === "process" && !ts.isPropertyAssignment(node.parent))
      found.push("uses process");
    if (ts.isNewExpression(node) && node.expression.getText() === "Date" && !node.arguments?.length)
      found.push("uses new Date()");
    if (ts.isCallExpression(node) && node.expression.getText() === "Date") found.push("uses Date()");
  });
  return found;
}

const IMPURE = new Set(["Date.now", "Math.random", "performance.now"]);

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  node.forEachChild((child) => {
    walk(child, visit);
  });
}
