import { deleteReceiverConnection } from "../../domain/receiver/delete-receiver-connection.ts";
import { NO_CONTENT } from "../answer.ts";
import type { Operation } from "../operation.ts";

export const deleteReceiverConnectionRoute: Operation<"deleteReceiverConnection"> = async (
  ctx,
  { params, ifVersion },
) => {
  await deleteReceiverConnection(ctx, { ...params, ifVersion });
  return NO_CONTENT;
};
