import { describe, expect, test } from "@jest/globals";
import type { PasswordHasher } from "../../../src/domain/ports/password-hasher.ts";

/** What every hasher of passwords does. */
export function describePasswordHasher(name: string, hasher: PasswordHasher): void {
  describe(`${name} as a hasher of passwords`, () => {
    test("knows a password by its hash, and takes no other for it", async () => {
      const phc = await hasher.hash("correct horse");
      expect(await hasher.verify("correct horse", phc)).toBe(true);
      expect(await hasher.verify("correct horse ", phc)).toBe(false);
    });

    test("gives two hashes of one password, in which it cannot be read", async () => {
      const [one, other] = await Promise.all([hasher.hash("same"), hasher.hash("same")]);
      expect(one).not.toBe(other);
      expect(one).not.toContain("same");
    });

    test("takes nothing for the password of nobody, not even the empty one", async () => {
      expect(await hasher.verify("", null)).toBe(false);
    });

    test("takes what is no hash of its kind for a fault, and goes on", async () => {
      await expect(hasher.verify("x", "$2b$10$something")).rejects.toThrow("PHC");
      expect(await hasher.verify("x", await hasher.hash("x"))).toBe(true);
    });
  });
}
