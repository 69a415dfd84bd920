import { createEventType } from "../../domain/event-type/create-event-type.ts";
import type { EventType } from "../../domain/event-type/event-type.ts";
import { created } from "../answer.ts";
import type { Command } from "../operation.ts";
import { toEventTypeResource } from "./event-type.resource.ts";

export const createEventTypeRoute: Command<"createEventType", EventType> = {
  run: (ctx, { body }) => createEventType(ctx, body),
  answer: (eventType) =>
    created(`/v1/event-types/${eventType.id}`, toEventTypeResource(eventType), { version: eventType.version }),
};
