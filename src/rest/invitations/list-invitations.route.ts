import { listInvitations } from "../../domain/invitation/list-invitations.ts";
import { ok } from "../answer.ts";
import { toListResource } from "../list.resource.ts";
import type { Operation } from "../operation.ts";
import { toInvitationResource } from "./invitation.resource.ts";

export const listInvitationsRoute: Operation<"listInvitations"> = async (ctx, { query }) =>
  ok(toListResource(await listInvitations(ctx, query), toInvitationResource));
