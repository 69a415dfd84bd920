import { column, type ListOrder } from "../reading/source.ts";

/** The two orders by the moment of creation. */
export function creationOrders(what: string): Record<string, ListOrder> {
  const by = column("created_at");
  return {
    created_at_asc: { by, descending: false, description: `${what} first comes first.` },
    created_at_desc: { by, descending: true, description: `${what} last comes first.` },
  };
}
