import { column, type ListOrder } from "../reading/source.ts";

const startsAt = column("starts_at");

/** The two orders by the start. */
export const startOrders: Record<string, ListOrder> = {
  starts_at_asc: { by: startsAt, descending: false, description: "The earliest comes first." },
  starts_at_desc: { by: startsAt, descending: true, description: "The latest comes first." },
};

/** The two orders by the moment of creation. */
export function creationOrders(what: string): Record<string, ListOrder> {
  const by = column("created_at");
  return {
    created_at_asc: { by, descending: false, description: `${what} first comes first.` },
    created_at_desc: { by, descending: true, description: `${what} last comes first.` },
  };
}
