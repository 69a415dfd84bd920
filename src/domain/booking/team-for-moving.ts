import { assertMay } from "../access/may.ts";
import { noChoice, type OfferingTeam } from "../event-type/choose-team.ts";
import type { EventTypeResource } from "../event-type/event-type.ts";
import { withOtherHosts, type Offering } from "../event-type/offering.ts";
import { loadNeeds, type OfferingResource, type ResourceNeed } from "../event-type/resource-needs.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Booking } from "./booking.ts";
import { eventTypeForMoving } from "./event-type-for-moving.ts";

/** Who would serve a moved booking, and the offering as it counts for that. */
export interface Moving {
  offering: Offering;
  team: OfferingTeam;
}

/**
 * All who serve the booking now, with the buffers that they kept for it; another host, where one is asked for, in place of
 * the first: he was the one who was chosen, the others are fixed. Of resources the same, or others of their kind where they
 * were not asked for by name. The move and the availability that is asked for it both decide by this.
 * @throws not_found, validation_failed at `pointer` where all take part, forbidden for a member who is no host of the event
 * type, unless the actor may set rules aside
 */
export async function teamForMoving(
  ctx: DomainContext,
  offering: Offering,
  booking: Booking,
  asked: string | undefined,
  pointer: string,
): Promise<Moving> {
  if (asked !== undefined && offering.eventType.assignment === "collective") throw noChoice(pointer);
  const { hostIds } = booking;
  const memberIds = asked === undefined || hostIds.includes(asked) ? hostIds : [asked, ...hostIds.slice(1)];

  const isKnown = (id: string) => offering.hosts.some(({ memberId }) => memberId === id);
  const others = memberIds.filter((id) => !isKnown(id));
  if (others.some((id) => !hostIds.includes(id))) assertMay(ctx.actor, "set rules aside");
  const serving = await withOtherHosts(ctx, offering, others);

  const kept = new Map(
    (await ctx.db.prisma.bookingHost.findMany({ where: { bookingId: booking.id } })).map((row) => [row.memberId, row]),
  );
  const all = memberIds.map((id) => {
    const host = serving.hosts.find(({ memberId }) => memberId === id)!;
    const { bufferBeforeMinutes, bufferAfterMinutes } = kept.get(id) ?? host;
    return { ...host, bufferBeforeMinutes, bufferAfterMinutes };
  });
  const eventType = eventTypeForMoving(offering.eventType, booking);
  const { needs, terms } = await needsForMoving(ctx, booking);
  return {
    offering: { ...serving, eventType, terms: { ...serving.terms, resources: terms } },
    team: { all, pool: [], needs },
  };
}

/** What the booking took when it was made, whatever its event type needs by now. It keeps what it has where that is free. */
async function needsForMoving(ctx: DomainContext, { id, organisationId, resourceIds }: Booking) {
  if (resourceIds.length === 0) return { needs: [], terms: undefined };
  const rows = await ctx.db.prisma.bookingResource.findMany({ where: { bookingId: id }, orderBy: { position: "asc" } });
  const needed = [...Map.groupBy(rows, ({ kind }) => kind)].flatMap(([kind, taken]): EventTypeResource[] =>
    kind === null ? taken.map(({ resourceId }) => ({ resourceId })) : [{ kind, count: taken.length }],
  );
  const { needs, terms } = await loadNeeds(ctx, organisationId, needed);
  const isKept = ({ resourceId }: OfferingResource) => Number(resourceIds.includes(resourceId));
  const keepingFirst = (need: ResourceNeed) => ({
    ...need,
    options: need.options.toSorted((a, b) => isKept(b) - isKept(a)),
  });
  return { needs: needs.map(keepingFirst), terms };
}
