import type { EventData } from "../../generated/events.ts";
import { Prisma, type Resource as ResourceRow } from "../../generated/prisma/client.ts";
import type { Resource, ResourceHours } from "./resource.ts";

export function toResource(row: ResourceRow): Resource {
  return { ...row, hours: row.hours as unknown as ResourceHours | null };
}

export function toResourceRow(resource: Resource) {
  return {
    ...resource,
    hours: resource.hours === null ? Prisma.DbNull : (resource.hours as unknown as Prisma.InputJsonObject),
  };
}

/** What a resource's events say of it. */
export function toResourcePayload(resource: Resource): EventData["resource.created"] {
  const { id, name, kind, timeZone, version, createdAt, updatedAt, deletedAt } = resource;
  return { resource: { id, name, kind, timeZone, version, createdAt, updatedAt, deletedAt } };
}

/** The fields whose values the audit log keeps. */
export const AUDITED_RESOURCE_FIELDS = ["name", "kind", "timeZone", "hours", "version"] as const;
