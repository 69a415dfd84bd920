import { changeEmail } from "../../domain/identity/change-email.ts";
import { accepted } from "../answer.ts";
import type { Command } from "../operation.ts";

export const changeEmailRoute: Command<"changeEmail", void> = {
  run: (ctx, { body }) => changeEmail(ctx, body.email),
  answer: () => accepted(),
};
