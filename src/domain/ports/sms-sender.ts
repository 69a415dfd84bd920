import type { Sender } from "./send-outcome.ts";

/** One text message to one telephone. */
export interface SmsMessage {
  /** Stays the same when the same message is sent again. */
  id: string;
  /** In the form of E.164, such as +4915112345678. */
  to: string;
  /** Whatever its length, it is one message to its reader; providers count 153 characters a part, 67 when one is not of GSM 03.38. */
  text: string;
}

/** Takes text messages to telephones. */
export type SmsSender = Sender<SmsMessage>;
