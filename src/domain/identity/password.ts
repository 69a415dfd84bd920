import { PasswordHasherError, type PasswordHasher } from "../ports/password-hasher.ts";
import { DomainError } from "../shared/errors.ts";

/** What passwords are hashed and verified by. */
export interface PasswordPorts {
  passwordHasher: PasswordHasher;
}

/** What may be kept of a password. @throws overloaded, unavailable */
export async function hashPassword({ passwordHasher }: PasswordPorts, password: string): Promise<string> {
  return orRefusal(passwordHasher.hash(asTyped(password)));
}

/**
 * Whether the password is the hashed one. Without a hash it is not, and to find that out takes the same work.
 * @throws overloaded, unavailable
 */
export async function verifyPassword(
  { passwordHasher }: PasswordPorts,
  password: string,
  phc: string | null,
): Promise<boolean> {
  return orRefusal(passwordHasher.verify(asTyped(password), phc));
}

/** Keyboards put the same letters together in more than one way (NIST SP 800-63B-4 3.1.1.2). */
function asTyped(password: string): string {
  return password.normalize("NFKC");
}

async function orRefusal<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof PasswordHasherError)) throw error;
    // That many come at once is no fault, to be logged for each of them.
    if (error.failure === "busy") throw new DomainError("overloaded", { detail: error.message });
    throw new DomainError("unavailable", { detail: error.message, cause: error });
  }
}
