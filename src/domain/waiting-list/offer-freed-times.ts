import { toHouse } from "../shared/actor.ts";
import type { DomainContext } from "../shared/context.ts";
import { serveWaitingList } from "./serve-waiting-list.ts";

type Deps = Pick<DomainContext, "db" | "clock" | "ids" | "log">;

/** So long it takes at the most until the first in order is offered what has freed, unless there are very many lists. */
const LOOK_EVERY_SECONDS = 4;

interface DueList {
  event_type_id: string;
  organisation_id: string;
}

/** Takes one that is due, for this process alone: one that dies with it leaves it to the others when it is due next. */
const TAKE_LIST = {
  name: "take_waiting_list",
  text: `UPDATE waiting_list SET look_at = $1::timestamptz + interval '${LOOK_EVERY_SECONDS} s'
    WHERE event_type_id = (
      SELECT event_type_id FROM waiting_list WHERE look_at <= $1 ORDER BY look_at LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING event_type_id, organisation_id`,
};

/**
 * Looks through the waiting lists that are due, until none is left or the signal comes, and offers what is free to those
 * who wait. Whatever has freed a time (a booking, a hold or a block that is gone, other hours), it is found.
 * @returns how many offers were made
 */
export async function offerFreedTimes(deps: Deps, signal?: AbortSignal): Promise<number> {
  for (let made = 0; ;) {
    const [list] = signal?.aborted ? [] : await deps.db.query<DueList>(TAKE_LIST, [deps.clock.now()]);
    if (!list) return made;
    made += await serve(deps, list);
  }
}

async function serve(
  { db, clock, ids, log }: Deps,
  { event_type_id: eventTypeId, organisation_id: organisationId }: DueList,
): Promise<number> {
  const actor = toHouse(organisationId);
  const request = { requestId: "offer-freed-times", address: null, userAgent: null };
  try {
    return await serveWaitingList({ db, clock, ids, log, actor, request }, eventTypeId);
  } catch (error) {
    log.error({ eventTypeId, err: error }, "a waiting list was not looked through; it is when it is due next");
    return 0;
  }
}
