import { execFileSync, execSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

const FOLDER = path.join(import.meta.dirname, "peers");

/** What we are compared with is installed on the first run, in a folder of its own: nothing of it reaches the product. */
export function installPeers(): void {
  if (!existsSync(path.join(FOLDER, "node_modules/postgraphile")))
    execSync("npm ci", { cwd: FOLDER, stdio: "inherit" });
  execFileSync(process.execPath, [path.join(FOLDER, "generate-prisma.js")], { stdio: "inherit" });
}
