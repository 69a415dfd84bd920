import { auditRow, eventRow } from "../audit/record-command.ts";
import { ruleOn } from "../booking/override.ts";
import { standInPlaces, toSessionRow, wantedToOpen } from "../booking/seats.ts";
import { takeSlot, type WantedSlot } from "../booking/slot-surroundings.ts";
import { isRuledOut } from "../booking/take-time.ts";
import { standInsFor } from "../booking/wanted-time.ts";
import { timeToHold, toHoldOf, toHoldRecord } from "../hold/create-hold.ts";
import { toHoldRow, type Hold } from "../hold/hold.ts";
import type { DomainContext } from "../shared/context.ts";
import { MINUTE_MS } from "../shared/local-date.ts";
import { toEntryPayload, type WaitingListEntry } from "./waiting-list-entry.ts";

/** `stale`: the offering has changed; `gone`: he waits no longer; the others: somebody has taken the time. */
export type OfferOutcome = "done" | "stale" | "gone" | "conflict" | "limit";

/** Holds a time for somebody who waits and tells him, in one step. */
export async function offerTime(
  ctx: DomainContext,
  entry: WaitingListEntry,
  wanted: WantedSlot,
): Promise<OfferOutcome> {
  const isGroupEvent = wanted.places !== undefined;
  const ruling = ruleOn(ctx, wanted);
  if (isRuledOut(wanted, ruling)) return "conflict";
  const { reason, team } = ruling;
  const now = ctx.clock.now();
  const { waitingListOfferMinutes } = wanted.offering.eventType;
  const expiresAt = new Date(Math.min(now.getTime() + waitingListOfferMinutes * MINUTE_MS, wanted.startsAt));
  const standIns = standInsFor(ctx, team);
  const places = standInPlaces(ctx);
  const hold: Hold = {
    ...toHoldOf(ctx, wanted, standIns, expiresAt),
    ...(isGroupEvent && { ...places, places: wanted.places!, keepsPlaces: true }),
  };
  const offered: WaitingListEntry = {
    ...entry,
    status: "offered",
    holdId: hold.id,
    offeredStartsAt: hold.startsAt,
    offerExpiresAt: expiresAt,
    updatedAt: now,
  };
  const record = {
    type: "waiting_list_entry.offered" as const,
    objectId: entry.id,
    payload: toEntryPayload(offered),
    mail: { kind: "waiting_list_offer" as const, address: entry.email, subjectId: entry.id },
  };
  const held = toHoldRecord(hold);
  const { outcome } = await takeSlot(ctx, wanted, async () =>
    ctx.db.call<{ outcome: OfferOutcome }>("offer_waiting_time", [
      { id: entry.id, offered_starts_at: hold.startsAt, offer_expires_at: expiresAt, updated_at: now },
      eventRow(ctx, record),
      auditRow(ctx, record),
      wanted.offering.terms,
      isGroupEvent ? toSessionRow(ctx, wanted, hold, places) : null,
      wantedToOpen(reason, await timeToHold(ctx, wanted, team, hold, standIns)),
      toHoldRow(hold),
      eventRow(ctx, held),
      auditRow(ctx, held),
    ]),
  );
  return outcome;
}
