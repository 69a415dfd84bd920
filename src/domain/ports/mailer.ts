import type { Sender } from "./send-outcome.ts";

export interface MailAddress {
  address: string;
  /** As people read it beside the address. */
  name?: string;
}

/** One mail to one person. */
export interface MailMessage {
  /** Stays the same when the same mail is sent again, so that a provider or a mailbox may drop the second one: its Message-ID is made of it. */
  id: string;
  to: string;
  /** As people read it beside the address. */
  toName?: string;
  /** Each part that is left out is that of the configuration. A provider must have been told of the address's domain. */
  from?: Partial<MailAddress>;
  /** Who gets the answers. Left out: the sender. */
  replyTo?: MailAddress;
  subject: string;
  /** Plain text, lines ended by a line feed. */
  text: string;
  /** The same as a page, for those who read pages. */
  html?: string;
  calendar?: MailCalendar;
  /** Further headers, such as `List-Unsubscribe`. Not those that are said above. */
  headers?: Record<string, string>;
}

/** An iCalendar object, which goes as another form of the text (RFC 6047 2.4) and as a file, for readers that show one of them. */
export interface MailCalendar {
  method: "REQUEST" | "CANCEL" | "REPLY" | "PUBLISH";
  /** RFC 5545, with the same METHOD in it. */
  ics: string;
}

/** Takes mail to its readers. */
export type Mailer = Sender<MailMessage>;
