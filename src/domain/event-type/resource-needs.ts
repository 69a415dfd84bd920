import type { Resource as ResourceRow } from "../../generated/prisma/client.ts";
import type { Need } from "../availability/team.ts";
import { toResource } from "../resource/resource-rows.ts";
import { toHours } from "../resource/resource.ts";
import type { ScheduleHours } from "../schedule/schedule.ts";
import type { DomainContext } from "../shared/context.ts";
import { uuidOf } from "../shared/ids.ts";
import type { EventTypeResource } from "./event-type.ts";

/** A resource as far as its time is concerned. */
export interface OfferingResource {
  resourceId: string;
  /** What its claims are filed under. */
  subjectId: string;
  schedule: ScheduleHours;
}

/** One by name, of which the kind is null, or some of a kind. */
export interface ResourceNeed extends Need<OfferingResource> {
  kind: string | null;
}

/** What the SQL functions check resources by: these are all that there are of these names and kinds. */
export interface ResourceTerms {
  organisation_id: string;
  ids: string[];
  kinds: string[];
  versions: Record<string, number>;
}

export interface LoadedNeeds {
  needs: ResourceNeed[];
  /** Undefined where nothing is needed. */
  terms: ResourceTerms | undefined;
}

/**
 * What is needed, with all that may serve as it, in one look. What is needed by name is not there for a kind too; one that
 * was deleted since leaves nothing to serve.
 */
export async function loadNeeds(
  ctx: DomainContext,
  organisationId: string,
  needed: readonly EventTypeResource[],
): Promise<LoadedNeeds> {
  if (needed.length === 0) return { needs: [], terms: undefined };
  const ids = needed.flatMap((need) => ("kind" in need ? [] : need.resourceId));
  const kinds = needed.flatMap((need) => ("kind" in need ? need.kind : []));
  const rows = await ctx.db.prisma.resource.findMany({
    where: { organisationId, deletedAt: null, OR: [{ id: { in: ids } }, { kind: { in: kinds } }] },
    orderBy: { id: "asc" },
  });
  const needs = needed.map((need) => {
    const isOption = ({ id, kind }: ResourceRow) =>
      "kind" in need ? kind === need.kind && !ids.includes(id) : id === need.resourceId;
    return {
      kind: "kind" in need ? need.kind : null,
      count: "kind" in need ? need.count : 1,
      options: rows.filter(isOption).map(toOfferingResource),
    };
  });
  const versions = Object.fromEntries(rows.map(({ id, version }) => [id, version]));
  return { needs, terms: { organisation_id: organisationId, ids, kinds, versions } };
}

function toOfferingResource(row: ResourceRow): OfferingResource {
  return { resourceId: row.id, subjectId: uuidOf(row.id), schedule: toHours(toResource(row)) };
}
