import type { EventStream } from "../domain/ports/event-stream.ts";
import { publishEvents } from "../domain/outbox/publish-events.ts";
import type { JobDeps } from "./job-kind.ts";
import { startLoop, type Loop } from "./loop.ts";

/** Keeps the stream up with the events that are handed on. One that is away gets them when it is back; it is told of once. */
export function startPublisher(deps: Pick<JobDeps, "db" | "log">, stream: EventStream, everyMs: number): Loop {
  const { log } = deps;
  let isAway = false;
  return startLoop({
    name: "event stream",
    log,
    everyMs,
    async look() {
      try {
        const outcome = await publishEvents(deps, stream);
        if (isAway) log.info({}, "the event stream takes events again");
        isAway = false;
        return outcome;
      } catch (error) {
        if (!isAway) log.warn({ err: error }, "the event stream takes no events; they wait for it");
        isAway = true;
        return "none";
      }
    },
  });
}
