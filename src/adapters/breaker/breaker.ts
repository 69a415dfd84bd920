import {
  BrokenCircuitError,
  bulkhead,
  BulkheadRejectedError,
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  DelegateBackoff,
  type FailureReason,
  handleWhen,
} from "cockatiel";
import type { IntegrationState } from "../../domain/ports/integration-states.ts";

/** Stands in front of a third party: keeps us from waiting for one that is not there, and one that is slow from taking all that we have. */
export interface Breaker {
  state(): IntegrationState;
  /** @throws NotAsked, and what `ask` throws */
  run<Answer>(ask: () => Promise<Answer>): Promise<Answer>;
}

export interface BreakerOptions {
  /** Calls under way at a time, and how many more may wait for their turn. */
  mostAtOnce: number;
  mostWaiting: number;
  /** How long it is left alone after FAILURES in a row: twice as long each time that it has not come back, up to the longest. */
  firstPauseMs: number;
  longestPauseMs: number;
  /** What says that the third party is not there, or not well. That it refuses what it was asked says that it is. */
  isFailure: (reason: FailureReason<unknown>) => boolean;
  /** What it says itself of when to come back. */
  pauseAskedMs?: (reason: FailureReason<unknown>) => number;
  onChange: (state: IntegrationState) => void;
}

/** The third party was not asked. */
export class NotAsked extends Error {
  readonly retryAfterMs: number;

  /** @param reason names nobody: it is shown */
  constructor(reason: string, retryAfterMs: number) {
    super(reason);
    this.name = "NotAsked";
    this.retryAfterMs = retryAfterMs;
  }
}

/** In a row. Fewer happen to somebody who is well; more cost a time-out each. */
const FAILURES = 5;
/** Until one of those under way has ended. */
const BUSY_MS = 1_000;

const STATES: Record<CircuitState, IntegrationState> = {
  [CircuitState.Closed]: "closed",
  [CircuitState.Open]: "open",
  [CircuitState.HalfOpen]: "half_open",
  [CircuitState.Isolated]: "open",
};

/** It bounds no call in time: each adapter does, since it alone can end what it began. Nor does it try again: jobs do. */
export function createBreaker(options: BreakerOptions): Breaker {
  const { mostAtOnce, mostWaiting, onChange } = options;
  let closesAt = 0;
  const leftMs = () => Math.max(0, closesAt - performance.now());
  const circuit = circuitBreaker(toPolicy(options), {
    breaker: new ConsecutiveBreaker(FAILURES),
    halfOpenAfter: new DelegateBackoff(({ attempt, result }) => {
      const pauseMs = pauseOf(options, attempt, result);
      closesAt = performance.now() + pauseMs;
      return pauseMs;
    }),
  });
  circuit.onStateChange((state) => {
    onChange(STATES[state]);
  });
  const places = bulkhead(mostAtOnce, mostWaiting);
  return {
    state: () => (circuit.state === CircuitState.Open && leftMs() === 0 ? "half_open" : STATES[circuit.state]),
    async run(ask) {
      try {
        return await places.execute(() => {
          // Somebody tries whether it is back: the others do not wait for what comes of it.
          if (circuit.state === CircuitState.HalfOpen) throw new BrokenCircuitError();
          return circuit.execute(ask);
        });
      } catch (error) {
        if (error instanceof BrokenCircuitError)
          throw new NotAsked("not asked, since it failed several times in a row", Math.max(BUSY_MS, leftMs()));
        if (error instanceof BulkheadRejectedError) throw new NotAsked("not asked, since it is slow", BUSY_MS);
        throw error;
      }
    },
  };
}

function toPolicy({ isFailure }: BreakerOptions) {
  return handleWhen((error) => isFailure({ error })).orWhenResult((value) => isFailure({ value }));
}

function pauseOf(
  { firstPauseMs, longestPauseMs, pauseAskedMs }: BreakerOptions,
  attempt: number,
  reason: FailureReason<unknown>,
): number {
  const ownMs = firstPauseMs * 2 ** Math.min(attempt - 1, 30);
  return Math.min(longestPauseMs, Math.max(ownMs, pauseAskedMs?.(reason) ?? 0));
}
