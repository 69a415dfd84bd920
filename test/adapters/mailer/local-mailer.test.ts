import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "@jest/globals";
import { createLocalMailer } from "../../../src/adapters/mailer/local/local-mailer.ts";
import { describeMailer } from "./contract.ts";

function makeFolder(): string {
  return mkdtempSync(path.join(tmpdir(), "holdfast-mail-"));
}

describeMailer("a folder", () => {
  const folder = makeFolder();
  const mailer = createLocalMailer(path.join(folder, "outbox"));
  const close = () => {
    rmSync(folder, { recursive: true });
    return Promise.resolve();
  };
  return Promise.resolve({ mailer, received: () => mailer.list(), close });
});

test("a folder that is not there yet holds no mail; its files are for their owner alone", async () => {
  const folder = makeFolder();
  const mailer = createLocalMailer(path.join(folder, "outbox"));
  expect(await mailer.list()).toEqual([]);
  await mailer.send({ id: "eml_1", to: "a@example.com", subject: "s", text: "t" });
  expect((statSync(path.join(folder, "outbox", "eml_1.json")).mode & 0o777).toString(8)).toBe("600");
  rmSync(folder, { recursive: true });
});
