import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import process from "node:process";

// Writes a Prisma client for pothos.js to node_modules: the product's schema, with the relations that its rows have but
// its foreign keys do not say.

const RELATIONS = {
  Booking: "eventType EventType @relation(fields: [eventTypeId], references: [id])",
  EventType: "bookings Booking[]",
  BookingHost: "member Member @relation(fields: [memberId], references: [id])",
  Member: "bookingHosts BookingHost[]",
};

const here = import.meta.dirname;
const product = path.join(here, "../../../prisma/schema");
const folder = path.join(here, "node_modules/.prisma-pothos");
const pothos = path.join(here, "node_modules/@pothos/plugin-prisma/bin/generator.js");

const models = readdirSync(product)
  .map((file) => readFileSync(path.join(product, file), "utf8"))
  .join("\n")
  .replace(/^(generator|datasource) [^}]*\}/gm, "");
const related = Object.entries(RELATIONS).reduce(
  (schema, [model, relation]) => schema.replace(`model ${model} {`, (head) => `${head}\n  ${relation}`),
  models,
);
const schema = `
generator client {
  provider = "prisma-client-js"
  output = "./client"
  previewFeatures = ["relationJoins"]
}
generator pothos {
  provider = "${process.execPath} ${pothos}"
  clientOutput = "./client"
  generateDatamodel = true
}
datasource db {
  provider = "postgresql"
}
${related}`;
mkdirSync(folder, { recursive: true });
writeFileSync(path.join(folder, "schema.prisma"), schema);

const cli = createRequire(import.meta.url).resolve("prisma/build/index.js");
const { status, stdout, stderr } = spawnSync(
  process.execPath,
  [cli, "generate", "--schema", path.join(folder, "schema.prisma")],
  {
    cwd: here,
    encoding: "utf8",
    env: {
      ...process.env,
      // It is wanted, but never run: see scripts/generate-prisma.ts.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
    },
  },
);
if (status !== 0) throw new Error(`${stdout}\n${stderr}`);
