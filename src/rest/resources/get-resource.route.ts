import { getResource } from "../../domain/resource/get-resource.ts";
import { ok } from "../answer.ts";
import type { Operation } from "../operation.ts";
import { toResourceResource } from "./resource.resource.ts";

export const getResourceRoute: Operation<"getResource"> = async (ctx, { params }) => {
  const resource = await getResource(ctx, params.resourceId);
  return ok(toResourceResource(resource), { version: resource.version });
};
