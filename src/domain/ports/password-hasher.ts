/** Turns passwords into what may be kept of them. That is work by design, so that whoever steals a hash has it too. */
export interface PasswordHasher {
  /** With a salt of its own, in PHC string form. @throws PasswordHasherError */
  hash(password: string): Promise<string>;
  /**
   * Whether the password is the one of the hash. Without a hash it is not, and to find that out takes the same work.
   * @throws PasswordHasherError; Error when the hash is none
   */
  verify(password: string, phc: string | null): Promise<boolean>;
}

/** Why nothing was hashed. `busy`: too many wait already. `lost`: what did the work has ended; the next call finds another. */
export type PasswordHasherFailure = "busy" | "lost";

export class PasswordHasherError extends Error {
  readonly failure: PasswordHasherFailure;

  constructor(failure: PasswordHasherFailure, reason: string, cause?: unknown) {
    super(reason, { cause });
    this.name = "PasswordHasherError";
    this.failure = failure;
  }
}
