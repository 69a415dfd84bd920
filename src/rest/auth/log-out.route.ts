import { logOut } from "../../domain/session/log-out.ts";
import { noContentAfter } from "../answer.ts";
import type { Command } from "../operation.ts";

export const logOutRoute: Command<"logOut", void> = {
  run: (ctx) => logOut(ctx),
  answer: () => noContentAfter(true),
};
