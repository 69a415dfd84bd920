import { standsAgainstJoining } from "../booking/seats.ts";
import { assertValid } from "../shared/errors.ts";
import type { Offer, OfferQuery } from "./offer.ts";
import type { Reason } from "./refusal.ts";
import { missingNeeds } from "./missing-needs.ts";
import { reasonAgainst, type TeamRefusals } from "./team-refusals.ts";

/** A start (epoch ms) that is not offered. The public is not told why. */
export interface UnavailableTime extends Partial<Explanation> {
  startsAt: number;
}

/** One time, and whether it is offered. */
export interface AskedTime extends UnavailableTime {
  offered: boolean;
}

/** The reason that is told first, and all that stands in the way of each host who could have a part in it. */
export interface Explanation {
  reason: Reason;
  hosts: readonly { hostId: string; reasons: readonly Reason[] }[];
  /** Where too little is to be had of what is needed: that which is not. */
  resourceIds?: readonly string[];
}

/** How many hosts one explanation has something to say of, over all its times. */
const MOST_EXPLAINED = 100_000;

/** The days of an offer with what is not offered. @throws validation_failed when there is too much to be told */
export function explainDays(query: OfferQuery, { days, refused, refusals, reasonOfSessions }: Offer) {
  const times = refused.reduce((sum, { startsAt }) => sum + startsAt.length, 0);
  const message = "must be left out for so long a range with so many hosts; one time can be asked about by `at`";
  const isTooMuch = refusals !== null && times * (query.team.all.length + query.team.pool.length) > MOST_EXPLAINED;
  assertValid(isTooMuch ? [{ pointer: "?explain", message }] : []);
  return days.map((day, index) => ({
    ...day,
    unavailable: refused[index]!.startsAt.map((startsAt) => ({
      startsAt,
      ...(refusals && explanationOf(query, refusals(startsAt), reasonOfSessions(startsAt))),
    })),
  }));
}

export function explainTime(
  query: OfferQuery,
  { days, refusals, reasonOfSessions }: Offer,
  startsAt: number,
): AskedTime {
  const offered = days.some((day) => day.startsAt.includes(startsAt));
  const explained = refusals && explanationOf(query, refusals(startsAt), reasonOfSessions(startsAt));
  return { startsAt, offered, ...explained, ...(offered && { reason: undefined }) };
}

function explanationOf({ team }: OfferQuery, refusals: TeamRefusals, ofSessions: Reason | null): Partial<Explanation> {
  const reason = reasonAgainst(refusals);
  const missing = missingNeeds(team, refusals).flatMap(({ resourceIds }) => resourceIds);
  const reasons = [...refusals.all, ...refusals.pool];
  return {
    reason: (standsAgainstJoining(reason) ? reason : (ofSessions ?? reason)) ?? undefined,
    hosts: [...team.all, ...team.pool].map(({ memberId }, index) => ({ hostId: memberId, reasons: reasons[index]! })),
    ...(missing.length > 0 && { resourceIds: missing }),
  };
}
