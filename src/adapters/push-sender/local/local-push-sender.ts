import type { PushMessage, PushSender } from "../../../domain/ports/push-sender.ts";
import { createMessageFolder, type MessageFolder } from "../../sending/message-folder.ts";

/** Notifications that go no farther than a folder. */
export type LocalPushSender = PushSender & MessageFolder<PushMessage>;

/** @param folder made with the first message */
export function createLocalPushSender(folder: string): LocalPushSender {
  return { ...createMessageFolder<PushMessage>(folder), kinds: new Set(["apns", "fcm", "web_push"]) };
}
