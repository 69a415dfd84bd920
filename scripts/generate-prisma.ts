import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/**
 * Writes the Prisma client of prisma/schema to src/generated/prisma. `prisma generate` wants a schema engine, which it
 * would download, but never runs it: any program will do, so it is given this one. Needs no network.
 */
const root = path.resolve(import.meta.dirname, "..");
const cli = createRequire(import.meta.url).resolve("prisma/build/index.js");

rmSync(path.join(root, "src/generated/prisma"), { recursive: true, force: true });
const { status } = spawnSync(process.execPath, [cli, "generate", "--schema", "prisma/schema"], {
  cwd: root,
  stdio: "inherit",
  env: {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  },
});
process.exitCode = status ?? 1;
