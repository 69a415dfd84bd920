import { updateReceiverConnection } from "../../domain/receiver/update-receiver-connection.ts";
import { ok } from "../answer.ts";
import type { Operation } from "../operation.ts";
import { toReceiverConnectionResource } from "./receiver-connection.resource.ts";

export const updateReceiverConnectionRoute: Operation<"updateReceiverConnection"> = async (
  ctx,
  { params, body, ifVersion },
) => {
  const connection = await updateReceiverConnection(ctx, { ...params, ...body, ifVersion });
  return ok(toReceiverConnectionResource(connection), { version: connection.version });
};
