import { deleteBlock } from "../../domain/block/delete-block.ts";
import { NO_CONTENT } from "../answer.ts";
import type { Operation } from "../operation.ts";

export const deleteBlockRoute: Operation<"deleteBlock"> = async (ctx, { params, ifVersion }) => {
  await deleteBlock(ctx, { blockId: params.blockId, ifVersion });
  return NO_CONTENT;
};
