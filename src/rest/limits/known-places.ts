import type { RatePolicy } from "../../domain/ports/rate-limiter.ts";
import type { Limits } from "./count-requests.ts";
import { placeOf } from "./partition-keys.ts";

const DAY_SECONDS = 86_400;

/** A budget of one that comes back after 30 days: who has spent it was there. */
const KNOWN_PLACE: RatePolicy = { name: "known-place", quota: 1, windowSeconds: 30 * DAY_SECONDS };

/** Notes that whoever has this e-mail address has proven himself from that address. */
export async function rememberPlace({ limiter }: Limits, email: string, address: string | undefined): Promise<void> {
  await limiter.spend([{ policy: KNOWN_PLACE, partitionKey: placeOf(email, address), amount: 1 }]);
}

export async function isKnownPlace({ limiter }: Limits, email: string, address: string | undefined): Promise<boolean> {
  const [budget] = await limiter.peek([{ policy: KNOWN_PLACE, partitionKey: placeOf(email, address) }]);
  return budget!.remaining === 0;
}
