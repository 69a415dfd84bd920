import { createHold } from "../../domain/hold/create-hold.ts";
import type { Hold } from "../../domain/hold/hold.ts";
import { created } from "../answer.ts";
import { toDate } from "../instant.ts";
import type { Command } from "../operation.ts";
import { toHoldResource } from "./hold.resource.ts";

export const createHoldRoute: Command<"createHold", Hold> = {
  run: (ctx, { body }) => createHold(ctx, { ...body, startsAt: toDate(body.startsAt) }),
  answer: (hold) => created(`/v1/holds/${hold.id}`, toHoldResource(hold, hold.createdAt)),
};
