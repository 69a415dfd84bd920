import { getAvailability } from "../../domain/availability/get-availability.ts";
import { ok } from "../answer.ts";
import { toDate } from "../instant.ts";
import type { Operation } from "../operation.ts";
import { writeAvailability } from "./availability.resource.ts";

export const getAvailabilityRoute: Operation<"getAvailability"> = async (ctx, { query }) => {
  const { from, to, at } = query;
  const range = { from: toDate(from), to: toDate(to), at: at === undefined ? undefined : toDate(at) };
  const availability = await getAvailability(ctx, { ...query, ...range });
  const withHosts = query.expand?.includes("hosts") ?? false;
  return ok(writeAvailability(availability, { withHosts }), { taggedByBody: true });
};
