import { offeredSlots } from "../availability/offered-slots.ts";
import { readOffer } from "../availability/offer.ts";
import type { Range } from "../availability/bookable-range.ts";
import { mapTeam } from "../availability/team.ts";
import type { OfferingTeam } from "../event-type/choose-team.ts";
import type { Offering } from "../event-type/offering.ts";
import { toSlotTerms } from "../event-type/slot-terms.ts";
import { toIntervals } from "../shared/intervals.ts";
import type { DomainContext } from "../shared/context.ts";

/** What somebody waits for, of whom. */
export interface AskedTime extends Range {
  offering: Offering;
  team: OfferingTeam;
  durationMinutes: number;
  /** Where one was asked for. */
  hostId: string | undefined;
}

const NOTHING = toIntervals([]);

/** The starts that could be booked if nobody had anything there. */
export function startsByRule({ clock }: DomainContext, { offering, team, durationMinutes, ...range }: AskedTime) {
  const terms = toSlotTerms(offering.eventType, durationMinutes);
  const idle = mapTeam(team, (host) => ({ ...host, busy: NOTHING }));
  return offeredSlots({ team: idle, terms, now: clock.now().getTime(), ...range });
}

/** The starts that the next caller can book, ascending; null where the offering is outdated. */
export async function freeStarts(
  ctx: DomainContext,
  { offering, team, durationMinutes, hostId, ...range }: AskedTime,
): Promise<readonly number[] | null> {
  const { current, days } = await readOffer(ctx, {
    ...range,
    offering,
    team,
    terms: toSlotTerms(offering.eventType, durationMinutes),
    timeZone: offering.eventType.timeZone,
    bookingId: undefined,
    holdId: undefined,
    hostId,
    seats: offering.eventType.seats,
    places: 1,
    explain: false,
    inDetail: false,
  });
  return current ? days.flatMap(({ startsAt }) => startsAt) : null;
}
