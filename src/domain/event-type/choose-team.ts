import type { Team } from "../availability/team.ts";
import { DomainError, notFound } from "../shared/errors.ts";
import type { DomainContext } from "../shared/context.ts";
import { withOtherHosts, type Offering, type OfferingHost } from "./offering.ts";
import type { OfferingResource, ResourceNeed } from "./resource-needs.ts";

/** Who would serve, and with what. */
export interface OfferingTeam extends Team<OfferingHost, OfferingResource> {
  needs: readonly ResourceNeed[];
}

/**
 * Who would serve, with what is needed beside them: the one host, or all; in a round robin those who are fixed, and one of the others. To ask for one of
 * those leaves no choice; to ask for one who is fixed is to ask for nothing.
 * @throws not_found when the asked member is not a host of this event type
 * @throws validation_failed at `pointer` when a host is asked for where all take part
 */
export function chooseTeam(
  { eventType: { assignment }, hosts, needs }: Offering,
  asked: string | undefined,
  pointer: string,
): OfferingTeam {
  if (assignment === "collective" && asked !== undefined) throw noChoice(pointer);
  const chosen = hosts.find(({ memberId }) => memberId === asked);
  if (asked !== undefined && !chosen) throw notFound("host of this event type");
  if (assignment !== "round_robin") return { all: hosts, pool: [], needs };

  const fixed = hosts.filter((host) => host.fixed);
  if (chosen && !chosen.fixed) return { all: [chosen, ...fixed], pool: [], needs };
  return { all: fixed, pool: hosts.filter((host) => !host.fixed), needs };
}

/** Who and what takes part for certain, since it is held. */
export interface HeldTeam {
  hostIds: readonly string[];
  resourceIds: readonly string[];
}

/** Just these members, whether or not they are hosts of the event type by now, with just these resources. @throws not_found */
export async function teamOf(
  ctx: DomainContext,
  offering: Offering,
  { hostIds, resourceIds }: HeldTeam,
): Promise<{ offering: Offering; team: OfferingTeam }> {
  const others = hostIds.filter((id) => !offering.hosts.some(({ memberId }) => memberId === id));
  const serving = await withOtherHosts(ctx, offering, others);
  const all = hostIds.map((id) => serving.hosts.find(({ memberId }) => memberId === id)!);
  return { offering: serving, team: { all, pool: [], needs: withHeld(offering.needs, resourceIds) } };
}

/** What is needed, of the resources that are held; of all there are where these are too few by now. */
export function withHeld(needs: readonly ResourceNeed[], resourceIds: readonly string[]): ResourceNeed[] {
  return needs.map((need) => {
    const held = need.options.filter(({ resourceId }) => resourceIds.includes(resourceId));
    return held.length >= need.count ? { ...need, options: held } : need;
  });
}

/** What tells one team of an offering from another. Who is in the pool, and what there is of a kind, the offering says. */
export function keyOfTeam({ all, pool, needs }: OfferingTeam): unknown[] {
  const needed = all.map(({ memberId, bufferBeforeMinutes, bufferAfterMinutes }) => [
    memberId,
    bufferBeforeMinutes,
    bufferAfterMinutes,
  ]);
  const resources = needs.map(({ kind, count, options }) => [
    kind ?? options.map(({ resourceId }) => resourceId),
    count,
  ]);
  return [needed, pool.length, resources];
}

export function noChoice(pointer: string): DomainError {
  return new DomainError("validation_failed", {
    detail: "All hosts of a collective event type take part; none can be asked for.",
    errors: [{ pointer, message: "must be left out where the assignment is collective" }],
  });
}
