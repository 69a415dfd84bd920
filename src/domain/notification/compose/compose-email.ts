import type { MailMessage } from "../../ports/mailer.ts";
import type { NotificationKind } from "../notification.ts";
import type { Notice, Reader } from "../notice.ts";
import { chooseLocale, HOUSE_LOCALES, WORDINGS } from "./choose-locale.ts";
import { composeCalendar, type CalendarDeps } from "./compose-calendar.ts";
import { renderMail } from "./render-mail.ts";
import { valuesOf, type ComposeDeps } from "./values-of.ts";
import type { MailTemplate, Wording } from "./wordings/wording.ts";

export type ComposedEmail = Pick<MailMessage, "subject" | "text" | "html" | "calendar">;

/** What a mail says, in the reader's language and by his clock, with what his calendar is to know. */
export function composeEmail(deps: ComposeDeps & CalendarDeps, notice: Notice): ComposedEmail {
  const { reader, kind, organisation } = notice;
  const { text, format } = chooseLocale([reader.locale, organisation.locale], HOUSE_LOCALES);
  const wording = WORDINGS[text];
  const mail = renderMail(templateFor(wording, kind, reader), valuesOf(deps, notice, { wording, format }), text);
  const calendar = composeCalendar(deps, notice);
  return { ...mail, ...(calendar && { calendar }) };
}

function templateFor({ attendee, host }: Wording, kind: NotificationKind, { type }: Reader): MailTemplate {
  return type === "host" && kind in host ? host[kind as keyof typeof host] : attendee[kind];
}
