import type { RateLimiter } from "../../domain/ports/rate-limiter.ts";

/** How often a store that is away is looked for. */
const LOOK_EVERY_MS = 1_000;

export interface FallbackInput {
  shared: RateLimiter;
  /** Stands in while the shared one is away. */
  own: RateLimiter;
  /** Fails while the store of the shared one does not answer. */
  ping: () => Promise<unknown>;
  /** Told once for each time that the store goes away. */
  onAway: (error: unknown) => void;
  /** Told once for each time that it comes back. */
  onBack: () => void;
}

export interface RateLimiterWithFallback extends RateLimiter {
  /** Looks whether the store answers, and goes by it from then on. */
  look(): Promise<void>;
  /** No more looking. */
  close(): void;
}

/**
 * Spends from the shared budgets and, while their store is away, from budgets of this process. The call that finds the
 * store away is answered from the latter; from then on no call waits for the store until a ping has been answered, which
 * is tried every second. What was spent on one side is not carried over to the other.
 */
export function createRateLimiterWithFallback(input: FallbackInput): RateLimiterWithFallback {
  const { shared, own, ping, onAway, onBack } = input;
  let isAway = false;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  function goAway(error: unknown): void {
    if (!isAway && !isClosed) {
      isAway = true;
      onAway(error);
      lookLater();
    }
  }

  function lookLater(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), LOOK_EVERY_MS).unref();
  }

  async function look(): Promise<void> {
    try {
      await ping();
    } catch (error) {
      if (isAway && !isClosed) lookLater();
      else goAway(error);
      return;
    }
    if (!isAway || isClosed) return;
    isAway = false;
    onBack();
  }

  async function withFallback<Result>(ask: (limiter: RateLimiter) => Promise<Result>): Promise<Result> {
    if (isAway) return await ask(own);
    try {
      return await ask(shared);
    } catch (error) {
      if (error instanceof RangeError) throw error; // The caller's fault, not the store's.
      goAway(error);
      return await ask(own);
    }
  }

  return {
    spend: (charges) => withFallback((limiter) => limiter.spend(charges)),
    giveBack: (charges) => withFallback((limiter) => limiter.giveBack(charges)),
    peek: (budgets) => withFallback((limiter) => limiter.peek(budgets)),
    look,
    close() {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}
