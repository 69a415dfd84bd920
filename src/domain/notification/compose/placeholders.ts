/** What a text may say `{{…}}` of. The names are for ever: organisations write them. */
export const PLACEHOLDERS = [
  "title",
  "time",
  "location",
  "hosts",
  "organisation",
  "reason",
  "details",
  "link",
  "offer_expires_at",
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

/** One line of the details, or several of one label. */
export interface Detail {
  label: string;
  lines: readonly string[];
}

export interface Link {
  label: string;
  url: string;
}

/** What each stands for; an empty text or list, or null, says nothing. */
export interface Values extends Record<Exclude<Placeholder, "details" | "link">, string> {
  details: readonly Detail[];
  link: Link | null;
}

const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** The names in a text, known or not. */
export function placeholdersIn(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map(([, name]) => name!);
}

/** The text with each placeholder replaced; what is put in is not looked at again. */
export function fill(text: string, write: (name: Placeholder) => string): string {
  return text.replace(PLACEHOLDER, (_, name: string) => write(name as Placeholder));
}
