import { updateBlock } from "../../domain/block/update-block.ts";
import { ok } from "../answer.ts";
import { toDateIfGiven } from "../instant.ts";
import type { Operation } from "../operation.ts";
import { toBlockResource } from "./block.resource.ts";

export const updateBlockRoute: Operation<"updateBlock"> = async (ctx, { params, body, ifVersion }) => {
  const { startsAt, endsAt, ...rest } = body;
  const times = { startsAt: toDateIfGiven(startsAt), endsAt: toDateIfGiven(endsAt) };
  const block = await updateBlock(ctx, { blockId: params.blockId, ifVersion, ...rest, ...times });
  return ok(toBlockResource(block), { version: block.version });
};
