import { assertMay } from "../access/may.ts";
import { recordCommand } from "../audit/record-command.ts";
import type { PushTarget } from "../ports/push-sender.ts";
import { lockUser } from "../second-factor/lock-user.ts";
import { toHouse } from "../shared/actor.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { assertValid, type FieldError } from "../shared/errors.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { pickGiven } from "../shared/pick-given.ts";
import type { Sealer } from "../shared/sealer.ts";
import { toDevice, toDevicePayload, type Device } from "./device.ts";
import type { PushOffer } from "./push-offer.ts";
import { hashOfTarget, sealTarget, targetErrors, toTarget, type GivenTarget } from "./push-target.ts";

export type DeviceContext = DomainContext & { sealer: Sealer; pushOffer: PushOffer };

export type RegisterDeviceInput = GivenTarget & { name?: string; appVersion?: string };

/** So many devices somebody is reached on at most. */
const MOST_DEVICES = 20;

/**
 * Has notifications of the caller pushed to a device, for as long as the session lasts. The same token again is the same
 * device; somebody else's it is no more. That it was seen again is not told.
 * @throws forbidden for keys, validation_failed
 */
export async function registerDevice(ctx: DeviceContext, input: RegisterDeviceInput): Promise<Device> {
  const { actor, pushOffer } = ctx;
  assertMay(actor, "manage one's account");
  assertValid([...kindErrors(pushOffer, input), ...targetErrors(input)]);
  const { userId, credentialId: sessionId } = actor;
  const target = toTarget(input);
  const targetHash = hashOfTarget(target);
  const now = ctx.clock.now();
  return inOneTransaction(ctx, async (tx) => {
    await lockUser(tx, userId);
    const known = await tx.pushDevice.findFirst({ where: { targetHash, userId } });
    if (!known) await takeFromOthers(ctx, tx, targetHash);
    const id = known?.id ?? ctx.ids("device");
    const said = { ...pickGiven(input, ["name", "appVersion"]), sessionId, lastSeenAt: now };
    const changed = { ...said, userId, target: sealTarget(ctx.sealer, id, target) };
    const created = { id, kind: target.kind, targetHash, createdAt: now, ...changed };
    // By ON CONFLICT: whoever else registers it at this moment had it before or has it after.
    const device = toDevice(
      await tx.pushDevice.upsert({ where: { targetHash }, create: created, update: { ...changed, id } }),
    );
    if (known) return device;
    await recordCommand(ctx, tx, {
      type: "user.device_registered",
      objectId: id,
      payload: toDevicePayload(device),
    });
    await removeSurplus(ctx, tx, device);
    return device;
  });
}

function kindErrors({ kinds }: PushOffer, { kind }: { kind: PushTarget["kind"] }): FieldError[] {
  if (kinds.has(kind)) return [];
  return [{ pointer: "/kind", message: "is none that this server pushes to; see registration-options" }];
}

/** A device has one owner: whoever logs in on it now. The house tells of it where the one before him had logged in. */
async function takeFromOthers(ctx: DomainContext, tx: Transaction, targetHash: string): Promise<void> {
  const rows = await tx.pushDevice.findMany({ where: { targetHash }, include: { session: true } });
  for (const { session, ...row } of rows) {
    await tx.pushDevice.deleteMany({ where: { id: row.id } });
    await tellRemoved({ ...ctx, actor: toHouse(session.organisationId) }, tx, toDevice(row));
  }
}

/** Those go that were not seen for the longest time. */
async function removeSurplus(ctx: DomainContext, tx: Transaction, { id, userId }: Device): Promise<void> {
  const rows = await tx.pushDevice.findMany({
    where: { userId, NOT: { id } },
    orderBy: [{ lastSeenAt: "desc" }, { id: "desc" }],
    skip: MOST_DEVICES - 1,
  });
  for (const row of rows) {
    await tx.pushDevice.delete({ where: { id: row.id } });
    await tellRemoved(ctx, tx, toDevice(row));
  }
}

async function tellRemoved(ctx: DomainContext, tx: Transaction, device: Device): Promise<void> {
  await recordCommand(ctx, tx, {
    type: "user.device_removed",
    objectId: device.id,
    payload: toDevicePayload(device),
  });
}
