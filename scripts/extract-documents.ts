/**
 * Lists the documents of a client's code base for GRAPHQL_TRUSTED_DOCUMENTS:
 * `npm run extract-documents -- --out documents.json <files or folders>`. Writes nothing and ends with 1 where a server
 * would refuse one of them.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { buildSchema } from "graphql";
import { findClientDefinitions } from "./client-definitions.ts";
import { makeClientDocuments } from "./client-documents.ts";

const { values, positionals } = parseArgs({ options: { out: { type: "string" } }, allowPositionals: true });

if (values.out === undefined || positionals.length === 0) {
  console.error("npm run extract-documents -- --out documents.json <files or folders>");
  process.exitCode = 1;
} else {
  const schema = buildSchema(readFileSync(path.join(import.meta.dirname, "../contracts/schema.graphql"), "utf8"));
  const found = findClientDefinitions(positionals);
  const { documents, warnings, problems } = makeClientDocuments(schema, found.definitions);
  for (const warning of warnings) console.error(`Warning: ${warning}`);
  const all = [...found.problems, ...problems];
  if (documents.length === 0 && all.length === 0) all.push("There is no operation in these files.");
  if (all.length > 0) {
    console.error(all.join("\n"));
    process.exitCode = 1;
  } else {
    const manifest = Object.fromEntries(documents.map(({ id, text }) => [id, text]));
    writeFileSync(values.out, `${JSON.stringify(manifest, null, 2)}\n`);
    console.log(`${values.out} lists ${documents.length} documents.`);
  }
}
