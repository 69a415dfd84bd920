import { getWaitingListEntry } from "../../domain/waiting-list/get-waiting-list-entry.ts";
import { ok } from "../answer.ts";
import type { Operation } from "../operation.ts";
import { toWaitingListEntryResource } from "./waiting-list-entry.resource.ts";

export const getWaitingListEntryRoute: Operation<"getWaitingListEntry"> = async (ctx, { params }) =>
  ok(toWaitingListEntryResource(await getWaitingListEntry(ctx, params.waitingListEntryId)));
