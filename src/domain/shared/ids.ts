import { TypeID, typeidUnboxed } from "typeid-js";

/** What an identifier names. The prefix stands in the API, the database, the logs and GraphQL alike, and never changes. */
export const ID_PREFIXES = {
  organisation: "org",
  user: "usr",
  member: "mem",
  apiKey: "key",
  schedule: "sch",
  resource: "res",
  groupSession: "gse",
  eventType: "evt",
  booking: "bkg",
  series: "srs",
  attendee: "att",
  hold: "hld",
  block: "blk",
  waitingListEntry: "wle",
  webhookEndpoint: "whe",
  webhookDelivery: "whd",
  webhookReplay: "whr",
  claim: "clm",
  session: "dev",
  passkey: "psk",
  device: "pdv",
  event: "evn",
  job: "job",
  auditEntry: "aud",
  mail: "eml",
  notification: "ntf",
  signUp: "sup",
  identity: "idn",
  identitySignUp: "isu",
  invitation: "inv",
  contactSuppression: "csu",
  receiverConnection: "rcn",
  receivedEvent: "rev",
} as const;

export type IdNoun = keyof typeof ID_PREFIXES;

/** Makes new identifiers: a prefix and a UUIDv7 in base 32 (TypeID 0.3). */
export type IdFactory = (noun: IdNoun) => string;

export const newId: IdFactory = (noun) => typeidUnboxed(ID_PREFIXES[noun]);

const SUFFIX = /^[0-7][0-9a-hjkmnp-tv-z]{25}$/;

/** Whether the text can be an identifier, of this noun where one is given. What cannot be one need not be looked for. */
export function isId(text: string, noun?: IdNoun): boolean {
  const prefix = text.slice(0, -27);
  const isPrefix = noun === undefined ? /^[a-z]{3}$/.test(prefix) : prefix === ID_PREFIXES[noun];
  return isPrefix && text.at(-27) === "_" && SUFFIX.test(text.slice(-26));
}

/** The UUID inside an identifier, as claims and host locks use it. */
export function uuidOf(id: string): string {
  return TypeID.fromString(id).toUUID();
}
