import { createECDH, createPrivateKey } from "node:crypto";
import { isLoopback, type Parser } from "./values.ts";

export interface SmtpSettings {
  host: string;
  port: number;
  isImplicitTls: boolean;
  requireTls: boolean;
  credentials: { user: string; password: string } | null;
}

/** The value may hold a password, so the message does not repeat it. */
export const smtpUrl: Parser<SmtpSettings | null> = (text) => {
  if (text === "") return null;
  const url = URL.parse(text);
  const isSmtp = url !== null && ["smtp:", "smtps:"].includes(url.protocol) && url.hostname !== "";
  const isWhole = isSmtp && /^\/?$/.test(url.pathname) && ["", "?tls=optional"].includes(url.search) && url.hash === "";
  if (isWhole && (url.username === "") === (url.password === "")) return toSmtp(url);
  throw new Error(
    "of the form smtp://user:password@host:587, or smtps:// for TLS from the start, with ?tls=optional for servers that have none",
  );
};

function toSmtp({ protocol, hostname, port, search, username, password }: URL): SmtpSettings {
  const isImplicitTls = protocol === "smtps:";
  return {
    host: hostname.replace(/^\[|\]$/g, ""),
    port: port === "" ? (isImplicitTls ? 465 : 587) : Number(port),
    isImplicitTls,
    requireTls: !isImplicitTls && search === "" && !isLoopback(hostname),
    credentials:
      username === "" ? null : { user: decodeURIComponent(username), password: decodeURIComponent(password) },
  };
}

/** `bookings@example.com`, or with a name before it: `Clinic <bookings@example.com>`. */
export const mailbox: Parser<{ address: string; name: string | null } | null> = (text) => {
  if (text === "") return null;
  const [, name = "", address = ""] =
    /^(?:([^<>\p{Cc}]{1,100}?)\s*<(?=.*>$))?([^\s<>@]+@[a-z0-9.-]+)>?$/iu.exec(text) ?? [];
  if (address !== "") return { address, name: name === "" ? null : name };
  throw new Error("an address such as bookings@example.com, or Clinic <bookings@example.com>");
};

/** The message does not repeat it. In a variable `\n` stands for the end of a line. */
export const p256Key: Parser<string | null> = (text) => {
  if (text === "") return null;
  const pem = text.replaceAll("\\n", "\n");
  if (curveOf(pem) === "prime256v1") return pem;
  throw new Error("a private key of P-256 in PEM, as the .p8 file from Apple holds it");
};

function curveOf(pem: string): string | undefined {
  try {
    return createPrivateKey(pem).asymmetricKeyDetails?.namedCurve;
  } catch {
    return undefined;
  }
}

export interface GoogleServiceAccount {
  project_id: string;
  client_email: string;
  private_key: string;
  private_key_id: string;
  token_uri: string;
}

/** The message does not repeat it. */
export const serviceAccount: Parser<GoogleServiceAccount | null> = (text) => {
  if (text === "") return null;
  try {
    const account = JSON.parse(text) as GoogleServiceAccount;
    const { project_id, client_email, private_key, private_key_id, token_uri } = account;
    const words = [project_id, client_email, private_key_id, token_uri];
    if (words.every((word) => typeof word === "string") && isSafe(token_uri)) {
      createPrivateKey(private_key);
      return { project_id, client_email, private_key, private_key_id, token_uri };
    }
  } catch {
    // It is told below.
  }
  throw new Error("the JSON of a service account, as Google Cloud gives it");
};

function isSafe(address: string): boolean {
  const url = URL.parse(address);
  return url?.protocol === "https:" || (url?.protocol === "http:" && isLoopback(url.hostname));
}

/** Null: none. */
export const vapidPublicKey: Parser<string | null> = (text) => {
  if (text === "" || (/^[\w-]{87}$/.test(text) && Buffer.from(text, "base64url")[0] === 4)) return text || null;
  throw new Error("65 bytes in base64url, an uncompressed point of P-256");
};

/** The message does not repeat it. Null: none. */
export const vapidPrivateKey: Parser<string | null> = (text) => {
  if (text === "" || /^[\w-]{43}$/.test(text)) return text || null;
  throw new Error("32 bytes in base64url");
};

/** Whether the two belong together. */
export function isVapidPair(publicKey: string, privateKey: string): boolean {
  const ecdh = createECDH("prime256v1");
  ecdh.setPrivateKey(Buffer.from(privateKey, "base64url"));
  return ecdh.getPublicKey("base64url") === publicKey;
}

/** Null: none. */
export const contact: Parser<string | null> = (text) => {
  if (text === "" || /^mailto:[^\s@]+@[^\s@]+$/.test(text) || URL.parse(text)?.protocol === "https:")
    return text || null;
  throw new Error("mailto:somebody@example.com, or an https:// address");
};

/** By commas; one that begins with a dot stands for all below it. */
export const hosts: Parser<string[]> = (text) => {
  const entries = text.split(",").map((entry) => entry.trim());
  if (entries.every((entry) => /^\.?[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/.test(entry))) return entries;
  throw new Error("host names by commas, such as push.example.com, or .example.com for all below");
};
