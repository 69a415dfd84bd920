import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { assertValid, type FieldError } from "../shared/errors.ts";
import { isId } from "../shared/ids.ts";
import type { EventTypeResource } from "./event-type.ts";

export type ResourceInput = { resourceId: string } | { kind: string; count?: number };

/** What an event type needs beside its hosts, as it is kept. There must be so much. @throws validation_failed */
export async function chooseResources(
  ctx: DomainContext,
  tx: Transaction,
  inputs: readonly ResourceInput[],
): Promise<EventTypeResource[]> {
  const needed = inputs.map((input) => ("kind" in input ? { kind: input.kind, count: input.count ?? 1 } : input));
  assertValid(repetitionErrors(needed));
  assertValid(await absenceErrors(ctx, tx, needed));
  return needed;
}

function repetitionErrors(needed: readonly EventTypeResource[]): FieldError[] {
  const seen = new Set<string>();
  return needed.flatMap((need, index) => {
    const [field, name] = "kind" in need ? ["kind", need.kind] : ["resourceId", need.resourceId];
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [{ pointer: `/resources/${index}/${field}`, message: "is needed already" }];
  });
}

async function absenceErrors(
  { actor: { organisationId } }: DomainContext,
  tx: Transaction,
  needed: readonly EventTypeResource[],
): Promise<FieldError[]> {
  const ids = needed.flatMap((need) => ("kind" in need || !isId(need.resourceId, "resource") ? [] : need.resourceId));
  const kinds = needed.flatMap((need) => ("kind" in need ? need.kind : []));
  // Locked against deletion, which waits and then finds the resource in use.
  await tx.$executeRaw`SELECT FROM resource WHERE id = ANY (${ids}) ORDER BY id FOR SHARE`;
  const found = await tx.resource.findMany({
    where: { organisationId, deletedAt: null, OR: [{ id: { in: ids } }, { kind: { in: kinds } }] },
    select: { id: true, kind: true },
  });
  return needed.flatMap((need, index) => {
    if (!("kind" in need)) {
      if (found.some(({ id }) => id === need.resourceId)) return [];
      return [{ pointer: `/resources/${index}/resourceId`, message: "is not a resource of the organisation" }];
    }
    const left = found.filter(({ id, kind }) => kind === need.kind && !ids.includes(id)).length;
    if (left >= need.count) return [];
    const message = `must be a kind of which there are ${need.count}, beside those needed by name; there are ${left}`;
    return [{ pointer: `/resources/${index}/kind`, message }];
  });
}
