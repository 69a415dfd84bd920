import { chooseTeam, keyOfTeam } from "../event-type/choose-team.ts";
import { OUTDATED, usingOffering, type Offering } from "../event-type/offering.ts";
import type { DomainContext } from "../shared/context.ts";
import { DomainError } from "../shared/errors.ts";
import { expireEntries } from "./expire-entries.ts";
import { freeStarts, type AskedTime } from "./free-starts.ts";
import { offerTime } from "./offer-time.ts";
import { toEntry, type WaitingListEntry } from "./waiting-list-entry.ts";

/**
 * Ends what is over in the waiting list of one event type, and offers what is free to those who wait, in order of joining.
 * Any number may do so at once: nobody is offered two times, and no time is offered twice.
 * @returns how many offers were made
 */
export async function serveWaitingList(ctx: DomainContext, eventTypeId: string): Promise<number> {
  await expireEntries(ctx, eventTypeId);
  try {
    const use = { rule: "hold times" } as const;
    return await usingOffering(ctx, eventTypeId, (offering) => offerInOrder(ctx, offering), use);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== "not_found") throw error;
    // The event type was deleted: there is nothing to wait for.
    await expireEntries(ctx, eventTypeId, { all: true });
    return 0;
  } finally {
    await ctx.db.call("close_waiting_list", [eventTypeId]);
  }
}

/** With the state as a literal, so that nobody is read whose wait is over. */
const WHO_WAITS = {
  name: "who_waits",
  text: `SELECT id FROM waiting_list_entry WHERE event_type_id = $1 AND status = 'waiting'`,
};

async function offerInOrder(ctx: DomainContext, offering: Offering): Promise<number | typeof OUTDATED> {
  const waiting = await ctx.db.query<{ id: string }>(WHO_WAITS, [offering.eventType.id]);
  const rows = await ctx.db.prisma.waitingListEntry.findMany({
    where: { id: { in: waiting.map(({ id }) => id) } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  /** What was free for whom, as long as nothing was taken of it. */
  let known = new Map<string, readonly number[]>();
  let made = 0;
  for (const entry of rows.map(toEntry)) {
    const asked = toAskedTime(offering, entry);
    if (!asked) continue;
    const key = JSON.stringify([keyOfTeam(asked.team), asked.durationMinutes, asked.from, asked.to]);
    const free = known.get(key) ?? (await freeStarts(ctx, asked));
    if (!free) return OUTDATED;
    known.set(key, free);
    const outcome = await offerFirst(ctx, entry, asked, free);
    if (outcome === "stale") return OUTDATED;
    if (outcome === null) continue;
    known = new Map();
    if (outcome === "done") made++;
  }
  return made;
}

/** What he waits for, as the event type is now; null where it has no such host or length any more. */
function toAskedTime(offering: Offering, entry: WaitingListEntry): AskedTime | null {
  const { durationMinutes, rangeFrom, rangeTo } = entry;
  const { eventType, hosts } = offering;
  const hostId = entry.hostId ?? undefined;
  const isHost = eventType.assignment !== "collective" && hosts.some(({ memberId }) => memberId === hostId);
  if ((hostId !== undefined && !isHost) || !eventType.durationsMinutes.includes(durationMinutes)) return null;
  const team = chooseTeam(offering, hostId, "/hostId");
  return { offering, team, durationMinutes, hostId, from: rangeFrom.getTime(), to: rangeTo.getTime() };
}

/** The first of the free times that is not taken meanwhile. Null: there is none. */
async function offerFirst(
  ctx: DomainContext,
  entry: WaitingListEntry,
  { offering, team, durationMinutes, hostId }: AskedTime,
  free: readonly number[],
) {
  for (const startsAt of free) {
    const places = offering.eventType.seats === null ? {} : { places: 1, hostId };
    const outcome = await offerTime(ctx, entry, { offering, team, startsAt, durationMinutes, ...places });
    if (outcome !== "conflict" && outcome !== "limit") return outcome;
  }
  return null;
}
