import { getReceivedEvent } from "../../domain/received-event/get-received-event.ts";
import { ok } from "../answer.ts";
import type { Operation } from "../operation.ts";
import { toReceivedEventResource } from "./received-event.resource.ts";

export const getReceivedEventRoute: Operation<"getReceivedEvent"> = async (ctx, { params }) => {
  const event = await getReceivedEvent(ctx, params.receivedEventId);
  const { contentType, body } = event;
  return ok({ ...toReceivedEventResource(event), contentType, body });
};
