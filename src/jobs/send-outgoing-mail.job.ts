import { sendOutgoingMail } from "../domain/mail/send-outgoing-mail.ts";
import type { JobKind } from "./job-kind.ts";

export const sendOutgoingMailJob: JobKind<"send-outgoing-mail"> = {
  everyMs: 2_000,
  run: (deps, _, signal) => sendOutgoingMail(deps, signal),
};
