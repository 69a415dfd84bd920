import { leaveOrganisation } from "../../domain/identity/leave-organisation.ts";
import { noContentAfter } from "../answer.ts";
import type { Command } from "../operation.ts";

export const leaveOrganisationRoute: Command<"leaveOrganisation", void> = {
  run: (ctx) => leaveOrganisation(ctx),
  answer: () => noContentAfter(true),
};
