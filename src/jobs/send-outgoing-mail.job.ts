import { sendOutgoingMail } from "../domain/mail/send-outgoing-mail.ts";
import type { Job } from "./registry.ts";

export const sendOutgoingMailJob: Job = {
  name: "send-outgoing-mail",
  everyMs: 2_000,
  run: sendOutgoingMail,
};
