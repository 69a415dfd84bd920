import { afterAll } from "@jest/globals";
import { createArgon2PasswordHasher } from "../../src/adapters/password-hasher/argon2/argon2-password-hasher.ts";

/** One for all applications of a test file. */
export const TEST_PASSWORD_HASHER = createArgon2PasswordHasher();

afterAll(() => TEST_PASSWORD_HASHER.close());
