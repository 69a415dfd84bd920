import { listReceiverConnections } from "../../domain/receiver/list-receiver-connections.ts";
import { ok } from "../answer.ts";
import { toListResource } from "../list.resource.ts";
import type { Operation } from "../operation.ts";
import { toReceiverConnectionResource } from "./receiver-connection.resource.ts";

export const listReceiverConnectionsRoute: Operation<"listReceiverConnections"> = async (ctx, { query }) =>
  ok(toListResource(await listReceiverConnections(ctx, query), toReceiverConnectionResource));
