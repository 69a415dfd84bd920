import {
  operationsOf,
  resolve,
  type ContractDocument,
  type Json,
  type MediaType,
  type OperationObject,
  type PlacedOperation,
} from "./contract-bundle.ts";
import { codesOf, fieldRows, wordsOf } from "./contract-fields.ts";

const GENERATED_LINE = "<!-- Generated from contracts/openapi by `npm run contract`. Do not edit. -->\n";

export const DOCS_FOLDER = "docs/api";

/** One page an operation and an index, by path. */
export function generateDocs(document: ContractDocument): [file: string, text: string][] {
  const operations = operationsOf(document);
  return [
    [`${DOCS_FOLDER}/README.md`, indexPage(document, operations)],
    ...operations.map((placed): [string, string] => [
      `${DOCS_FOLDER}/${pageName(placed.operation)}`,
      operationPage(document, placed),
    ]),
  ];
}

export function pageName({ operationId }: OperationObject): string {
  return `${operationId.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.md`;
}

function indexPage(document: ContractDocument, operations: PlacedOperation[]): string {
  const sections = document.tags.map(({ name, description }) => {
    const rows = operations
      .filter(({ operation }) => operation.tags.includes(name))
      .map((placed) => [`\`${titleLine(placed)}\``, `[${placed.operation.summary}](${pageName(placed.operation)})`]);
    return `## ${name}\n\n${description}\n\n${table(["Request", "What it does"], rows)}`;
  });
  return `${GENERATED_LINE}
# The REST API, endpoint by endpoint

What they have in common is in [api-style.md](../api-style.md). The same contract for machines: \`GET /openapi.json\`.

${sections.join("\n\n")}
`;
}

function operationPage(document: ContractDocument, placed: PlacedOperation): string {
  const { operation } = placed;
  const sections = [
    `# ${operation.summary}`,
    `\`${titleLine(placed)}\` · operation \`${operation.operationId}\` · ${operation.tags.join(", ")}`,
    operation.description,
    `## Who may call it\n\n${callers(operation)}`,
    parameterSection(document, placed),
    bodySection(document, placed),
    answerSection(document, operation),
    problemSection(document, operation),
  ];
  return `${GENERATED_LINE}\n${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

function titleLine({ method, path }: PlacedOperation): string {
  return `${method.toUpperCase()} ${path}`;
}

function callers({ security }: OperationObject): string {
  const lines = security.flatMap((scheme) => [
    ...(scheme.secretKey === undefined ? [] : [`- A secret key with ${scheme.secretKey.map(code).join(", ")}`]),
    ...(scheme.accessToken === undefined ? [] : [loggedIn(scheme.accessToken)]),
    ...(scheme.guestLink === undefined ? [] : ["- The attendee of the booking, by its link"]),
    ...(scheme.publishableKey === undefined ? [] : ["- A publishable key"]),
  ]);
  if (lines.length === 0) return "Everybody; no credential is needed.";
  return `${lines.join("\n")}\n\nWith which objects: [who may do what](../access.md).`;
}

function loggedIn(scopes: string[]): string {
  if (scopes.length === 0) return "- Somebody who has logged in, with his access token";
  return `- Somebody who has logged in and whose role has ${scopes.map(code).join(", ")}, with his access token`;
}

function parameterSection(document: ContractDocument, { parameters }: PlacedOperation): string {
  const rows = parameters.map((parameter) => {
    const { type, description } = wordsOf(document, { ...parameter.schema, description: parameter.description });
    return [code(parameter.name), parameter.in, type, parameter.required ? "yes" : "", description];
  });
  return `## Parameters\n\n${table(["Name", "In", "Type", "Required", "What it is"], rows)}`;
}

function bodySection(document: ContractDocument, placed: PlacedOperation): string {
  const { requestBody } = placed.operation;
  if (requestBody === undefined) return "";
  const media = requestBody.content["application/json"]!;
  const optional = requestBody.required === true ? "" : "The body may be left out.\n\n";
  const examples = examplesOf(document, media).map(
    ({ summary, value }) =>
      `${summary}:\n\n\`\`\`http\n${titleLine(placed)}\nContent-Type: application/json\n\n${json(value)}\n\`\`\``,
  );
  return [`## Body\n\n${optional}${fieldTable(document, media, "Required")}`, ...examples].join("\n\n");
}

function answerSection(document: ContractDocument, operation: OperationObject): string {
  const answers = responsesOf(document, operation).filter(({ status }) => Number(status) < 400);
  const parts = answers.map(({ status, response }) => {
    const media = (response.content as Record<string, MediaType> | undefined)?.["application/json"];
    const headers = Object.keys((response.headers ?? {}) as Json)
      .map(code)
      .join(", ");
    const lines = [`### ${status}\n\n${String(response.description)}\n\nHeaders: ${headers}`];
    if (media === undefined) return lines[0]!;
    const examples = examplesOf(document, media).map(
      ({ summary, value }) => `${summary}:\n\n\`\`\`json\n${json(value)}\n\`\`\``,
    );
    return [...lines, fieldTable(document, media, "Always there"), ...examples].join("\n\n");
  });
  return `## Answers\n\n${parts.join("\n\n")}`;
}

function problemSection(document: ContractDocument, operation: OperationObject): string {
  const rows = responsesOf(document, operation)
    .filter(({ status }) => !(Number(status) < 400))
    .map(({ status, response }) => {
      const media = (response.content as Record<string, MediaType>)["application/problem+json"]!;
      const codes = codesOf(document, media.schema);
      return [status === "default" ? "other" : status, codes.map(code).join(", "), String(response.description)];
    });
  return `## Problems\n\n${table(["Status", "Codes", "When"], rows)}`;
}

function responsesOf(document: ContractDocument, { responses }: OperationObject): { status: string; response: Json }[] {
  return Object.entries(responses).map(([status, response]) => ({ status, response: resolve(document, response) }));
}

function fieldTable(document: ContractDocument, { schema }: MediaType, requiredHead: string): string {
  const rows = fieldRows(document, schema).map(({ name, type, required, description }) => [
    code(name),
    type,
    required ? "yes" : "",
    description,
  ]);
  return rows.length === 0 ? "It has no fields." : table(["Field", "Type", requiredHead, "What it is"], rows);
}

function examplesOf(document: ContractDocument, media: MediaType): { summary: string; value: unknown }[] {
  if (media.example !== undefined) return [{ summary: "Example", value: media.example }];
  return Object.values(media.examples ?? {}).map((example) => {
    const { summary = "Example", value } = resolve(document, example) as { summary?: string; value: unknown };
    return { summary, value };
  });
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function code(text: string): string {
  return `\`${text}\``;
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
