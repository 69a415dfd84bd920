import type { Invitation } from "../../domain/invitation/invitation.ts";
import { resendInvitation } from "../../domain/invitation/resend-invitation.ts";
import { ok } from "../answer.ts";
import type { Command } from "../operation.ts";
import { toInvitationResource } from "./invitation.resource.ts";

export const resendInvitationRoute: Command<"resendInvitation", Invitation> = {
  run: (ctx, { params }) => resendInvitation(ctx, params.invitationId),
  answer: (invitation) => ok(toInvitationResource(invitation)),
};
