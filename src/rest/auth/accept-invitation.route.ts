import { acceptInvitation } from "../../domain/session/accept-invitation.ts";
import { ok } from "../answer.ts";
import { toMemberResource } from "../members/member.resource.ts";
import type { Operation } from "../operation.ts";
import { toLoggedInResource } from "./logged-in.resource.ts";

export const acceptInvitationRoute: Operation<"acceptInvitation"> = async (ctx, { body }) => {
  const { member, loggedIn } = await acceptInvitation(ctx, body);
  return ok({ member: toMemberResource(member), loggedIn: loggedIn && toLoggedInResource(loggedIn) });
};
