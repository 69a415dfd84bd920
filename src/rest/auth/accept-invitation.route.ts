import { acceptInvitation } from "../../domain/session/accept-invitation.ts";
import { ok } from "../answer.ts";
import { toMemberResource } from "../members/member.resource.ts";
import type { Operation } from "../operation.ts";
import { answerLoggedIn } from "./logged-in.resource.ts";

export const acceptInvitationRoute: Operation<"acceptInvitation"> = async (ctx, { body }) => {
  const { member: accepted, loggedIn } = await acceptInvitation(ctx, body);
  const member = toMemberResource(accepted);
  if (!loggedIn) return ok({ member, loggedIn });
  return answerLoggedIn(ctx, loggedIn, body.transport, (resource) => ({ member, loggedIn: resource }));
};
