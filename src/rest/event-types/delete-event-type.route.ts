import { deleteEventType } from "../../domain/event-type/delete-event-type.ts";
import { NO_CONTENT } from "../answer.ts";
import type { Operation } from "../operation.ts";

export const deleteEventTypeRoute: Operation<"deleteEventType"> = async (ctx, { params, ifVersion }) => {
  await deleteEventType(ctx, { eventTypeId: params.eventTypeId, ifVersion });
  return NO_CONTENT;
};
