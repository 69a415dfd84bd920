import { gqlPluckFromCodeStringSync } from "@graphql-tools/graphql-tag-pluck";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import {
  getLocation,
  GraphQLError,
  Kind,
  parse,
  Source,
  type ASTNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
} from "graphql";

export type ClientDefinition = OperationDefinitionNode | FragmentDefinitionNode;

export interface ClientDefinitions {
  definitions: ClientDefinition[];
  /** Why something could not be read: `<file>:<line>: <reason>`, or without the line. */
  problems: string[];
}

const DOCUMENTS = /\.(graphql|gql)$/;
const CODE = /\.[cm]?[jt]sx?$/;
/** Of functions and tags that take a document. */
const TAGS = ["gql", "graphql"];

/** Every operation and fragment in .graphql files, and in the templates of TypeScript and JavaScript files. */
export function findClientDefinitions(filesOrFolders: readonly string[]): ClientDefinitions {
  const definitions: ClientDefinition[] = [];
  const problems = filesOrFolders.filter((each) => !existsSync(each)).map((each) => `${each}: no such file or folder`);
  for (const file of filesOrFolders.flatMap(listFiles)) {
    try {
      for (const source of sourcesOf(file).filter(({ body }) => body.trim() !== ""))
        definitions.push(
          ...parse(source).definitions.filter(
            (each) => each.kind === Kind.OPERATION_DEFINITION || each.kind === Kind.FRAGMENT_DEFINITION,
          ),
        );
    } catch (error) {
      problems.push(problemOf(file, error));
    }
  }
  return { definitions, problems };
}

/** `<file>:<line>` of a node of a document that was read from a file. */
export function placeOf({ loc }: ASTNode): string {
  return loc ? placeIn(loc.source, loc.start) : "";
}

function listFiles(fileOrFolder: string): string[] {
  const found = statSync(fileOrFolder, { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return [fileOrFolder];
  return readdirSync(fileOrFolder, { withFileTypes: true })
    .filter(({ name }) => name !== "node_modules" && !name.startsWith("."))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const within = path.join(fileOrFolder, entry.name);
      if (entry.isDirectory()) return listFiles(within);
      return DOCUMENTS.test(entry.name) || CODE.test(entry.name) ? [within] : [];
    });
}

function sourcesOf(file: string): Source[] {
  const text = readFileSync(file, "utf8");
  if (DOCUMENTS.test(file)) return [new Source(text, file)];
  // Left as it is, so that lines can be counted.
  return gqlPluckFromCodeStringSync(file, text, { skipIndent: true, globalGqlIdentifierName: TAGS });
}

function problemOf(file: string, error: unknown): string {
  if (error instanceof GraphQLError && error.source)
    return `${placeIn(error.source, error.positions?.[0] ?? 0)}: ${error.message}`;
  return `${file}: ${(error as Error).message}`;
}

function placeIn(source: Source, position: number): string {
  return `${source.name}:${source.locationOffset.line + getLocation(source, position).line - 1}`;
}
