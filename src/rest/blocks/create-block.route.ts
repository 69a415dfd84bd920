import type { Block } from "../../domain/block/block.ts";
import { createBlock } from "../../domain/block/create-block.ts";
import { created } from "../answer.ts";
import { toDate } from "../instant.ts";
import type { Command } from "../operation.ts";
import { toBlockResource } from "./block.resource.ts";

export const createBlockRoute: Command<"createBlock", Block> = {
  run: (ctx, { body }) => createBlock(ctx, { ...body, startsAt: toDate(body.startsAt), endsAt: toDate(body.endsAt) }),
  answer: (block) => created(`/v1/blocks/${block.id}`, toBlockResource(block), { version: block.version }),
};
