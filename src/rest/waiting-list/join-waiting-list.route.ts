import { isStaff } from "../../domain/shared/actor.ts";
import { joinWaitingList, type JoinedWaitingList } from "../../domain/waiting-list/join-waiting-list.ts";
import { accepted, created } from "../answer.ts";
import { toDateIfGiven } from "../instant.ts";
import type { Command } from "../operation.ts";
import { toWaitingListEntryResource, toWaitingListJoinedResource } from "./waiting-list-entry.resource.ts";

export const joinWaitingListRoute: Command<"joinWaitingList", JoinedWaitingList> = {
  run: (ctx, { body }) => joinWaitingList(ctx, { ...body, startsAt: toDateIfGiven(body.startsAt) }),
  answer: ({ entry, asked }, actor) =>
    isStaff(actor)
      ? created(`/v1/waiting-list-entries/${entry.id}`, toWaitingListEntryResource(entry))
      : accepted(toWaitingListJoinedResource(asked)),
};
