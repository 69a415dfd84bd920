import type { Device } from "../../domain/device/device.ts";
import { registerDevice } from "../../domain/device/register-device.ts";
import { created } from "../answer.ts";
import type { Command } from "../operation.ts";
import { toDeviceResource } from "./device.resource.ts";

export const registerDeviceRoute: Command<"registerDevice", Device> = {
  run: (ctx, { body }) => registerDevice(ctx, body),
  answer: (device, actor) => created(`/v1/me/devices/${device.id}`, toDeviceResource(device, actor)),
};
