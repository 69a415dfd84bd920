import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

type Step = "connect" | "mail" | "recipient" | "data";

/** A mail server of a test's own, which takes mail from whoever knows the password. */
export interface SmtpPeer {
  port: number;
  /** Whole messages as they came, with whom they were for. */
  messages: { to: string[]; mime: Buffer }[];
  /** Refuses at this step with this reply from now on. Null: takes everything. */
  refuse: (refusal: { step: Step; reply: number; text: string } | null) => void;
  /** Takes connections and says nothing. */
  hang: (isHanging: boolean) => void;
  close: () => Promise<void>;
}

export const SMTP_CREDENTIALS = { user: "holdfast", password: "p@ss: word" };

export async function startSmtpPeer(tls?: { key: string; cert: string }): Promise<SmtpPeer> {
  const messages: SmtpPeer["messages"] = [];
  let refusal: Parameters<SmtpPeer["refuse"]>[0] = null;
  let isHanging = false;
  const at = (step: Step) => (refusal?.step === step ? toError(refusal) : null);
  const server = new SMTPServer({
    ...tls,
    ...(tls === undefined && { disabledCommands: ["STARTTLS"] }),
    allowInsecureAuth: true,
    disableReverseLookup: true,
    onAuth: ({ username, password }, _, done) => {
      const isKnown = username === SMTP_CREDENTIALS.user && password === SMTP_CREDENTIALS.password;
      if (isKnown) done(null, { user: username });
      else done(new Error("Invalid username or password"));
    },
    onConnect: (_, done) => {
      if (!isHanging) done(at("connect"));
    },
    onMailFrom: (_, __, done) => {
      done(at("mail"));
    },
    onRcptTo: (_, __, done) => {
      done(at("recipient"));
    },
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const error = at("data");
        if (error === null)
          messages.push({ to: envelope.rcptTo.map(({ address }) => address), mime: Buffer.concat(chunks) });
        done(error);
      });
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    messages,
    refuse: (next) => void (refusal = next),
    hang: (next) => void (isHanging = next),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  };
}

function toError({ reply, text }: { reply: number; text: string }): Error {
  return Object.assign(new Error(text), { responseCode: reply });
}
