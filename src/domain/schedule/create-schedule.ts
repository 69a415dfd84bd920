import { lockMember } from "../identity/lock-member.ts";
import { assertMay, reachOf } from "../access/may.ts";
import type { StaffActor } from "../shared/actor.ts";
import type { DomainContext } from "../shared/context.ts";
import { assertValid, DomainError } from "../shared/errors.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { addSchedule } from "./add-schedule.ts";
import { defaultErrors } from "./make-default.ts";
import { toHolidayChoice, type HolidayInput } from "./holidays.ts";
import {
  scheduleErrors,
  type DateOverride,
  type RecurringHours,
  type ScheduleHours,
  type Travel,
  type WeeklyRule,
} from "./schedule.ts";
import type { Schedule } from "./schedule-rows.ts";

export interface CreateScheduleInput {
  name: string;
  /** Whose schedule it is; the caller's when left out. */
  memberId?: string;
  timeZone: string;
  weekly?: readonly WeeklyRule[];
  overrides?: readonly DateOverride[];
  rules?: readonly RecurringHours[];
  breaks?: readonly RecurringHours[];
  /** Whose holidays are days off; nobody's when left out. */
  holidays?: HolidayInput | null;
  travel?: readonly Travel[];
  /** True makes it the member's default one in place of the present one. The first schedule becomes it by itself. */
  isDefault?: boolean;
}

/** Plain members make schedules for themselves only. @throws validation_failed, forbidden */
export async function createSchedule(ctx: DomainContext, input: CreateScheduleInput): Promise<Schedule> {
  const { actor } = ctx;
  assertMay(actor, "manage schedules");
  const { name, memberId = actor.memberId, isDefault = false } = input;
  const hours = hoursGiven(input);
  assertMayCreateFor(actor, memberId);
  assertValid([...scheduleErrors(hours), ...defaultErrors(input.isDefault)]);

  return inOneTransaction(ctx, async (tx) => {
    const member = await lockMember(ctx, tx, memberId);
    if (member) return addSchedule(ctx, tx, member, { ...hours, name, isDefault });
    throw new DomainError("validation_failed", {
      detail: "Schedules belong to members of the organisation.",
      errors: [{ pointer: "/memberId", message: "is not a member of the organisation" }],
    });
  });
}

function hoursGiven(input: CreateScheduleInput): Required<ScheduleHours> {
  const { timeZone, weekly = [], overrides = [], rules = [], breaks = [], travel = [] } = input;
  return { timeZone, weekly, overrides, rules, breaks, holidays: toHolidayChoice(input.holidays ?? null), travel };
}

function assertMayCreateFor(actor: StaffActor, memberId: string): void {
  if (reachOf(actor, "manage schedules") === "all" || memberId === actor.memberId) return;
  throw new DomainError("forbidden", { detail: "A plain member makes schedules for himself only." });
}
