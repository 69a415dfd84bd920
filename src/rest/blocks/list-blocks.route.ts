import { listBlocks } from "../../domain/block/list-blocks.ts";
import { ok } from "../answer.ts";
import { toDateIfGiven } from "../instant.ts";
import { toListResource } from "../list.resource.ts";
import type { Operation } from "../operation.ts";
import { toBlockResource } from "./block.resource.ts";

export const listBlocksRoute: Operation<"listBlocks"> = async (ctx, { query }) => {
  const input = { ...query, from: toDateIfGiven(query.from), to: toDateIfGiven(query.to) };
  return ok(toListResource(await listBlocks(ctx, input), toBlockResource));
};
