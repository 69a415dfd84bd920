import { isDeepStrictEqual } from "node:util";
import { Prisma } from "../../generated/prisma/client.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordCommand } from "../audit/record-command.ts";
import { assertMay } from "../access/may.ts";
import type { NotificationPreferences } from "../notification/preferences.ts";
import { quietHoursErrors, type QuietHours } from "../notification/quiet-hours.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { assertValid, notFound } from "../shared/errors.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { pickGiven } from "../shared/pick-given.ts";
import { timeZoneErrors } from "../shared/time-zone-errors.ts";
import { changeMember } from "./change-member.ts";
import { getMe } from "./get-me.ts";
import { lockMember } from "./lock-member.ts";
import type { Me, WeekStart } from "./me.ts";

export interface UpdateMeInput {
  name?: string;
  timeZone?: string;
  locale?: string;
  weekStart?: WeekStart;
  notificationPreferences?: NotificationPreferences;
  quietHours?: QuietHours | null;
}

const OF_MEMBER = ["name", "timeZone", "locale"] as const;
const OF_USER = ["weekStart", "notificationPreferences", "quietHours"] as const;

/** Changes one's own profile; a field that is left out stays. @throws forbidden for keys, validation_failed */
export async function updateMe(ctx: DomainContext, input: UpdateMeInput): Promise<Me> {
  assertMay(ctx.actor, "manage one's account");
  const { memberId } = ctx.actor;
  assertValid([...timeZoneErrors(input.timeZone), ...quietHoursErrors(input.quietHours)]);
  return inOneTransaction(ctx, async (tx) => {
    const member = await lockMember(ctx, tx, memberId);
    if (!member) throw notFound("member");
    await changeMember(ctx, tx, member, pickGiven(input, OF_MEMBER));
    await changeUser(ctx, tx, await getMe(ctx, tx), pickGiven(input, OF_USER));
    return getMe(ctx, tx);
  });
}

/** With its event and audit line; none when nothing differs. */
async function changeUser(
  ctx: DomainContext,
  tx: Transaction,
  me: Me,
  given: Pick<UpdateMeInput, (typeof OF_USER)[number]>,
): Promise<void> {
  const changed = { ...me, ...given };
  if (isDeepStrictEqual(changed, me)) return;
  const { id, weekStart, notificationPreferences, quietHours } = changed;
  const data = { weekStart, notificationPreferences, quietHours: toColumn(quietHours) };
  await tx.user.update({ where: { id }, data: { ...data, updatedAt: ctx.clock.now() } });
  await recordCommand(ctx, tx, {
    type: "user.updated",
    objectId: id,
    payload: { user: { id, weekStart, notificationPreferences, quietHours } },
    changes: changesBetween(me, changed, OF_USER),
  });
}

function toColumn(quietHours: QuietHours | null) {
  return quietHours === null ? Prisma.DbNull : { ...quietHours };
}
