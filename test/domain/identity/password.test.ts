import { expect, test } from "@jest/globals";
import { argon2Sync } from "node:crypto";
import { hashPassword, verifyPassword } from "../../../src/domain/identity/password.ts";

test("a password is kept as Argon2id in PHC string form, with the parameters that made it", async () => {
  const [, algorithm, version, parameters, salt, hash] = (await hashPassword("correct horse")).split("$");
  expect([algorithm, version, parameters]).toEqual(["argon2id", "v=19", "m=19456,t=2,p=1"]);
  const again = argon2Sync("argon2id", {
    message: "correct horse",
    nonce: Buffer.from(salt!, "base64"),
    memory: 19_456,
    passes: 2,
    parallelism: 1,
    tagLength: 32,
  });
  expect(hash).toBe(again.toString("base64").replace("=", ""));
});

test("one password twice gives two hashes", async () => {
  expect(await hashPassword("same")).not.toBe(await hashPassword("same"));
});

test("it is known again, however its letters are put together in Unicode, and no other is", async () => {
  const phc = await hashPassword("caf\u00e9");
  expect(await verifyPassword("cafe\u0301", phc)).toBe(true);
  expect(await verifyPassword("cafe", phc)).toBe(false);
});

test("nobody's password is any, not even the empty one", async () => {
  expect(await verifyPassword("", null)).toBe(false);
});

test("a hash that is not ours is no wrong password, but a fault", async () => {
  await expect(verifyPassword("x", "$2b$10$something")).rejects.toThrow("PHC");
});
