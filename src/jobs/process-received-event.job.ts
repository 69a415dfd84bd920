import { processReceivedEvent } from "../domain/received-event/process-received-event.ts";
import type { JobKind } from "./job-kind.ts";

export const processReceivedEventJob: JobKind<"process-received-event"> = {
  retry: { most: 10, firstDelayMs: 5_000, longestDelayMs: 3_600_000 },
  run: (deps, { data }) => processReceivedEvent(deps, data.receivedEventId),
};
