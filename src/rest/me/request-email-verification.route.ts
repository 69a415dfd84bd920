import { requestEmailVerification } from "../../domain/identity/request-email-verification.ts";
import { NO_CONTENT } from "../answer.ts";
import type { Command } from "../operation.ts";

export const requestEmailVerificationRoute: Command<"requestEmailVerification", void> = {
  run: (ctx) => requestEmailVerification(ctx),
  answer: () => NO_CONTENT,
};
