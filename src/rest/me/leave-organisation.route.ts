import { leaveOrganisation } from "../../domain/identity/leave-organisation.ts";
import { NO_CONTENT } from "../answer.ts";
import type { Command } from "../operation.ts";

export const leaveOrganisationRoute: Command<"leaveOrganisation", void> = {
  run: (ctx) => leaveOrganisation(ctx),
  answer: () => NO_CONTENT,
};
