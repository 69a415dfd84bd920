import { deleteExpiredHolds } from "../domain/hold/delete-expired-holds.ts";
import type { JobKind } from "./job-kind.ts";

export const deleteExpiredHoldsJob: JobKind<"delete-expired-holds"> = {
  everyMs: 60_000,
  run: deleteExpiredHolds,
};
