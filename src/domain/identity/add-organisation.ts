import { recordCommand, type Recorder } from "../audit/record-command.ts";
import type { Transaction } from "../shared/database.ts";
import { toMemberRow, type Member } from "./member.ts";

export interface AddOrganisationInput {
  id: string;
  name: string;
  /** A test organisation never takes live time. */
  mode: "live" | "test";
  /** The live organisation that a test one stands beside. */
  liveOrganisationId?: string;
  owner: { memberId: string; userId: string; name: string; email: string; timeZone: string; locale: string };
}

/** Makes an organisation with its first member, its owner. @param ctx whose actor is of the new organisation */
export async function addOrganisation(
  ctx: Recorder,
  tx: Transaction,
  { id, name, mode, liveOrganisationId, owner }: AddOrganisationInput,
): Promise<Member> {
  const now = ctx.clock.now();
  const stamps = { createdAt: now, updatedAt: now };
  await tx.organisation.create({ data: { id, name, mode, liveOrganisationId, ...stamps } });
  const { memberId, userId, email, ...person } = owner;
  const member: Member = {
    ...person,
    id: memberId,
    organisationId: id,
    email: email.toLowerCase(),
    role: "owner",
    defaultScheduleId: null,
    limits: [],
    canLogIn: true,
    version: 1,
    ...stamps,
    deletedAt: null,
  };
  await tx.member.create({ data: toMemberRow(member, userId) });
  const payload = { organisation: { id, name, mode } };
  await recordCommand(ctx, tx, { type: "organisation.created", objectId: id, payload });
  return member;
}
