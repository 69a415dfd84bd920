import { execFile } from "node:child_process";
import { argon2Sync } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { promisify } from "node:util";
import { afterAll, expect, test } from "@jest/globals";
import { createArgon2PasswordHasher } from "../../../src/adapters/password-hasher/argon2/argon2-password-hasher.ts";
import { describePasswordHasher } from "./contract.ts";

const hasher = createArgon2PasswordHasher();
const ADAPTER = new URL("../../../src/adapters/password-hasher/argon2/argon2-password-hasher.ts", import.meta.url);
const LOW_PRIORITY = 10;
const MOST_AT_A_TIME = 65;

afterAll(() => hasher.close());

describePasswordHasher("Argon2", hasher);

test("a password is kept as Argon2id in PHC string form, with the parameters that made it", async () => {
  const [, algorithm, version, parameters, salt, hash] = (await hasher.hash("correct horse")).split("$");
  expect([algorithm, version, parameters]).toEqual(["argon2id", "v=19", "m=19456,t=2,p=1"]);
  const terms = { memory: 19_456, passes: 2, parallelism: 1 };
  expect(hash).toBe(argon2("correct horse", Buffer.from(salt!, "base64"), terms));
});

test("a hash with other parameters is verified by those", async () => {
  expect(await hasher.verify("x", cheapHashOf("x"))).toBe(true);
  expect(await hasher.verify("y", cheapHashOf("x"))).toBe(false);
});

test("parameters that Argon2 does not have are a fault, after which it goes on", async () => {
  await expect(hasher.verify("x", cheapHashOf("x").replace("m=8,", "m=1,"))).rejects.toThrow("memory");
  expect(await hasher.verify("x", cheapHashOf("x"))).toBe(true);
});

test("one is hashed while 64 wait; the next is told that there are too many", async () => {
  const passwords = Array.from({ length: MOST_AT_A_TIME + 1 }, (_, index) => String(index));
  const known = cheapHashOf("64");
  const answers = await Promise.allSettled(passwords.map((password) => hasher.verify(password, known)));
  expect(answers.pop()).toMatchObject({ status: "rejected", reason: { failure: "busy" } });
  expect(answers.map((answer) => answer.status === "fulfilled" && answer.value).indexOf(true)).toBe(64);
  expect(await hasher.verify("64", known)).toBe(true);
});

test("who waits for a thread that ends is told so, and the next call finds another thread", async () => {
  const lost = [hasher.hash("a"), hasher.verify("b", null)].map((call) => call.catch((error: unknown) => error));
  await hasher.close();
  for (const error of await Promise.all(lost)) expect(error).toMatchObject({ failure: "lost" });
  expect(await hasher.verify("x", cheapHashOf("x"))).toBe(true);
});

test("a process that has hashed a password ends by itself", async () => {
  const script = `
    import { createArgon2PasswordHasher } from ${JSON.stringify(ADAPTER.href)};
    process.stdout.write(await createArgon2PasswordHasher().hash("x"));`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script]);
  expect(await hasher.verify("x", stdout)).toBe(true);
});

/** Elsewhere a priority is the process's, and the thread keeps it. */
const testOnLinux = isLinux() ? test : test.skip;

function isLinux(): boolean {
  if (process.platform === "linux") return true;
  process.stderr.write("This is not Linux, where threads have priorities of their own: that test is left out.\n");
  return false;
}

testOnLinux("its thread alone has a low priority", async () => {
  const before = priorities().filter((priority) => priority === LOW_PRIORITY);
  const another = createArgon2PasswordHasher();
  await another.hash("x");
  const all = priorities();
  await another.close();
  expect(all.filter((priority) => priority === LOW_PRIORITY)).toHaveLength(before.length + 1);
  expect(new Set(all)).toEqual(new Set([LOW_PRIORITY, priorityOf(process.pid)]));
});

/** Of each thread of this process. */
function priorities(): number[] {
  return readdirSync("/proc/self/task").map((id) => priorityOf(Number(id)));
}

/** The field `nice`, see proc_pid_stat(5). */
function priorityOf(thread: number): number {
  const stat = readFileSync(`/proc/self/task/${thread}/stat`, "utf8");
  return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[16]);
}

/** With the least that Argon2 has. */
function cheapHashOf(password: string): string {
  const nonce = Buffer.alloc(16, 1);
  const hash = argon2(password, nonce, { memory: 8, passes: 1, parallelism: 1 });
  return `$argon2id$v=19$m=8,t=1,p=1$${base64(nonce)}$${hash}`;
}

function argon2(message: string, nonce: Buffer, terms: { memory: number; passes: number; parallelism: number }) {
  return base64(argon2Sync("argon2id", { message, nonce, ...terms, tagLength: 32 }));
}

function base64(bytes: Buffer): string {
  return bytes.toString("base64").replace(/=+$/, "");
}
