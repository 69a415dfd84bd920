import type { SmsMessage } from "../../../domain/ports/sms-sender.ts";
import { createMessageFolder, type MessageFolder } from "../../sending/message-folder.ts";

/** Text messages that go no farther than a folder. */
export type LocalSmsSender = MessageFolder<SmsMessage>;

/** @param folder made with the first message */
export function createLocalSmsSender(folder: string): LocalSmsSender {
  return createMessageFolder(folder);
}
