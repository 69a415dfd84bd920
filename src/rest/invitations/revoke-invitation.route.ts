import type { Invitation } from "../../domain/invitation/invitation.ts";
import { revokeInvitation } from "../../domain/invitation/revoke-invitation.ts";
import { ok } from "../answer.ts";
import type { Command } from "../operation.ts";
import { toInvitationResource } from "./invitation.resource.ts";

export const revokeInvitationRoute: Command<"revokeInvitation", Invitation> = {
  run: (ctx, { params }) => revokeInvitation(ctx, params.invitationId),
  answer: (invitation) => ok(toInvitationResource(invitation)),
};
