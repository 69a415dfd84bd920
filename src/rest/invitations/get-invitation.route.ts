import { getInvitation } from "../../domain/invitation/get-invitation.ts";
import { ok } from "../answer.ts";
import type { Operation } from "../operation.ts";
import { toInvitationResource } from "./invitation.resource.ts";

export const getInvitationRoute: Operation<"getInvitation"> = async (ctx, { params }) =>
  ok(toInvitationResource(await getInvitation(ctx, params.invitationId)));
