import { auditRow, eventRow } from "../audit/record-command.ts";
import { durationOf } from "../booking/event-type-for-moving.ts";
import type { Ruling } from "../booking/override.ts";
import type { WantedSlot } from "../booking/slot-surroundings.ts";
import type { RuleName } from "../access/rules.ts";
import type { DomainContext } from "../shared/context.ts";
import { assertValid, type FieldError } from "../shared/errors.ts";
import { toBookedEntry } from "../waiting-list/to-booked-entry.ts";
import { getHold } from "./get-hold.ts";
import { statusOf, toHoldPayload, type Hold } from "./hold.ts";
import { holdOver } from "./hold-over.ts";

/** What somebody books, or moves a booking to, who says that it is held for him. */
export interface HeldTime {
  eventTypeId: string;
  startsAt: Date;
  /** The hold's where left out. */
  durationMinutes?: number;
  hostId?: string;
  /** The booking that is moved; null for a new one. */
  bookingId: string | null;
  /** By which it is booked or moved. */
  rule: RuleName;
}

/**
 * The hold that is to be converted; null where none is named, or it has expired or was released: then its time is like any
 * other.
 * @throws not_found, validation_failed for the hold of something else, hold_over when it was converted already
 */
export async function findLiveHold(
  ctx: DomainContext,
  holdId: string | undefined,
  time: HeldTime,
): Promise<Hold | null> {
  if (holdId === undefined) return null;
  const hold = await getHold(ctx, holdId, time.rule);
  assertValid(differences(hold, time));
  const status = statusOf(hold, ctx.clock.now());
  if (status === "converted") throw holdOver(status);
  return status === "live" ? hold : null;
}

function differences(hold: Hold, time: HeldTime): FieldError[] {
  const errors: FieldError[] = [];
  const { eventTypeId, startsAt, durationMinutes, hostId, bookingId } = time;
  const heldMinutes = durationOf(hold);
  // What was converted has become the booking that it names.
  const isForBooking = hold.outcome === "converted" || hold.bookingId === bookingId;
  if (eventTypeId !== hold.eventTypeId) errors.push({ pointer: "/eventTypeId", message: "is not what the hold is of" });
  if (startsAt.getTime() !== hold.startsAt.getTime())
    errors.push({ pointer: "/startsAt", message: "is not the time that is held" });
  if (durationMinutes !== undefined && durationMinutes !== heldMinutes)
    errors.push({ pointer: "/durationMinutes", message: `is not the length that is held: ${heldMinutes}` });
  if (hostId !== undefined && !hold.hostIds.includes(hostId))
    errors.push({ pointer: "/hostId", message: "is not a host whose time is held" });
  if (!isForBooking) errors.push({ pointer: "/holdId", message: wrongUse(hold) });
  return errors;
}

function wrongUse({ bookingId }: Hold): string {
  return bookingId === null ? "holds a time for a new booking" : "holds a time for a booking that is to be moved there";
}

/** Whoever was promised a time gets it, whatever the rules say of it by now: but not when it is over. */
export function ruleOnHeld({ clock }: DomainContext, { team, startsAt, override }: WantedSlot): Ruling {
  const isOver = startsAt < clock.now().getTime() && !override?.includes("past");
  return { reason: isOver ? "past" : null, team };
}

/** What `claim_time` is told of the hold that it converts into a booking. */
export async function toConversion(
  ctx: DomainContext,
  hold: Hold | null,
  bookingId: string,
): Promise<{ hold?: object }> {
  if (!hold) return {};
  const at = ctx.clock.now();
  const converted: Hold = { ...hold, bookingId, endedAt: at, outcome: "converted" };
  const record = { type: "hold.converted" as const, objectId: hold.id, payload: toHoldPayload(converted) };
  const entry = await toBookedEntry(ctx, hold, bookingId);
  return {
    hold: { id: hold.id, at, event: eventRow(ctx, record), audit: auditRow(ctx, record), ...(entry && { entry }) },
  };
}

/** After a conflict: whether the hold was released meanwhile, and its time is like any other. @throws hold_over when somebody has used it */
export async function wasReleased(ctx: DomainContext, hold: Hold | null): Promise<boolean> {
  if (!hold) return false;
  const { outcome } = await ctx.db.prisma.hold.findUniqueOrThrow({ where: { id: hold.id } });
  if (outcome === "converted") throw holdOver(outcome);
  return outcome === "released";
}
