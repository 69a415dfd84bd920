import { createArgon2PasswordHasher } from "../../src/adapters/password-hasher/argon2/argon2-password-hasher.ts";

/** One for all applications that a test has in its own process. */
export const TEST_PASSWORD_HASHER = createArgon2PasswordHasher();
