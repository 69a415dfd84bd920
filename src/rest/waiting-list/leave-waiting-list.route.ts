import { leaveWaitingList } from "../../domain/waiting-list/leave-waiting-list.ts";
import type { PlacedEntry } from "../../domain/waiting-list/waiting-list-entry.ts";
import { ok } from "../answer.ts";
import type { Command } from "../operation.ts";
import { toWaitingListEntryResource } from "./waiting-list-entry.resource.ts";

export const leaveWaitingListRoute: Command<"leaveWaitingList", PlacedEntry> = {
  run: (ctx, { params }) => leaveWaitingList(ctx, params.waitingListEntryId),
  answer: (entry) => ok(toWaitingListEntryResource(entry)),
};
