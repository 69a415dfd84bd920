import { getBlock } from "../../domain/block/get-block.ts";
import { ok } from "../answer.ts";
import type { Operation } from "../operation.ts";
import { toBlockResource } from "./block.resource.ts";

export const getBlockRoute: Operation<"getBlock"> = async (ctx, { params }) => {
  const block = await getBlock(ctx, params.blockId);
  // Conflicts come and go without the block itself being changed.
  return ok(toBlockResource(block), { version: block.version, taggedByBody: true });
};
