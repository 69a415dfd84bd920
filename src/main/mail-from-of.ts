import type { MailAddress } from "../domain/ports/mailer.ts";
import type { Config } from "./config.ts";

/** Whom mail is from where nothing else is said. Without a provider of mail it goes no farther than a folder. */
export function mailFromOf({ senders: { mailFrom } }: Config, publicUrl: string): MailAddress {
  if (!mailFrom) return { address: `no-reply@${new URL(publicUrl).hostname}` };
  const { address, name } = mailFrom;
  return { address, ...(name !== null && { name }) };
}
