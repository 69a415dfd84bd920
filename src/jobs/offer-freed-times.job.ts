import { offerFreedTimes } from "../domain/waiting-list/offer-freed-times.ts";
import type { JobKind } from "./job-kind.ts";

export const offerFreedTimesJob: JobKind<"offer-freed-times"> = {
  everyMs: 2_000,
  run: (deps, _, signal) => offerFreedTimes(deps, signal),
};
