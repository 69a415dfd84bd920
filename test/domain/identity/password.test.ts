import { expect, test } from "@jest/globals";
import { hashPassword, verifyPassword } from "../../../src/domain/identity/password.ts";
import { codeOf } from "../../support/outcome.ts";
import { TEST_PASSWORD_HASHER } from "../../support/password-hasher.ts";

const ports = { passwordHasher: TEST_PASSWORD_HASHER };

test("a password is known again, however its letters are put together in Unicode, and no other is", async () => {
  const phc = await hashPassword(ports, "caf\u00e9");
  expect(await verifyPassword(ports, "cafe\u0301", phc)).toBe(true);
  expect(await verifyPassword(ports, "cafe", phc)).toBe(false);
});

test("who comes when 65 are there before him is told that there are too many", async () => {
  const quick = `$argon2id$v=19$m=8,t=1,p=1$${"A".repeat(22)}$${"A".repeat(43)}`;
  const codes = await Promise.all(Array.from({ length: 66 }, () => codeOf(verifyPassword(ports, "x", quick))));
  expect(codes).toEqual([...Array.from({ length: 65 }, () => undefined), "overloaded"]);
});

test("who waits when hashing breaks off is told to come again", async () => {
  const waiting = codeOf(hashPassword(ports, "x"));
  await TEST_PASSWORD_HASHER.close();
  expect(await waiting).toBe("unavailable");
});

test("a hash that is not ours is no wrong password, but a fault", async () => {
  await expect(verifyPassword(ports, "x", "$2b$10$something")).rejects.toThrow("PHC");
});
