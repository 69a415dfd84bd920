import { afterAll, describe, expect, test } from "@jest/globals";
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { newWebhookSecret, signWebhook } from "../../../src/domain/webhook-endpoint/sign-webhook.ts";

const DOCS = readFileSync(new URL("../../../docs/webhooks.md", import.meta.url), "utf8");

/** A language as its code block names it, and what runs a file of it. */
const LANGUAGES = [
  { name: "js", file: "receiver.mjs", run: [process.execPath], isThere: ["--version"] },
  { name: "python", file: "receiver.py", run: ["python3"], isThere: ["--version"] },
  { name: "go", file: "receiver.go", run: ["go", "run"], isThere: ["version"] },
];

const folder = mkdtempSync(path.join(tmpdir(), "holdfast-receivers-"));
const secret = newWebhookSecret();
const running: ChildProcess[] = [];

afterAll(() => {
  // `go run` has a child that is the receiver: they are a group of their own.
  for (const { pid } of running) process.kill(-pid!, "SIGKILL");
  rmSync(folder, { recursive: true });
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}

/** @returns its address once it listens, and what it has said */
async function start({ name, file, run }: (typeof LANGUAGES)[number]) {
  const code = new RegExp(`\`\`\`${name}\n([^]*?)\`\`\``).exec(DOCS)![1]!;
  writeFileSync(path.join(folder, file), code);
  const port = await freePort();
  const [command, ...args] = run;
  const env = { ...process.env, PORT: String(port), WEBHOOK_SECRET: secret };
  const child = spawn(command!, [...args, path.join(folder, file)], { env, cwd: folder, detached: true });
  running.push(child);
  const said: string[] = [];
  child.stderr.resume();
  for await (const text of child.stdout.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>)
    if (String(text).includes("ready")) break;
  child.stdout.on("data", (text: Buffer) => said.push(String(text)));
  const url = `http://127.0.0.1:${port}/`;
  // Go says so just before it is.
  while (!(await fetch(url, { method: "POST" }).catch(() => null))) await new Promise((go) => setTimeout(go, 20));
  return { url, said };
}

describe.each(LANGUAGES)("the receiver in $name", (language) => {
  const [command] = language.run;
  const isThere = spawnSync(command!, language.isThere).status === 0;
  if (!isThere) process.stdout.write(`${command!} is not on this machine: its receiver was not run\n`);

  (isThere ? test : test.skip)(
    "takes what was signed by its secret, alone or beside another, and nothing that was changed, is old or was not",
    async () => {
      const { url, said } = await start(language);
      const body = JSON.stringify({
        id: "evn_1",
        type: "booking.created",
        subjectId: "bkg_1",
        data: { name: "Grüße" },
      });
      const signed = (at: Date, ...secrets: string[]) => signWebhook({ id: "evn_1", at, body }, secrets);
      const post = async (headers: Record<string, string>, sent = body) =>
        (await fetch(url, { method: "POST", headers, body: sent })).status;
      const now = new Date();
      const minutesOff = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

      expect(await post(signed(now, secret))).toBe(204);
      expect(await post(signed(now, newWebhookSecret(), secret))).toBe(204);
      expect(await post(signed(minutesOff(-4), secret))).toBe(204);

      expect(await post(signed(now, secret), body.replace("bkg_1", "bkg_2"))).toBe(400);
      expect(await post({ ...signed(now, secret), "webhook-id": "evn_2" })).toBe(400);
      expect(await post(signed(now, newWebhookSecret()))).toBe(400);
      expect(await post(signed(minutesOff(-6), secret))).toBe(400);
      expect(await post(signed(minutesOff(6), secret))).toBe(400);
      expect(await post({ ...signed(now, secret), "webhook-timestamp": "soon" })).toBe(400);
      expect(await post({})).toBe(400);
      // It was done once.
      expect(said.join("").trim()).toBe("booking.created bkg_1");
    },
    120_000,
  );
});
