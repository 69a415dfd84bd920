import type { Page } from "../domain/shared/pagination.ts";

/** The shape of every list. */
export function toListResource<Item, Resource>({ data, nextCursor }: Page<Item>, toResource: (item: Item) => Resource) {
  return { data: data.map((item) => toResource(item)), page: { nextCursor, hasMore: nextCursor !== null } };
}
