import { describe, expect, test } from "@jest/globals";
import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { findBreaches } from "./import-rule.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

function breachesOf(file: string, text: string): string[] {
  return findBreaches(new Map([[file, text]]));
}

test("the house keeps the import rule", () => {
  const files = globSync("src/**/*.ts", { cwd: ROOT }).map((file) => file.replaceAll("\\", "/"));
  expect(files).toContain("src/domain/shared/database.ts");
  expect(findBreaches(new Map(files.sort().map((file) => [file, readFileSync(ROOT + file, "utf8")])))).toEqual([]);
});

describe("the check of the import rule", () => {
  test.each([
    ["src/domain/booking/x.ts", `import "../../rest/app.ts"`],
    ["src/domain/booking/x.ts", `import type { Request } from "express"`],
    ["src/domain/booking/x.ts", `import { readFileSync } from "node:fs"`],
    ["src/domain/booking/x.ts", `export * from "../../main/config.ts"`],
    ["src/domain/booking/x.ts", `const x = await import("../../adapters/email/smtp/send.ts")`],
    ["src/domain/booking/x.ts", `type X = import("../../graphql/schema.ts").Schema`],
    ["src/domain/booking/x.ts", `import type pg from "pg"`],
    ["src/domain/booking/x.ts", `import { sql } from "kysely"`],
    ["src/rest/bookings/x.ts", `import pg from "pg"`],
    ["src/rest/bookings/x.ts", `import "../../graphql/schema.ts"`],
    ["src/rest/bookings/x.ts", `import "../../main/config.ts"`],
    ["src/rest/bookings/x.ts", `import "../../adapters/email/smtp/send.ts"`],
    ["src/rest/bookings/x.ts", `import { Prisma } from "../../generated/prisma/client.ts"`],
    ["src/graphql/types/x.ts", `import type { paths } from "../../generated/contract.ts"`],
    ["src/graphql/types/x.ts", `import "../../rest/app.ts"`],
    ["src/jobs/x.job.ts", `import "../rest/app.ts"`],
    ["src/http/x.ts", `import "../rest/app.ts"`],
    ["src/domain/booking/x.ts", `import "../../http/rate-limit-headers.ts"`],
    ["src/jobs/x.job.ts", `import "../http/rate-limit-headers.ts"`],
    ["src/adapters/email/smtp/x.ts", `import "../../../domain/booking/create-booking.ts"`],
    ["src/main/x.ts", `import { Prisma } from "../generated/prisma/client.ts"`],
    ["src/elsewhere/x.ts", `import "../domain/shared/ids.ts"`],
  ])("finds that %s must not say %s", (file, text) => {
    expect(breachesOf(file, text)).toHaveLength(1);
  });

  test.each([
    ["process.env", "const port = process.env.PORT"],
    ["the clock of the machine", "const now = Date.now()"],
    ["the clock of the machine", "const now = new Date()"],
    ["the clock of the machine", "const now = new Date"],
    ["the clock of the machine", "const now = Date()"],
    ["chance", "const n = Math.random()"],
  ])("finds %s in the domain: %s", (_, text) => {
    expect(breachesOf("src/domain/booking/x.ts", text)).toHaveLength(1);
    expect(breachesOf("src/rest/bookings/x.ts", text)).toEqual([]);
  });

  test.each([
    ["src/domain/booking/x.ts", `import { newId } from "../shared/ids.ts"; const at = new Date(0)`],
    [
      "src/domain/shared/database.ts",
      `import pg from "pg"; import { PrismaClient } from "../../generated/prisma/client.ts"`,
    ],
    ["src/domain/shared/clock.ts", `export const now = () => new Date()`],
    [
      "src/rest/bookings/x.ts",
      `import express from "express"; import type { paths } from "../../generated/contract.ts"`,
    ],
    ["src/graphql/x.ts", `import "../http/rate-limit-headers.ts"`],
    ["src/http/x.ts", `import type { RateLimiter } from "../domain/ports/rate-limiter.ts"`],
    ["src/adapters/email/smtp/x.ts", `import type { Mailer } from "../../../domain/ports/mailer.ts"`],
    ["src/main/x.ts", `import "../rest/app.ts"; import pg from "pg"`],
  ])("lets %s say %s", (file, text) => {
    expect(breachesOf(file, text)).toEqual([]);
  });
});
