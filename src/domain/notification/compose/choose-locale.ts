import { DE } from "./wordings/de.ts";
import { EN } from "./wordings/en.ts";
import { ES } from "./wordings/es.ts";
import { FR } from "./wordings/fr.ts";
import { PT_BR } from "./wordings/pt-br.ts";
import type { Wording } from "./wordings/wording.ts";

/** The languages that the house writes. */
export const WORDINGS = { en: EN, de: DE, fr: FR, es: ES, "pt-BR": PT_BR } as const satisfies Record<string, Wording>;
export type HouseLocale = keyof typeof WORDINGS;
export const HOUSE_LOCALES = Object.keys(WORDINGS) as HouseLocale[];

export interface ChosenLocale<Locale extends string = string> {
  /** What is written. */
  text: Locale;
  /** How times are written: as the reader wants it, where that is of the language of the text. */
  format: string;
}

/**
 * The first that is wanted and is there, shortened from the right until it fits (RFC 4647 3.4), or another region's of the same
 * language: `pt-PT` is given `pt-BR`. Tags that are none are passed over.
 * @param wanted what is wanted most comes first
 * @param there is never empty; its first is what is left where nothing fits
 */
export function chooseLocale<Locale extends string>(
  wanted: readonly (string | null)[],
  there: readonly Locale[],
): ChosenLocale<Locale> {
  for (const tag of wanted) {
    const locale = tag === null ? null : toLocale(tag);
    const text = locale && (shortenedTo(locale, there) ?? there.find((each) => isOfLanguage(each, locale)));
    if (text) return { text, format: locale.toString() };
  }
  return { text: there[0]!, format: there[0]! };
}

function toLocale(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag);
  } catch {
    return null; // whoever books may write anything there
  }
}

function shortenedTo<Locale extends string>({ baseName }: Intl.Locale, there: readonly Locale[]): Locale | undefined {
  for (let parts = baseName.split("-"); parts.length > 0; parts = parts.slice(0, -1)) {
    const found = there.find((each) => each.toLowerCase() === parts.join("-").toLowerCase());
    if (found) return found;
  }
  return undefined;
}

function isOfLanguage(tag: string, { language }: Intl.Locale): boolean {
  return new Intl.Locale(tag).language === language;
}

/** `rtl` for Arabic, Hebrew and the like. */
export function directionOf(locale: string): "ltr" | "rtl" {
  const { script } = new Intl.Locale(locale).maximize();
  return ["Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm"].includes(script ?? "") ? "rtl" : "ltr";
}
