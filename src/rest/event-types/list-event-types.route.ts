import { listEventTypes } from "../../domain/event-type/list-event-types.ts";
import { ok } from "../answer.ts";
import { toListResource } from "../list.resource.ts";
import type { Operation } from "../operation.ts";
import { toEventTypeResourceFor } from "./event-type.resource.ts";

export const listEventTypesRoute: Operation<"listEventTypes"> = async (ctx, { query }) => {
  const page = await listEventTypes(ctx, query);
  return ok(toListResource(page, (eventType) => toEventTypeResourceFor(ctx.actor, eventType)));
};
