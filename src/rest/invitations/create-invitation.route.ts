import { createInvitation } from "../../domain/invitation/create-invitation.ts";
import type { Invitation } from "../../domain/invitation/invitation.ts";
import { created } from "../answer.ts";
import type { Command } from "../operation.ts";
import { toInvitationResource } from "./invitation.resource.ts";

export const createInvitationRoute: Command<"createInvitation", Invitation> = {
  run: (ctx, { body }) => createInvitation(ctx, body),
  answer: (invitation) => created(`/v1/invitations/${invitation.id}`, toInvitationResource(invitation)),
};
