import { isIP } from "node:net";

/** Turns a variable's text into its value, or throws an error whose message goes after "NAME must be ". */
export type Parser<Value> = (text: string) => Value;

export function whole(least: number, most: number): Parser<number> {
  return (text) => {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : NaN;
    if (value >= least && value <= most) return value;
    throw new Error(`a whole number from ${least} to ${most}`);
  };
}

export function wholeOrNone(least: number, most: number): Parser<number | null> {
  const parse = whole(least, most);
  return (text) => (text === "" ? null : parse(text));
}

export function oneOf<const Word extends string>(...words: Word[]): Parser<Word> {
  return (text) => {
    const word = words.find((one) => one === text);
    if (word !== undefined) return word;
    throw new Error(`one of ${words.join(", ")}`);
  };
}

export const folder: Parser<string> = (text) => {
  if (!text.includes("\0")) return text;
  throw new Error("a path");
};

/** The colon parts names in the addresses that authenticator apps read. */
export const shortText: Parser<string> = (text) => {
  if (/^[^\p{Cc}:]{1,64}$/u.test(text)) return text;
  throw new Error("a name of 64 characters at most, without a colon");
};

/** Null: none. */
export const file: Parser<string | null> = (text) => (text === "" ? null : folder(text));

export const host: Parser<string> = (text) => {
  if (isIP(text) !== 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(text)) return text;
  throw new Error("an IP address or a host name");
};

/** The value holds a password, so the message does not repeat it. */
export const databaseUrl: Parser<string | null> = (text) => {
  if (text === "") return null;
  const url = URL.parse(text);
  if (url !== null && ["postgres:", "postgresql:"].includes(url.protocol)) return text;
  throw new Error("of the form postgresql://user:password@host:5432/name");
};

/** The value may hold a password, so the message does not repeat it. */
export const redisUrl: Parser<string | null> = (text) => {
  if (text === "") return null;
  const url = URL.parse(text);
  const isRedis = url !== null && ["redis:", "rediss:"].includes(url.protocol) && url.hostname !== "";
  if (isRedis && /^\/?\d{0,5}$/.test(url.pathname) && `${url.search}${url.hash}` === "") return text;
  throw new Error("of the form redis://user:password@host:6379/0, or rediss:// for TLS");
};

/** The message does not repeat the value. */
export const secret: Parser<string | null> = (text) => {
  if (text === "") return null;
  if (text.length >= 32) return text;
  throw new Error("at least 32 characters of chance, such as openssl rand -base64 32 gives");
};

export const publicUrl: Parser<string | null> = (text) => {
  if (text === "") return null;
  const url = URL.parse(text);
  const isPlain = url !== null && ["http:", "https:"].includes(url.protocol) && `${url.search}${url.hash}` === "";
  if (isPlain && url.username === "") return url.href.replace(/\/$/, "");
  throw new Error("an address of the form https://booking.example.com, without a query");
};

/** As browsers send them, by commas; of Android apps as they sign for passkeys. */
export const origins: Parser<string[]> = (text) => {
  const entries = text.split(",").map((entry) => entry.trim());
  const given = entries.filter((entry) => entry !== "");
  if (
    given.every(
      (entry) =>
        URL.parse(entry)?.origin === entry ||
        /^android:apk-key-hash:[\w-]{43}$/.test(entry) ||
        /^(?!https?:)[a-z][a-z0-9+.-]*:\/\/[a-z0-9.-]+$/.test(entry),
    )
  )
    return given;
  throw new Error("origins such as https://app.example.com, by commas, without a path");
};

/** A word or name of one line, as others have given it to us. The message does not repeat it. Null: none. */
export const line: Parser<string | null> = (text) => {
  if (text === "") return null;
  if (/^[ -~]{1,1024}$/.test(text)) return text;
  throw new Error("one line of at most 1,024 printable ASCII characters");
};

/** Of Microsoft Entra ID: a word for all tenants of a kind, or one tenant's identifier or domain. */
export const tenant: Parser<string> = (text) => {
  if (/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(text)) return text;
  throw new Error("common, organizations, consumers, or a tenant's identifier or domain");
};

/** Where a provider lives: kept as it is, since an issuer is compared letter by letter. */
export const providerUrl: Parser<string> = (text) => {
  const url = URL.parse(text);
  const isSafe = url?.protocol === "https:" || (url?.protocol === "http:" && isLoopback(url.hostname));
  if (isSafe && `${url.username}${url.search}${url.hash}` === "" && !text.includes("#")) return text;
  throw new Error("an https:// address without a query, or http:// with a loopback host");
};

export const providerUrlOrNone: Parser<string | null> = (text) => (text === "" ? null : providerUrl(text));

/** In the web, or a scheme that one app alone has (RFC 8252 7.1). */
export const callbackUrl: Parser<string | null> = (text) => {
  if (text === "") return null;
  const url = URL.parse(text);
  const isWeb = url?.protocol === "https:" || (url?.protocol === "http:" && isLoopback(url.hostname));
  const isApps = url !== null && /^[a-z][a-z0-9+-]*\.[a-z0-9.+-]*:$/.test(url.protocol);
  if ((isWeb || isApps) && `${url.search}${url.hash}` === "") return text.replace(/\/$/, "");
  throw new Error("an https:// address without a query, http:// with a loopback host, or com.example.app:/path");
};

export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);
}

/** Null: none. Passkeys know no addresses (WebAuthn 5.1.3). */
export const domain: Parser<string | null> = (text) => {
  if (text === "") return null;
  if (isIP(text) === 0 && /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(text)) return text;
  throw new Error("a host name in lower case, such as example.com");
};

/** As Express takes them: addresses, networks, and its three names for private ranges. Null: none. */
export const networks: Parser<string | null> = (text) => {
  if (text === "") return null;
  const entries = text.split(",").map((entry) => entry.trim());
  if (entries.every(isNetwork)) return entries.join(",");
  throw new Error("addresses or networks such as 10.0.0.0/8, or loopback, linklocal, uniquelocal, by commas");
};

/** Networks alone, or `auto`. */
export const networksOrWord: Parser<string[] | "auto"> = (text) => {
  if (text === "auto") return text;
  if (text === "none") return [];
  const entries = text.split(",").map((entry) => entry.trim());
  if (entries.every((entry) => entry.includes("/") && isNetwork(entry))) return entries;
  throw new Error("networks such as 10.0.0.0/8, by commas, or auto, or none");
};

function isNetwork(entry: string): boolean {
  if (["loopback", "linklocal", "uniquelocal"].includes(entry)) return true;
  const [address = "", bits, ...more] = entry.split("/");
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}
