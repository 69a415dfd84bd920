import type { FailureReason } from "cockatiel";
import { type Breaker, createBreaker, type BreakerOptions } from "../adapters/breaker/breaker.ts";
import { isProviderFailing } from "../adapters/sending/sender-with-breaker.ts";
import type { IntegrationStates } from "../domain/ports/integration-states.ts";
import type { SendOutcome } from "../domain/ports/send-outcome.ts";
import type { Log } from "../domain/shared/log.ts";

/** The breakers of this process, each made when it is first asked for. */
export interface Breakers {
  /** In front of one that takes messages. */
  ofSender: (name: string) => Breaker;
  /** In front of one that somebody at a screen waits for. */
  ofIdentityProvider: (name: string) => Breaker;
  states: IntegrationStates;
}

type Kind = Omit<BreakerOptions, "onChange">;

/** More wait than are under way: what finds no place is put off, and costs the database a statement. */
const SENDER: Kind = {
  mostAtOnce: 10,
  mostWaiting: 20,
  firstPauseMs: 10_000,
  longestPauseMs: 120_000,
  isFailure: (reason) => "error" in reason || isProviderFailing(reason.value as SendOutcome),
  pauseAskedMs,
};

/** Its calls throw where the provider is not there or not well, and for nothing else. */
const IDENTITY_PROVIDER: Kind = {
  mostAtOnce: 20,
  mostWaiting: 20,
  firstPauseMs: 5_000,
  longestPauseMs: 60_000,
  isFailure: (reason) => "error" in reason,
};

export function createBreakers(log: Log): Breakers {
  const breakers = new Map<string, Breaker>();
  const of = (kind: Kind) => (name: string) => {
    const known = breakers.get(name);
    if (known) return known;
    const breaker = createBreaker({
      ...kind,
      onChange(state) {
        if (state === "closed") log.info({ integration: name, state }, "a third party is back, and asked as before");
        if (state === "open")
          log.warn({ integration: name, state }, "a third party fails, and is not asked for a while");
      },
    });
    breakers.set(name, breaker);
    return breaker;
  };
  return {
    ofSender: of(SENDER),
    ofIdentityProvider: of(IDENTITY_PROVIDER),
    states: () => Object.fromEntries([...breakers].sort().map(([name, breaker]) => [name, breaker.state()])),
  };
}

function pauseAskedMs(reason: FailureReason<unknown>): number {
  const outcome = "value" in reason ? (reason.value as SendOutcome) : null;
  return outcome?.outcome === "down" ? (outcome.retryAfterSeconds ?? 0) * 1_000 : 0;
}
