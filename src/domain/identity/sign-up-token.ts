import type { DomainContext } from "../shared/context.ts";
import { DAY_MS } from "../shared/local-date.ts";
import { hashOfToken, newOneTimeToken } from "./one-time-token.ts";

type Deps = Pick<DomainContext, "db" | "clock">;

/** When a sign-up is over that nobody has completed: a day after it was asked for, and after its mail went out. */
export function signUpExpiry(from: Date): Date {
  return new Date(from.getTime() + DAY_MS);
}

/** The token that goes to the address of a sign-up, in place of one that went before; null when the sign-up is gone. */
export async function createSignUpToken({ db, clock }: Deps, signUpId: string): Promise<string | null> {
  const token = newOneTimeToken();
  const now = clock.now();
  const { count } = await db.prisma.signUp.updateMany({
    where: { id: signUpId, expiresAt: { gt: now } },
    data: { tokenHash: hashOfToken(token), expiresAt: signUpExpiry(now) },
  });
  return count === 1 ? token : null;
}
