import { listReceivedEvents } from "../../domain/received-event/list-received-events.ts";
import { ok } from "../answer.ts";
import { toListResource } from "../list.resource.ts";
import type { Operation } from "../operation.ts";
import { toReceivedEventResource } from "./received-event.resource.ts";

export const listReceivedEventsRoute: Operation<"listReceivedEvents"> = async (ctx, { query }) =>
  ok(toListResource(await listReceivedEvents(ctx, query), toReceivedEventResource));
