import { listIdentities } from "../../domain/social/list-identities.ts";
import { ok } from "../answer.ts";
import { toListResource } from "../list.resource.ts";
import type { Operation } from "../operation.ts";
import { toIdentityResource } from "./identity.resource.ts";

export const listIdentitiesRoute: Operation<"listIdentities"> = async (ctx, { query }) =>
  ok(toListResource(await listIdentities(ctx, query), toIdentityResource));
