import { forgetAvailabilityChanges } from "../domain/availability/forget-availability-changes.ts";
import type { Job } from "./registry.ts";

export const forgetAvailabilityChangesJob: Job = {
  name: "forget-availability-changes",
  everyMs: 60_000,
  run: forgetAvailabilityChanges,
};
