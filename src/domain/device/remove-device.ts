import { recordCommand } from "../audit/record-command.ts";
import type { DomainContext } from "../shared/context.ts";
import { notFound } from "../shared/errors.ts";
import { isId } from "../shared/ids.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { deviceScope } from "./device.scope.ts";
import { toDevice, toDevicePayload } from "./device.ts";

/** Has nothing pushed any more to one of one's own devices. @throws not_found, forbidden */
export async function removeDevice(ctx: DomainContext, deviceId: string): Promise<void> {
  await inOneTransaction(ctx, async (tx) => {
    const where = { ...deviceScope(ctx), id: deviceId };
    const row = isId(deviceId, "device") && (await tx.pushDevice.findFirst({ where }));
    const isRemoved = row && (await tx.pushDevice.deleteMany({ where })).count === 1;
    if (!isRemoved) throw notFound("device");
    await recordCommand(ctx, tx, {
      type: "user.device_removed",
      objectId: deviceId,
      payload: toDevicePayload(toDevice(row)),
    });
  });
}
