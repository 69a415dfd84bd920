import type { Resource } from "../../domain/resource/resource.ts";
import type { components } from "../../generated/contract.ts";
import { instant, instantOrNull } from "../instant.ts";

type ResourceResource = components["schemas"]["Resource"];

export function toResourceResource(resource: Resource): ResourceResource {
  return {
    id: resource.id,
    name: resource.name,
    kind: resource.kind,
    description: resource.description,
    timeZone: resource.timeZone,
    hours: resource.hours as ResourceResource["hours"],
    version: resource.version,
    createdAt: instant(resource.createdAt),
    updatedAt: instant(resource.updatedAt),
    deletedAt: instantOrNull(resource.deletedAt),
  };
}
