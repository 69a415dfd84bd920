import { recordCommand } from "../audit/record-command.ts";
import { limitErrors, type MemberLimit } from "../booking-limit/booking-limit.ts";
import { assertMay } from "../access/may.ts";
import type { Role } from "../shared/actor.ts";
import type { DomainContext } from "../shared/context.ts";
import { assertValid, DomainError } from "../shared/errors.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { timeZoneErrors } from "../shared/time-zone-errors.ts";
import { toMemberPayload, toMemberRow, type Member } from "./member.ts";

export interface CreateMemberInput {
  name: string;
  email: string;
  /** `member` when left out. Owners are made of members by `updateMember`. */
  role?: Exclude<Role, "owner">;
  timeZone: string;
  /** `en` when left out. */
  locale?: string;
  /** None when left out. */
  limits?: MemberLimit[];
}

/** Makes a managed host, who needs no log-in. For owners and admins. @throws email_taken, validation_failed, forbidden */
export async function createMember(ctx: DomainContext, input: CreateMemberInput): Promise<Member> {
  assertMay(ctx.actor, "manage members");
  assertValid([...timeZoneErrors(input.timeZone), ...limitErrors(input.limits ?? [])]);
  return inOneTransaction(ctx, async (tx) => {
    const member = toNewMember(ctx, input);
    const { count } = await tx.member.createMany({ data: [toMemberRow(member)], skipDuplicates: true });
    if (count === 0) throw emailTaken();
    await recordCommand(ctx, tx, { type: "member.created", objectId: member.id, payload: toMemberPayload(member) });
    return member;
  });
}

function toNewMember(ctx: DomainContext, input: CreateMemberInput): Member {
  const now = ctx.clock.now();
  return {
    id: ctx.ids("member"),
    organisationId: ctx.actor.organisationId,
    name: input.name,
    email: input.email.toLowerCase(),
    role: input.role ?? "member",
    timeZone: input.timeZone,
    locale: input.locale ?? "en",
    defaultScheduleId: null,
    limits: input.limits ?? [],
    canLogIn: false,
    version: 1,
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
  };
}

function emailTaken(): DomainError {
  return new DomainError("email_taken", {
    detail: "Another member of the organisation has this e-mail address.",
    errors: [{ pointer: "/email", message: "belongs to another member" }],
  });
}
