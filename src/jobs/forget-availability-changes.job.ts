import { forgetAvailabilityChanges } from "../domain/availability/forget-availability-changes.ts";
import type { JobKind } from "./job-kind.ts";

export const forgetAvailabilityChangesJob: JobKind<"forget-availability-changes"> = {
  everyMs: 60_000,
  run: forgetAvailabilityChanges,
};
