import type { ServerResponse } from "node:http";
import { LIMITS } from "../limits/limits.ts";
import { beyond } from "../limits/refusal.ts";

/** Nobody is there to be answered. */
export class CallerGone extends Error {}

/** Aborts when the time for an answer is up, by a `query_timeout`, or when the caller goes before it, by a `CallerGone`. */
export function requestSignal(res: ServerResponse): AbortSignal {
  const controller = new AbortController();
  const { most } = LIMITS.milliseconds;
  const timer = setTimeout(() => {
    controller.abort(beyond("milliseconds"));
  }, most);
  res.once("close", () => {
    clearTimeout(timer);
    if (!res.writableFinished) controller.abort(new CallerGone());
  });
  if (res.destroyed) controller.abort(new CallerGone());
  return controller.signal;
}
