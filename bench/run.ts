import { execSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import path from "node:path";
import { isMet, ratioOf, type Bench, type Figure } from "./harness/bench.ts";
import { toTable } from "./harness/table.ts";
import { openWorld, type World } from "./harness/world.ts";

// npm run bench                 every bench/*.bench.ts
// npm run bench -- bookings     that one

const FOLDER = import.meta.dirname;
const SUFFIX = ".bench.ts";

const present = readdirSync(FOLDER).flatMap((file) => (file.endsWith(SUFFIX) ? [file.slice(0, -SUFFIX.length)] : []));
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !present.includes(name));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(", ")}. There are: ${present.join(", ")}.`);
  process.exit(1);
}
if (!existsSync(path.join(FOLDER, "node_modules/undici"))) execSync("npm ci", { cwd: FOLDER, stdio: "inherit" });

let world: World | undefined;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void world?.close().finally(() => process.exit(1)));
}

const rows: { bench: string; figure: Figure }[] = [];
for (const name of asked.length > 0 ? asked : present) {
  const { default: bench } = (await import(`./${name}${SUFFIX}`)) as { default: Bench };
  console.log(`${name}: ${bench.title}`);
  world = await openWorld();
  try {
    const figures = await bench.run(world);
    write(name, bench.title, figures);
    rows.push(...figures.map((figure) => ({ bench: name, figure })));
  } finally {
    await world.close();
  }
}
console.log(`\n${toTable(rows)}`);

function write(name: string, title: string, figures: Figure[]): void {
  const folder = path.join(FOLDER, "results");
  mkdirSync(folder, { recursive: true });
  const machine = { cpu: cpus()[0]?.model, cores: availableParallelism(), node: process.version };
  const judged = figures.map((figure) => ({ ...figure, ratio: ratioOf(figure), met: isMet(figure) }));
  const result = { bench: name, title, at: new Date(), machine, figures: judged };
  writeFileSync(path.join(folder, `${name}.json`), `${JSON.stringify(result, null, 2)}\n`);
}
