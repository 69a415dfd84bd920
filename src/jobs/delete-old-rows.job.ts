import { deleteOldRows } from "../domain/outbox/delete-old-rows.ts";
import type { JobKind } from "./job-kind.ts";

export const deleteOldRowsJob: JobKind<"delete-old-rows"> = {
  everyMs: 3_600_000,
  run: (deps, _, signal) => deleteOldRows(deps, signal),
};
