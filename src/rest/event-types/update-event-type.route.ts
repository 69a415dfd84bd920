import { updateEventType } from "../../domain/event-type/update-event-type.ts";
import { ok } from "../answer.ts";
import type { Operation } from "../operation.ts";
import { toEventTypeResource } from "./event-type.resource.ts";

export const updateEventTypeRoute: Operation<"updateEventType"> = async (ctx, { params, body, ifVersion }) => {
  const eventType = await updateEventType(ctx, { eventTypeId: params.eventTypeId, ifVersion, ...body });
  return ok(toEventTypeResource(eventType), { version: eventType.version });
};
