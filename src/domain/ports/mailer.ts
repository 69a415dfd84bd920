/** One mail to one person. */
export interface MailMessage {
  /** Stays the same when the same mail is sent again, so that a provider or a mailbox may drop the second one. */
  id: string;
  to: string;
  subject: string;
  /** Plain text, lines ended by a line feed. */
  text: string;
}

/** Takes mail to its readers. */
export interface Mailer {
  /**
   * Comes back when the message is out of our hands: it was accepted, and will not be lost by the end of this process.
   * @throws whatever is in the way; the caller tries again later, with the same id
   */
  send(message: MailMessage): Promise<void>;
}
