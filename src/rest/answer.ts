import { hash } from "node:crypto";
import type { CookieTokens } from "../http/session-cookies.ts";

/** What an operation answers. A string body is JSON that is written already. */
export interface Answer {
  status: 200 | 201 | 202 | 204;
  body?: object | string;
  /** The path of what was created. */
  location?: string;
  /** The version of the resource, which becomes its ETag. */
  version?: number;
  /** The body decides about the ETag too: it holds more than the versioned resource. */
  taggedByBody?: boolean;
  /** It is for this moment only: nobody keeps a copy. */
  isSecret?: boolean;
  /** What goes beside the body into the cookies of a browser, and is never kept. Or its session is over, and they are to go. */
  cookies?: CookieTokens | "over";
}

/** An answer as it goes over the wire, but for the headers that belong to the request. */
export interface WrittenAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

type Options = Pick<Answer, "version" | "taggedByBody" | "isSecret" | "cookies">;

export function ok(body: object | string, options: Options = {}): Answer {
  return { status: 200, body, ...options };
}

export function created(location: string, body: object, options: Options = {}): Answer {
  return { status: 201, body, location, ...options };
}

/** It was taken in; what comes of it is not known yet. */
export function accepted(body?: object): Answer {
  return { status: 202, body };
}

export const NO_CONTENT: Answer = { status: 204 };

/** The caller's own session may be over by what he did. */
export function noContentAfter(isOver: boolean): Answer {
  return isOver ? { ...NO_CONTENT, cookies: "over" } : NO_CONTENT;
}

export function writeAnswer({
  status,
  body,
  location,
  version,
  taggedByBody = false,
  isSecret,
}: Answer): WrittenAnswer {
  if (body === undefined) return { status, headers: {}, body: "" };
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const headers: Record<string, string> = { "Content-Type": "application/json; charset=utf-8" };
  if (location !== undefined) headers.Location = location;
  if (isSecret === true) headers["Cache-Control"] = "no-store";
  if (version !== undefined || taggedByBody) headers.ETag = entityTag(version, taggedByBody ? text : null);
  return { status, headers, body: text };
}

/** `"3"` for version 3, `"3-x7Q..."` where more than the version decides (RFC 9110 8.8.3). */
function entityTag(version: number | undefined, text: string | null): string {
  const digest = text === null ? [] : [hash("sha1", text, "base64url")];
  return `"${[...(version === undefined ? [] : [version]), ...digest].join("-")}"`;
}
