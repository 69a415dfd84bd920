import type { DownOutcome, RefusalReason, SendOutcome } from "../../domain/ports/send-outcome.ts";

/** Makes a provider's outcomes, with its name in each. */
export interface Outcomes {
  sent: (providerMessageId: string | null) => SendOutcome;
  refused: (reason: RefusalReason, detail: string) => SendOutcome;
  later: (detail: string, retryAfterSeconds?: number | null) => SendOutcome;
  down: (reason: DownOutcome["reason"], detail: string, retryAfterSeconds?: number | null) => SendOutcome;
}

export function outcomesOf(provider: string): Outcomes {
  return {
    sent: (providerMessageId) => ({ provider, outcome: "sent", providerMessageId }),
    refused: (reason, detail) => ({ provider, outcome: "refused", reason, detail }),
    later: (detail, retryAfterSeconds = null) => ({ provider, outcome: "later", retryAfterSeconds, detail }),
    down: (reason, detail, retryAfterSeconds = null) => ({
      provider,
      outcome: "down",
      reason,
      retryAfterSeconds,
      detail,
    }),
  };
}
