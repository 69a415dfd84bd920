import type { Team } from "../availability/team.ts";
import { DomainError, notFound } from "../shared/errors.ts";
import type { Offering, OfferingHost } from "./offering.ts";
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
