import { expect } from "@jest/globals";
import type { RefusalReason, SendOutcome } from "../../../src/domain/ports/send-outcome.ts";

/** An outcome in one word or two, and what is in nobody's log: the secrets, addresses and texts of the tests. */
export function told(outcome: SendOutcome, ...kept: string[]): string {
  const text = JSON.stringify(outcome);
  for (const each of kept) expect(text).not.toContain(each);
  switch (outcome.outcome) {
    case "sent":
      return "sent";
    case "refused":
      return `refused: ${outcome.reason satisfies RefusalReason}`;
    case "later":
      return outcome.retryAfterSeconds === null ? "later" : `later: ${outcome.retryAfterSeconds} s`;
    case "down":
      return `down: ${outcome.reason}${outcome.retryAfterSeconds === null ? "" : `, ${outcome.retryAfterSeconds} s`}`;
  }
}
