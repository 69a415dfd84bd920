import { removeDevice } from "../../domain/device/remove-device.ts";
import { NO_CONTENT } from "../answer.ts";
import type { Operation } from "../operation.ts";

export const removeDeviceRoute: Operation<"removeDevice"> = async (ctx, { params }) => {
  await removeDevice(ctx, params.deviceId);
  return NO_CONTENT;
};
