import { sendOutgoingMail } from "../../src/domain/mail/send-outgoing-mail.ts";
import type { Mailer, MailMessage } from "../../src/domain/ports/mailer.ts";
import { createListLog } from "./list-log.ts";
import { TEST_SEALER } from "./rest-app.ts";
import type { RestWorld } from "./rest-world.ts";

/** Where all mail of a test arrives. */
export interface Mailbox {
  /** Does what the job does, and gives what it has mailed. */
  collect: () => Promise<MailMessage[]>;
  /** The token in the last of the mails that go out now to this address. */
  tokenTo: (address: string) => Promise<string>;
}

export const APP_URL = "https://app.example.com";

/** A mailer that keeps what it is given in a list. */
export function createListMailer(mails: MailMessage[]): Mailer {
  return {
    send(message) {
      mails.push(message);
      return Promise.resolve({ provider: "list", outcome: "sent", providerMessageId: null });
    },
  };
}

export function createMailbox({ app, clock }: Pick<RestWorld, "app" | "clock">): Mailbox {
  const collect = async () => {
    const mails: MailMessage[] = [];
    const mailer = createListMailer(mails);
    await sendOutgoingMail({ db: app.db, clock, log: createListLog([]), mailer, appUrl: APP_URL, sealer: TEST_SEALER });
    return mails;
  };
  return {
    collect,
    tokenTo: async (address) => tokenIn((await collect()).filter(({ to }) => to === address).at(-1)!),
  };
}

export function tokenIn({ text }: MailMessage): string {
  return /\?token=(\S+)/.exec(text)![1]!;
}
