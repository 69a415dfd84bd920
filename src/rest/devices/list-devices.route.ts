import { listDevices } from "../../domain/device/list-devices.ts";
import { ok } from "../answer.ts";
import { toListResource } from "../list.resource.ts";
import type { Operation } from "../operation.ts";
import { toDeviceResource } from "./device.resource.ts";

export const listDevicesRoute: Operation<"listDevices"> = async (ctx, { query }) =>
  ok(toListResource(await listDevices(ctx, query), (device) => toDeviceResource(device, ctx.actor)));
