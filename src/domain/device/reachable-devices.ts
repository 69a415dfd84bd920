import { recordCommand } from "../audit/record-command.ts";
import type { PushTarget } from "../ports/push-sender.ts";
import { toHouse } from "../shared/actor.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Sealer } from "../shared/sealer.ts";
import { toDevice, toDevicePayload, type Device } from "./device.ts";
import { hashOfTarget, openTarget } from "./push-target.ts";

/** A device with what it is reached by. */
export interface ReachableDevice extends Device {
  target: PushTarget;
}

type Deps = Pick<DomainContext, "db" | "clock" | "ids"> & { sealer: Pick<Sealer, "open"> };

/** The devices of the person whom a member is, of sessions that are not over; what the server's secret no longer opens is none. */
export async function findDevicesOf({ db, clock, sealer }: Deps, memberId: string): Promise<ReachableDevice[]> {
  const session = { endedAt: null, expiresAt: { gt: clock.now() } };
  const rows = await db.prisma.pushDevice.findMany({
    where: { user: { members: { some: { id: memberId } } }, session },
    orderBy: [{ lastSeenAt: "desc" }, { id: "desc" }],
  });
  return rows.flatMap((row) => {
    const target = openTarget(sealer, row.id, row.target);
    return target ? [{ ...toDevice(row), target }] : [];
  });
}

/** Its provider says that there is no such device any more. One that was registered anew meanwhile stays. */
export async function removeGoneDevice(
  ctx: Deps,
  { device, organisationId, requestId }: { device: ReachableDevice; organisationId: string; requestId: string },
): Promise<void> {
  const { id, lastSeenAt, target } = device;
  await ctx.db.transaction(async (tx) => {
    const { count } = await tx.pushDevice.deleteMany({ where: { id, lastSeenAt, targetHash: hashOfTarget(target) } });
    if (count === 0) return;
    const request = { requestId, address: null, userAgent: null };
    await recordCommand({ ...ctx, actor: toHouse(organisationId), request }, tx, {
      type: "user.device_removed",
      objectId: id,
      payload: toDevicePayload(device),
    });
  });
}
