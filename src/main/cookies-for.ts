import { PLAIN_COOKIES, SECURE_COOKIES, type SessionCookies } from "../http/session-cookies.ts";
import { isLoopback } from "./config/values.ts";

/** Cookies without https are for a developer's own machine alone; elsewhere browsers drop what we set, until there is https. */
export function cookiesFor(baseUrl: string): SessionCookies {
  const { protocol, hostname } = new URL(baseUrl);
  return protocol === "http:" && isLoopback(hostname) ? PLAIN_COOKIES : SECURE_COOKIES;
}
