import { listWaitingListEntries } from "../../domain/waiting-list/list-waiting-list-entries.ts";
import { ok } from "../answer.ts";
import { toListResource } from "../list.resource.ts";
import type { Operation } from "../operation.ts";
import { toWaitingListEntryResource } from "./waiting-list-entry.resource.ts";

export const listWaitingListEntriesRoute: Operation<"listWaitingListEntries"> = async (ctx, { query }) =>
  ok(toListResource(await listWaitingListEntries(ctx, query), toWaitingListEntryResource));
