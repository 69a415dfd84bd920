import { invitationScope } from "../../domain/invitation/invitation.scope.ts";
import type { INVITATION_STATUSES } from "../../domain/invitation/invitation.ts";
import { sql } from "../../domain/shared/sql.ts";
import { builder } from "../builder.ts";
import { findRoot, listRoot } from "../reading/declare.ts";
import { column, conditionsOf, value, type Source } from "../reading/source.ts";
import { creationOrders } from "./list-orders.ts";
import { Member, MemberRole } from "./member.ts";

const InvitationStatus = builder.enumType("InvitationStatus", {
  description: "What became of an invitation.",
  values: {
    pending: { description: "It can be accepted." },
    accepted: { description: "Somebody has joined by it." },
    revoked: { description: "It was taken back." },
    expired: { description: "Its week is over. It can be sent again." },
  } satisfies Record<(typeof INVITATION_STATUSES)[number], object>,
});

export const Invitation: Source = {
  name: "Invitation",
  description: "Somebody who was asked to join the organisation.",
  reads: "columns",
  table: ({ bind }) => sql`SELECT i.*, CASE
      WHEN i.accepted_at IS NOT NULL THEN 'accepted'
      WHEN i.revoked_at IS NOT NULL THEN 'revoked'
      WHEN i.expires_at <= ${bind(({ ctx }) => ctx.clock.now())}::timestamptz THEN 'expired'
      ELSE 'pending'
    END AS status FROM invitation i`,
  idPrefix: "inv",
  scope: (ctx) => conditionsOf(invitationScope(ctx, "read invitations")),
  fields: () => ({
    id: value("ID", "Its identifier."),
    email: value("String", "The address that the mail goes to."),
    name: value("String", "What the person is called until he says otherwise.", { nullable: true }),
    role: value(MemberRole, "What the person may do then."),
    status: value(InvitationStatus, "What became of it."),
    memberId: value("ID", "The managed host who is to have an account; once accepted, whoever joined.", {
      nullable: true,
    }),
    invitedById: value("ID", "The member who has invited."),
    createdAt: value("Instant", "When it was made."),
    expiresAt: value("Instant", "Until when it can be accepted."),
    acceptedAt: value("Instant", "When it was accepted.", { nullable: true }),
    revokedAt: value("Instant", "When it was taken back.", { nullable: true }),
    member: {
      kind: "one",
      nullable: true,
      description: "The managed host who is to have an account; once accepted, whoever joined.",
      source: () => Member,
      local: column("member_id"),
      foreign: column("id"),
    },
    invitedBy: {
      kind: "one",
      description: "The member who has invited.",
      source: () => Member,
      local: column("invited_by_id"),
      foreign: column("id"),
    },
  }),
  list: { filters: {}, orders: creationOrders("The invitation made") },
};

findRoot("invitation", Invitation, "One invitation; null when there is none that the viewer may see.");
listRoot("invitations", Invitation, "The invitations of the organisation; for owners and admins.");
