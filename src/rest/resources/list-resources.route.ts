import { listResources } from "../../domain/resource/list-resources.ts";
import { ok } from "../answer.ts";
import { toListResource } from "../list.resource.ts";
import type { Operation } from "../operation.ts";
import { toResourceResource } from "./resource.resource.ts";

export const listResourcesRoute: Operation<"listResources"> = async (ctx, { query }) =>
  ok(toListResource(await listResources(ctx, query), toResourceResource));
