import { lockMember } from "../identity/lock-member.ts";
import { assertVersion } from "../shared/assert-version.ts";
import type { DomainContext } from "../shared/context.ts";
import { assertValid } from "../shared/errors.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { pickGiven } from "../shared/pick-given.ts";
import { changeSchedule } from "./change-schedule.ts";
import { getSchedule, lockSchedule } from "./get-schedule.ts";
import { defaultErrors, makeDefault } from "./make-default.ts";
import { toHolidayChoice, type HolidayInput } from "./holidays.ts";
import { scheduleErrors, type DateOverride, type RecurringHours, type Travel, type WeeklyRule } from "./schedule.ts";
import type { Schedule } from "./schedule-rows.ts";

export interface UpdateScheduleInput {
  scheduleId: string;
  /** The version that the caller has seen, from If-Match. */
  ifVersion?: number;
  name?: string;
  timeZone?: string;
  /** Replaces all weekly hours. */
  weekly?: readonly WeeklyRule[];
  /** Replaces all overrides. */
  overrides?: readonly DateOverride[];
  /** Replaces all rules. */
  rules?: readonly RecurringHours[];
  /** Replaces all breaks. */
  breaks?: readonly RecurringHours[];
  /** Null: no holidays are days off. */
  holidays?: HolidayInput | null;
  /** Replaces all travel. */
  travel?: readonly Travel[];
  /** True makes it the member's default one in place of the present one. */
  isDefault?: boolean;
}

const EDITABLE_FIELDS = ["name", "timeZone", "weekly", "overrides", "rules", "breaks", "travel", "isDefault"] as const;

/** Changes a schedule; a field that is left out stays. @throws not_found, forbidden, validation_failed, stale_version */
export async function updateSchedule(ctx: DomainContext, input: UpdateScheduleInput): Promise<Schedule> {
  const changes = {
    ...pickGiven(input, EDITABLE_FIELDS),
    ...(input.holidays === undefined ? {} : { holidays: toHolidayChoice(input.holidays) }),
  };
  const { memberId } = await getSchedule(ctx, input.scheduleId, "manage schedules");

  return inOneTransaction(ctx, async (tx) => {
    // The member before the schedule: see lockMember.
    const member = changes.isDefault ? await lockMember(ctx, tx, memberId) : null;
    const schedule = await lockSchedule(ctx, tx, input.scheduleId);
    assertVersion("schedule", schedule.version, input.ifVersion);
    assertValid([...scheduleErrors({ ...schedule, ...changes }), ...defaultErrors(changes.isDefault)]);
    if (member && !schedule.isDefault) await makeDefault(ctx, tx, member, schedule.id);
    return changeSchedule(ctx, tx, schedule, changes);
  });
}
