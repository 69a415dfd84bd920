import { handleEvent } from "../domain/outbox/handle-event.ts";
import type { JobKind } from "./job-kind.ts";

export const handleEventJob: JobKind<"handle-event"> = {
  retry: { most: 10, firstDelayMs: 5_000, longestDelayMs: 3_600_000 },
  run: (deps, { data }) => handleEvent(deps, deps.handlers, data),
};
