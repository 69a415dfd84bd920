import { IDENTITY_PROVIDERS_TOGETHER } from "./identity-providers.ts";
import { isVapidPair } from "./sender-values.ts";
import { SENDERS_TOGETHER } from "./senders.ts";
import type { Values, VariableName } from "./variables.ts";

const TOGETHER: readonly (readonly VariableName[])[] = [...IDENTITY_PROVIDERS_TOGETHER, ...SENDERS_TOGETHER];

/** A sender's address alone asks for no provider. */
const ASKS_FOR_NOTHING: ReadonlySet<VariableName> = new Set(["MAIL_FROM"]);

/** One line for each variable that another one needs. A bad value is undefined here, and was told before. */
export function missingVariables(values: Values): string[] {
  const lines = TOGETHER.flatMap((names) => {
    const given = names.find((name) => Boolean(values[name]) && !ASKS_FOR_NOTHING.has(name));
    const missing = names.filter((name) => values[name] === null);
    return given === undefined ? [] : missing.map((name) => `${name} must be set, since ${given} is.`);
  });
  const isWithoutSender = Boolean(values.SMTP_URL) && values.MAIL_FROM === null && !values.MAILGUN_API_KEY;
  if (isWithoutSender) lines.push("MAIL_FROM must be set, since SMTP_URL is.");
  const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey } = values;
  if (publicKey && privateKey && !isVapidPair(publicKey, privateKey))
    lines.push("VAPID_PRIVATE_KEY must be the private half of VAPID_PUBLIC_KEY.");
  return lines;
}
