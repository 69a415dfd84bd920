/** A token that we sign, and use for as long as its reader takes it. */
export interface SigningToken {
  current(): string;
  /** Its reader does not take it any more: the next one is new. */
  forget(): void;
}

/** @param validMs after which the next is signed */
export function createSigningToken(clock: { now(): Date }, validMs: number, sign: (now: Date) => string): SigningToken {
  let kept: { token: string; until: number } | null = null;
  return {
    current() {
      const now = clock.now();
      if (kept === null || kept.until <= now.getTime()) kept = { token: sign(now), until: now.getTime() + validMs };
      return kept.token;
    },
    forget() {
      kept = null;
    },
  };
}
