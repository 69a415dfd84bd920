import { createMember } from "../../domain/identity/create-member.ts";
import type { Member } from "../../domain/identity/member.ts";
import { created } from "../answer.ts";
import type { Command } from "../operation.ts";
import { toMemberResource } from "./member.resource.ts";

export const createMemberRoute: Command<"createMember", Member> = {
  run: (ctx, { body }) => createMember(ctx, body),
  answer: (member) => created(`/v1/members/${member.id}`, toMemberResource(member), { version: member.version }),
};
