import type { DomainContext } from "../shared/context.ts";
import { creationOf, pageQuery, toPage, type Page, type PageInput } from "../shared/pagination.ts";
import { deviceScope } from "./device.scope.ts";
import { toDevice, type Device } from "./device.ts";

/** A page of one's own devices, oldest first. @throws validation_failed (cursor), forbidden */
export async function listDevices(ctx: DomainContext, input: PageInput): Promise<Page<Device>> {
  const { where, ...page } = pageQuery(input);
  const rows = await ctx.db.prisma.pushDevice.findMany({ where: { AND: [deviceScope(ctx), where] }, ...page });
  return toPage(rows.map(toDevice), input.limit, creationOf);
}
