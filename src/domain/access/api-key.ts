import type { EventData } from "../../generated/events.ts";
import { hash, randomInt } from "node:crypto";
import { crc32 } from "node:zlib";
import type { ApiKey as ApiKeyRow } from "../../generated/prisma/client.ts";
import type { Scope } from "../shared/actor.ts";

export type ApiKeyKind = "secret" | "publishable";
export type Mode = "live" | "test";

/** A credential of an organisation, without its secret. It acts for the member who made it. */
export interface ApiKey {
  id: string;
  organisationId: string;
  memberId: string;
  name: string;
  kind: ApiKeyKind;
  mode: Mode;
  scopes: Scope[];
  /** Of a publishable key. */
  allowedOrigins: string[];
  /** The first characters of its newest secret, to tell keys apart. */
  start: string;
  expiresAt: Date | null;
  revokedAt: Date | null;
  /** When it got its newest secret; null while that is its first. */
  rotatedAt: Date | null;
  /** Until when secrets before the newest were given, at most. */
  overlapEndsAt: Date | null;
  firstUsedAt: Date | null;
  /** Personal, as the agent is. */
  firstUsedAddress: string | null;
  firstUsedUserAgent: string | null;
  lastUsedAt: Date | null;
  createdAt: Date;
}

/** What to read with a key's row: its mode is the organisation's. */
export const WITH_MODE = { organisation: { select: { mode: true } } } as const;

export function toApiKey({
  lastRefusedAt: _,
  organisation,
  ...row
}: ApiKeyRow & { organisation: { mode: string } }): ApiKey {
  return { ...row, kind: row.kind as ApiKeyKind, mode: organisation.mode as Mode, scopes: row.scopes as Scope[] };
}

/** What a key's events say of it. */
export function toApiKeyPayload(apiKey: ApiKey): EventData["api_key.created"] {
  const { id, memberId, name, kind, mode, scopes, allowedOrigins, start } = apiKey;
  const { expiresAt, revokedAt, rotatedAt, overlapEndsAt, createdAt } = apiKey;
  const what = { id, memberId, name, kind, mode, scopes, allowedOrigins, start };
  return { apiKey: { ...what, expiresAt, revokedAt, rotatedAt, overlapEndsAt, createdAt } };
}

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const KIND_MARKS: Record<ApiKeyKind, string> = { secret: "sk", publishable: "pk" };
/** 190 bits. */
const RANDOM_LENGTH = 32;
/** 62^6 is more than 2^32. */
const CHECKSUM_LENGTH = 6;
const START_LENGTH = 15;
const FORM = /^hf_(?:live|test)_(?:sk|pk)_[0-9A-Za-z]{38}$/;

/**
 * A new key: `hf_<live|test>_<sk|pk>_`, 32 random base62 characters, and 6 that are the CRC-32 of all that stands before,
 * in base62. Secret scanners know it by its form, and one that was mistyped is refused without asking the database.
 */
export function newSecret(mode: Mode, kind: ApiKeyKind): string {
  const random = Array.from({ length: RANDOM_LENGTH }, () => DIGITS[randomInt(DIGITS.length)]).join("");
  const body = `hf_${mode}_${KIND_MARKS[kind]}_${random}`;
  return body + checksumOf(body);
}

/** Whether the text can be a key: its form and its checksum are right. */
export function isWellFormed(key: string): boolean {
  return FORM.test(key) && checksumOf(key.slice(0, -CHECKSUM_LENGTH)) === key.slice(-CHECKSUM_LENGTH);
}

function checksumOf(body: string): string {
  let rest = crc32(body);
  let checksum = "";
  for (let i = 0; i < CHECKSUM_LENGTH; i++) {
    checksum = DIGITS[rest % DIGITS.length]! + checksum;
    rest = Math.floor(rest / DIGITS.length);
  }
  return checksum;
}

/** Whether it was revoked or has expired. */
export function isOver({ revokedAt, expiresAt }: Pick<ApiKey, "revokedAt" | "expiresAt">, now: Date): boolean {
  return revokedAt !== null || (expiresAt !== null && expiresAt <= now);
}

/** SHA-256 of the whole key, hex: all that is kept of it, with its start. */
export function hashOf(key: string): string {
  return hash("sha256", key, "hex");
}

export function startOf(key: string): string {
  return key.slice(0, START_LENGTH);
}
