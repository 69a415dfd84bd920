import { listEventTypes } from "../../domain/event-type/list-event-types.ts";
import { ok } from "../answer.ts";
import { toListResource } from "../list.resource.ts";
import type { Operation } from "../operation.ts";
import { toEventTypeResource } from "./event-type.resource.ts";

export const listEventTypesRoute: Operation<"listEventTypes"> = async (ctx, { query }) =>
  ok(toListResource(await listEventTypes(ctx, query), toEventTypeResource));
