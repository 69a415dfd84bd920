import { deleteExpiredHolds } from "../domain/hold/delete-expired-holds.ts";
import type { Job } from "./registry.ts";

export const deleteExpiredHoldsJob: Job = {
  name: "delete-expired-holds",
  everyMs: 60_000,
  run: deleteExpiredHolds,
};
