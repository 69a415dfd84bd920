import { expect, test } from "@jest/globals";
import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Those that talk to nobody. */
const INSIDE = new Set(["password-hasher/argon2", "rate-limiter/in-process"]);

/** Cells of the register's rows, without the heads. */
function rows(): string[][] {
  const text = readFileSync(`${ROOT}docs/integration-register.md`, "utf8");
  const lines = text.split("\n").filter((line) => line.startsWith("| `"));
  return lines.map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** `mailer/smtp` for each folder of src/adapters that talks to somebody. */
function adapters(): string[] {
  const files = globSync("src/adapters/*/*/*.ts", { cwd: ROOT }).map((file) => file.replaceAll("\\", "/"));
  const names = new Set(files.map((file) => file.split("/").slice(2, 4).join("/")));
  return [...names].filter((name) => !name.endsWith("/local") && !INSIDE.has(name)).sort();
}

test("each adapter that talks to a third party has a row in the register, and no other", () => {
  expect(
    rows()
      .map(([name]) => name!.replaceAll("`", ""))
      .sort(),
  ).toEqual(adapters());
});

test("each row says whom, what leaves, limits, fallback, who rotates, and when it was looked at last", () => {
  for (const [name, ...cells] of rows()) {
    expect([name, cells.length]).toEqual([name, 6]);
    expect([name, cells.filter((cell) => cell === "")]).toEqual([name, []]);
    expect(cells.at(-1)).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  }
});
