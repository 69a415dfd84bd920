import type { Team } from "../availability/team.ts";
import { DomainError, notFound } from "../shared/errors.ts";
import type { Offering, OfferingHost } from "./offering.ts";

/**
 * Who would serve: the one host, or all; in a round robin those who are fixed, and one of the others. To ask for one of
 * those leaves no choice; to ask for one who is fixed is to ask for nothing.
 * @throws not_found when the asked member is not a host of this event type
 * @throws validation_failed at `pointer` when a host is asked for where all take part
 */
export function chooseTeam(
  { eventType: { assignment }, hosts }: Offering,
  asked: string | undefined,
  pointer: string,
): Team<OfferingHost> {
  if (assignment === "collective" && asked !== undefined) throw noChoice(pointer);
  const chosen = hosts.find(({ memberId }) => memberId === asked);
  if (asked !== undefined && !chosen) throw notFound("host of this event type");
  if (assignment !== "round_robin") return { all: hosts, pool: [] };

  const fixed = hosts.filter((host) => host.fixed);
  if (chosen && !chosen.fixed) return { all: [chosen, ...fixed], pool: [] };
  return { all: fixed, pool: hosts.filter((host) => !host.fixed) };
}

/** What tells one team of an offering from another. Who is in the pool, the offering says. */
export function keyOfTeam({ all, pool }: Team<OfferingHost>): unknown[] {
  const needed = all.map(({ memberId, bufferBeforeMinutes, bufferAfterMinutes }) => [
    memberId,
    bufferBeforeMinutes,
    bufferAfterMinutes,
  ]);
  return [needed, pool.length];
}

export function noChoice(pointer: string): DomainError {
  return new DomainError("validation_failed", {
    detail: "All hosts of a collective event type take part; none can be asked for.",
    errors: [{ pointer, message: "must be left out where the assignment is collective" }],
  });
}
