/**
 * Makes everything that comes from contracts/openapi, and contracts/schema.graphql from the GraphQL types. `npm run contract` writes the files, `npm run contract:check`
 * compares them with what is committed and fails on a difference.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { driftOf, generateContract, leftOverPages } from "./contract-files.ts";

const root = path.join(import.meta.dirname, "..");
const { files, findings } = await generateContract(root);

if (findings.length > 0) {
  console.error(`The contract is refused:\n${findings.join("\n")}`);
  process.exitCode = 1;
} else if (process.argv.includes("--check")) {
  const drift = driftOf(root, files);
  if (drift.length > 0) {
    console.error(`Generated files differ from their sources. Run \`npm run contract\`.\n${drift.join("\n")}`);
    process.exitCode = 1;
  }
} else {
  for (const page of leftOverPages(root, files)) rmSync(path.join(root, page));
  for (const [file, text] of files) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  console.log(`${files.size} files are up to date.`);
}
