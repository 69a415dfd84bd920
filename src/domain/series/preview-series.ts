import { may } from "../access/may.ts";
import type { Explanation } from "../availability/explain-offer.ts";
import { assertMayOverride } from "../booking/override.ts";
import { OUTDATED, usingOffering, type Offering } from "../event-type/offering.ts";
import type { DomainContext } from "../shared/context.ts";
import { keepAnswer } from "../shared/idempotency.ts";
import { MINUTE_MS } from "../shared/local-date.ts";
import type { RecurrenceZone } from "./occurrences.ts";
import type { Outlook, Prospect } from "./outlook.ts";
import { readAnyOutlook } from "./seated-outlook.ts";
import { toWantedSeries, type SeriesTimesInput } from "./wanted-series.ts";

/** An occurrence, and whether it could be booked a moment ago. The public is not told why not. */
export interface PreviewedOccurrence extends Partial<Explanation> {
  startsAt: Date;
  endsAt: Date;
  free: boolean;
}

export interface SeriesPreview {
  eventTypeId: string;
  recurrence: { rrule: string; exDates: readonly string[]; zone: RecurrenceZone; timeZone: string };
  durationMinutes: number;
  hostIds: readonly string[];
  occurrences: readonly PreviewedOccurrence[];
}

/** What a series would take, and what of it is free. Nothing is written. @throws not_found, validation_failed, forbidden */
export async function previewSeries(ctx: DomainContext, input: SeriesTimesInput): Promise<SeriesPreview> {
  assertMayOverride(ctx, input.override);
  const work = (offering: Offering) => previewOffering(ctx, offering, input);
  const preview = await usingOffering(ctx, input.eventTypeId, work, { rule: "book" });
  if (ctx.once) await keepAnswer(ctx, ctx.once.toAnswer(preview));
  return preview;
}

async function previewOffering(
  ctx: DomainContext,
  offering: Offering,
  input: SeriesTimesInput,
): Promise<SeriesPreview | typeof OUTDATED> {
  const wanted = toWantedSeries(offering, input);
  const outlook = await readAnyOutlook(ctx, wanted);
  if (!outlook.current) return OUTDATED;
  const { rrule, exDates = [], zone = "attendee" } = input.recurrence;
  const mayKnow = may(ctx.actor, "learn why a time is taken");
  return {
    eventTypeId: offering.eventType.id,
    recurrence: { rrule, exDates, zone, timeZone: wanted.recurrenceTimeZone },
    durationMinutes: wanted.durationMinutes,
    hostIds: outlook.hosts.map(({ host }) => host.memberId),
    occurrences: outlook.occurrences.map((prospect) => ({
      startsAt: new Date(prospect.startsAt),
      endsAt: new Date(prospect.startsAt + wanted.durationMinutes * MINUTE_MS),
      free: prospect.reason === null,
      ...(mayKnow && explanationOf(outlook, prospect)),
    })),
  };
}

function explanationOf({ team }: Outlook, { reason, refusals }: Prospect): Partial<Explanation> {
  if (reason === null) return {};
  const reasons = [...refusals.all, ...refusals.pool];
  const hosts = [...team.all, ...team.pool].map(({ memberId }, place) => ({
    hostId: memberId,
    reasons: reasons[place]!,
  }));
  return { reason, hosts };
}
