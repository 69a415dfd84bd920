import { getReceiverConnection } from "../../domain/receiver/get-receiver-connection.ts";
import { ok } from "../answer.ts";
import type { Operation } from "../operation.ts";
import { toReceiverConnectionResource } from "./receiver-connection.resource.ts";

export const getReceiverConnectionRoute: Operation<"getReceiverConnection"> = async (ctx, { params }) => {
  const connection = await getReceiverConnection(ctx, params.receiverConnectionId);
  // When something last came, and the end of an overlap, change without a new version.
  return ok(toReceiverConnectionResource(connection), { version: connection.version, taggedByBody: true });
};
