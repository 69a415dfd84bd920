import type { MailMessage } from "../../../domain/ports/mailer.ts";
import { createMessageFolder, type MessageFolder } from "../../sending/message-folder.ts";

/** Mail that goes no farther than a folder. */
export type LocalMailer = MessageFolder<MailMessage>;

/** @param folder made with the first message */
export function createLocalMailer(folder: string): LocalMailer {
  return createMessageFolder(folder);
}
