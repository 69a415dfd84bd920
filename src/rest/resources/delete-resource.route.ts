import { deleteResource } from "../../domain/resource/delete-resource.ts";
import { NO_CONTENT } from "../answer.ts";
import type { Operation } from "../operation.ts";

export const deleteResourceRoute: Operation<"deleteResource"> = async (ctx, { params, ifVersion }) => {
  await deleteResource(ctx, { resourceId: params.resourceId, ifVersion });
  return NO_CONTENT;
};
