import { TypeID, typeidUnboxed } from "typeid-js";

/** What an identifier names. The prefix stands in the API, the database, the logs and GraphQL alike, and never changes. */
export const ID_PREFIXES = {
  organisation: "org",
  user: "usr",
  member: "mem",
  apiKey: "key",
  schedule: "sch",
  eventType: "evt",
  booking: "bkg",
  attendee: "att",
  hold: "hld",
  claim: "clm",
  event: "evn",
  auditEntry: "aud",
} as const;

export type IdNoun = keyof typeof ID_PREFIXES;

/** Makes new identifiers: a prefix and a UUIDv7 in base 32 (TypeID 0.3). */
export type IdFactory = (noun: IdNoun) => string;

export const newId: IdFactory = (noun) => typeidUnboxed(ID_PREFIXES[noun]);

/** The UUID inside an identifier, as claims and host locks use it. */
export function uuidOf(id: string): string {
  return TypeID.fromString(id).toUUID();
}

/** The identifier that stands for a UUID; the way back from `uuidOf`. */
export function idOf(noun: IdNoun, uuid: string): string {
  return TypeID.fromUUID(ID_PREFIXES[noun], uuid).toString();
}
