import type { Config } from "./config.ts";

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/** The origins of the app's pages, our own pages' among them. A server on a loopback address is called by any of its names. */
export function appOriginsOf({ appUrl, appOrigins }: Config, baseUrl: string): ReadonlySet<string> {
  const urls = [baseUrl, ...(appUrl === null ? [] : [appUrl])];
  return new Set([...appOrigins, ...urls.flatMap(originsOf)]);
}

function originsOf(address: string): string[] {
  const { protocol, hostname, port, origin } = new URL(address);
  if (!LOOPBACK.includes(hostname)) return [origin];
  return LOOPBACK.map((name) => `${protocol}//${name}${port === "" ? "" : `:${port}`}`);
}
