import { updateResource } from "../../domain/resource/update-resource.ts";
import { ok } from "../answer.ts";
import type { Operation } from "../operation.ts";
import { toResourceResource } from "./resource.resource.ts";

export const updateResourceRoute: Operation<"updateResource"> = async (ctx, { params, body, ifVersion }) => {
  const resource = await updateResource(ctx, { resourceId: params.resourceId, ifVersion, ...body });
  return ok(toResourceResource(resource), { version: resource.version });
};
