import { getEventType } from "../../domain/event-type/get-event-type.ts";
import { ok } from "../answer.ts";
import type { Operation } from "../operation.ts";
import { toEventTypeResourceFor } from "./event-type.resource.ts";

export const getEventTypeRoute: Operation<"getEventType"> = async (ctx, { params }) => {
  const eventType = await getEventType(ctx, params.eventTypeId);
  return ok(toEventTypeResourceFor(ctx.actor, eventType), { version: eventType.version });
};
