import type { NotificationKind } from "../notification.ts";
import type { Notice } from "../notice.ts";
import { languageOf, SHORT_TEXTS, type ShortTexts } from "./short-texts.ts";

/** What a telephone shows as a text message. It names no person: whoever holds the telephone reads it. */
export function composeText(notice: Notice): string {
  const { texts, title, when } = partsOf(notice);
  return withPlainSpaces(`${notice.organisation.name}: ${texts.reminder}: ${title}, ${when}. ${texts.stop}`);
}

/** What a device shows, also on its locked screen: so no person is named either. */
export function composePush(notice: Notice): { title: string; body: string } {
  const { texts, title, when } = partsOf(notice);
  const count = notice.bookings.length;
  const more = count > 1 ? ` (+${count - 1})` : "";
  return { title: texts.toHosts[toHostKind(notice.kind)], body: withPlainSpaces(`${title}, ${when}${more}`) };
}

/** What has come together while a host was pushed enough. */
export function composeDigest(locale: string, count: number): { title: string; body: string } {
  const { title, news } = SHORT_TEXTS[languageOf(locale)].digest;
  return { title, body: `${news}: ${count}` };
}

function partsOf({ reader, bookings }: Notice): { texts: ShortTexts; title: string; when: string } {
  const [{ title, startsAt }] = bookings as [Notice["bookings"][number]];
  const language = languageOf(reader.locale);
  // A locale in another language would write the time in that one.
  const format = new Intl.DateTimeFormat(reader.locale?.startsWith(language) ? reader.locale : language, {
    ...{ timeZone: reader.timeZone, timeZoneName: "short" },
    ...{ weekday: "short", day: "numeric", month: "short", hour: "numeric", minute: "2-digit" },
  });
  return { texts: SHORT_TEXTS[language], title, when: format.format(startsAt) };
}

function toHostKind(kind: NotificationKind): keyof ShortTexts["toHosts"] {
  return kind in SHORT_TEXTS.en.toHosts ? (kind as keyof ShortTexts["toHosts"]) : "booking_rescheduled";
}

/** Intl puts spaces between figures that no alphabet of telephones has: one of them halves what a message holds. */
function withPlainSpaces(text: string): string {
  return text.replaceAll(/[\u00a0\u2009\u202f]/g, " ");
}
