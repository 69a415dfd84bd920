import type { SendMailOptions } from "nodemailer";
import type { MailMessage } from "../../domain/ports/mailer.ts";

/** The mail as nodemailer builds it: text, page and calendar as forms of one another, the calendar once more as a file. */
export function toMime(message: MailMessage, from: { address: string; name: string | null }): SendMailOptions {
  const { id, to, toName = "", replyTo, subject, text, html, calendar, headers } = message;
  const sender = { address: message.from?.address ?? from.address, name: message.from?.name ?? from.name ?? "" };
  return {
    messageId: `<${id}@${sender.address.split("@").at(-1)}>`,
    from: sender,
    to: { address: to, name: toName },
    replyTo: replyTo && { address: replyTo.address, name: replyTo.name ?? "" },
    subject,
    text,
    html,
    headers: { "Auto-Submitted": "auto-generated", ...headers },
    icalEvent: calendar && { method: calendar.method, content: calendar.ics, filename: "invite.ics" },
    // Nothing in a message makes us read files or call addresses.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** Whether it is one address and nothing else: some providers take several by commas, which are strangers to the mail. */
export function isOneAddress(text: string): boolean {
  return text.length <= 320 && /^[^\s\p{Cc}<>()[\]\\,;:"@]+@[^\s\p{Cc}<>()\\,;"@]+$/u.test(text);
}
