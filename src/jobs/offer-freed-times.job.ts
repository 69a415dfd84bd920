import { offerFreedTimes } from "../domain/waiting-list/offer-freed-times.ts";
import type { Job } from "./registry.ts";

export const offerFreedTimesJob: Job = {
  name: "offer-freed-times",
  everyMs: 2_000,
  run: offerFreedTimes,
};
