import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import PostalMime, { type Email } from "postal-mime";
import { createLocalMailer } from "../../../src/adapters/mailer/local/local-mailer.ts";
import { createMailgunMailer } from "../../../src/adapters/mailer/mailgun/mailgun-mailer.ts";
import { createSmtpMailer, type SmtpMailer, type SmtpOptions } from "../../../src/adapters/mailer/smtp/smtp-mailer.ts";
import { createSenderWithFallback } from "../../../src/adapters/sending/sender-with-fallback.ts";
import type { Mailer, MailMessage } from "../../../src/domain/ports/mailer.ts";
import { LOCALHOST, trustLocalhost } from "../../support/senders/certificate.ts";
import {
  startHttpPeer,
  type HttpPeer,
  type PeerAnswer,
  type ReceivedRequest,
} from "../../support/senders/http-peer.ts";
import { told } from "../../support/senders/outcomes.ts";
import { SMTP_CREDENTIALS, startSmtpPeer, type SmtpPeer } from "../../support/senders/smtp-peer.ts";

const FROM = { address: "bookings@clinic.example", name: "Clinic" };
const CLOCK = { now: () => new Date("2026-12-01T10:00:00Z") };
const TIMEOUT_MS = 20_000;

/** Long enough to come, short enough to be waited for. */
const SHORT_TIMEOUT_MS = 300;

const ICS = [
  "BEGIN:VCALENDAR",
  "VERSION:2.0",
  "PRODID:-//Holdfast//EN",
  "METHOD:REQUEST",
  "BEGIN:VEVENT",
  "UID:bkg_1@clinic.example",
  "DTSTART:20261201T100000Z",
  "SUMMARY:Grüße",
  "END:VEVENT",
  "END:VCALENDAR",
  "",
].join("\r\n");

const PLAIN: MailMessage = {
  id: "eml_plain",
  to: "grace@example.com",
  subject: "Grüße, \u4f60\u597d",
  text: "A line.\n\n.\nFrom here on\u2028more\n",
};

const INVITATION: MailMessage = {
  ...PLAIN,
  id: "eml_invitation",
  toName: 'Grace "Amazing" Höpper',
  from: { name: "Dr. Ada, Lovelace" },
  replyTo: { address: "ada@clinic.example", name: "Ada" },
  html: "<p>Grüße</p>",
  calendar: { method: "REQUEST", ics: ICS },
  headers: {
    "List-Unsubscribe": "<https://app.example.com/u/1>",
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  },
};

interface Peer {
  mailer: Mailer;
  /** Whole messages that it has taken, by whom they were for. */
  received: () => Promise<{ to: string; mime: Buffer }[]>;
  close: () => Promise<void>;
}

async function openSmtp(): Promise<Peer> {
  const peer = await startSmtpPeer();
  const mailer = createSmtpMailer(smtpOptions(peer));
  const received = () => Promise.resolve(peer.messages.map(({ to, mime }) => ({ to: to.join(), mime })));
  return { mailer, received, close: () => closeBoth(mailer, peer) };
}

function smtpOptions({ port }: SmtpPeer, more: Partial<SmtpOptions> = {}): SmtpOptions {
  const where = { host: "127.0.0.1", port, isImplicitTls: false, requireTls: false };
  return { ...where, credentials: SMTP_CREDENTIALS, from: FROM, timeoutMs: TIMEOUT_MS, ...more };
}

async function closeBoth(mailer: SmtpMailer, peer: SmtpPeer): Promise<void> {
  mailer.close();
  await peer.close();
}

async function openMailgun(): Promise<Peer> {
  const peer = await startHttpPeer();
  peer.answer({ status: 200, body: { id: "<eml@mailgun>", message: "Queued. Thank you." } });
  const mailer = createMailgunMailer(mailgunOptions(peer));
  return { mailer, received: () => Promise.all(peer.requests.map(readForm)), close: () => peer.close() };
}

const MAILGUN_KEY = "key-0123456789";

function mailgunOptions({ baseUrl }: HttpPeer, timeoutMs = TIMEOUT_MS) {
  return { apiKey: MAILGUN_KEY, domain: "mg.clinic.example", baseUrl, from: FROM, timeoutMs, clock: CLOCK };
}

async function readForm({ headers, body }: ReceivedRequest): Promise<{ to: string; mime: Buffer }> {
  const type = { "Content-Type": headers["content-type"]! };
  const form = await new Response(new Uint8Array(body), { headers: type }).formData();
  const message = form.get("message") as unknown as Blob;
  return { to: form.get("to") as string, mime: Buffer.from(await message.arrayBuffer()) };
}

describe.each([
  ["SMTP", openSmtp],
  ["Mailgun", openMailgun],
])("%s as a mailer", (_, open) => {
  let peer: Peer;

  beforeAll(async () => {
    peer = await open();
  });

  afterAll(() => peer.close());

  const readBack = async (message: MailMessage): Promise<Email> => {
    expect(told(await peer.mailer.send(message))).toBe("sent");
    const { to, mime } = (await peer.received()).at(-1)!;
    expect(to).toBe(message.to);
    return PostalMime.parse(mime);
  };

  test("delivers a text as it is, from the configured sender", async () => {
    const mail = await readBack(PLAIN);
    expect(mail).toMatchObject({ from: FROM, to: [{ address: PLAIN.to, name: "" }], subject: PLAIN.subject });
    expect(mail.text).toBe(PLAIN.text);
    expect(mail.attachments).toEqual([]);
    expect(mail.headers.find(({ key }) => key === "auto-submitted")?.value).toBe("auto-generated");
  });

  test("delivers an invitation as a form of the text and as a file (RFC 6047 2.4)", async () => {
    const mail = await readBack(INVITATION);
    expect(mail).toMatchObject({
      from: { address: FROM.address, name: "Dr. Ada, Lovelace" },
      to: [{ address: INVITATION.to, name: INVITATION.toName }],
      replyTo: [INVITATION.replyTo],
    });
    // The parser puts a line of its own after each part.
    expect(mail.text!.trimEnd()).toBe(INVITATION.text.trimEnd());
    expect(mail.html!.trim()).toBe(INVITATION.html);
    const mime = (await peer.received()).at(-1)!.mime.toString();
    expect(mime).toMatch(/Content-Type: multipart\/alternative/);
    expect(mime).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/);
    const lines = (text: string) => text.trim().split(/\r?\n/);
    const calendars = mail.attachments.map(({ mimeType, filename, content }) => ({
      mimeType,
      filename,
      text: typeof content === "string" ? content : Buffer.from(content as ArrayBuffer).toString(),
    }));
    const form = calendars.find(({ mimeType }) => mimeType === "text/calendar")!;
    expect(lines(form.text)).toEqual(lines(ICS));
    const file = calendars.find(({ mimeType }) => mimeType === "application/ics")!;
    expect([file.filename, lines(file.text)]).toEqual(["invite.ics", lines(ICS)]);
    // The parser ends lines in its own way; the file itself has those of RFC 5545 3.1.
    expect(mime.replaceAll(/\r?\n/g, "")).toContain(Buffer.from(ICS).toString("base64"));
  });

  test("delivers further headers", async () => {
    const { headers } = await readBack(INVITATION);
    expect(headers).toContainEqual(
      expect.objectContaining({ key: "list-unsubscribe", value: INVITATION.headers!["List-Unsubscribe"] }),
    );
    expect(headers).toContainEqual(
      expect.objectContaining({ key: "list-unsubscribe-post", value: "List-Unsubscribe=One-Click" }),
    );
  });

  test("says the same Message-ID each time that a mail is sent", async () => {
    const ids = [(await readBack(PLAIN)).messageId, (await readBack(PLAIN)).messageId];
    expect(ids).toEqual([`<${PLAIN.id}@clinic.example>`, `<${PLAIN.id}@clinic.example>`]);
  });

  test("lets nothing in a subject or a name become a header of its own", async () => {
    const mail = await readBack({ ...PLAIN, subject: "a\r\nBcc: eve@example.com", toName: "b\r\nX-Evil: 1" });
    expect(mail.bcc ?? []).toEqual([]);
    expect(mail.headers.map(({ key }) => key)).not.toContain("x-evil");
  });

  test.each([
    "",
    "nobody",
    "a@example.com, eve@example.com",
    "a@example.com;eve@example.com",
    "a@x.y>\r\nRCPT TO:<b@x.y",
  ])("asks nobody about %j, which is not one address", async (to) => {
    const before = (await peer.received()).length;
    expect(told(await peer.mailer.send({ ...PLAIN, to }), "eve", "RCPT")).toBe("refused: bad_address");
    expect(await peer.received()).toHaveLength(before);
  });

  test("delivers many that are sent at once", async () => {
    const ids = Array.from({ length: 20 }, (_, i) => `eml_many_${i}`);
    await Promise.all(ids.map((id) => peer.mailer.send({ ...PLAIN, id })));
    const texts = (await peer.received()).map(({ mime }) => mime.toString());
    for (const id of ids) expect(texts.some((mime) => mime.includes(`<${id}@`))).toBe(true);
  });
});

describe("a folder as a mailer", () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), "holdfast-mail-"));
  });

  test("keeps each message as it is, once, for its owner alone", async () => {
    const mailer = createLocalMailer(path.join(root, "outbox"));
    expect(await mailer.list()).toEqual([]);
    for (let i = 0; i < 3; i++) expect(told(await mailer.send(INVITATION))).toBe("sent");
    expect(await mailer.list()).toEqual([INVITATION]);
    const { mode } = statSync(path.join(root, "outbox", `${INVITATION.id}.json`));
    expect((mode & 0o777).toString(8)).toBe("600");
    rmSync(root, { recursive: true });
  });
});

describe("a mail server that", () => {
  let peer: SmtpPeer;
  let mailer: SmtpMailer;

  beforeAll(async () => {
    peer = await startSmtpPeer();
    mailer = createSmtpMailer(smtpOptions(peer));
  });

  afterAll(() => closeBoth(mailer, peer));

  test.each([
    ["knows no such mailbox", "recipient", 550, "5.1.1 <grace@example.com> unknown", "refused: bad_address"],
    ["knows no such mailbox, in old words", "recipient", 550, "No such user grace@example.com", "refused: bad_address"],
    ["finds the mailbox written wrongly", "recipient", 501, "Bad syntax in grace@example.com", "refused: bad_address"],
    ["relays nothing", "recipient", 550, "5.7.1 Relaying denied for grace@example.com", "refused: not_accepted"],
    ["wants it later", "recipient", 451, "4.7.1 Greylisted, grace@example.com", "later"],
    ["has a full mailbox", "recipient", 452, "4.2.2 Over quota", "later"],
    ["does not let us send from there", "mail", 553, "5.7.1 Not yours", "down: misconfigured"],
    ["finds it too large", "data", 552, "5.3.4 Too big", "refused: too_large"],
    ["finds it to be spam", "data", 554, "5.7.1 Spam: Grüße", "refused: not_accepted"],
    ["closes", "data", 421, "4.3.2 Going down", "down: failing"],
    ["takes nobody in", "connect", 554, "No service", "down: failing"],
  ] as const)("%s", async (_, step, reply, text, outcome) => {
    peer.refuse({ step, reply, text });
    // With a connection of its own, which is refused or not.
    const own = createSmtpMailer(smtpOptions(peer));
    expect(told(await own.send(PLAIN), "grace", "example", "Gr")).toBe(outcome);
    own.close();
    peer.refuse(null);
    expect(told(await mailer.send(PLAIN))).toBe("sent");
  });

  test("does not know our password", async () => {
    const credentials = { ...SMTP_CREDENTIALS, password: "another secret" };
    const stranger = createSmtpMailer(smtpOptions(peer, { credentials }));
    expect(told(await stranger.send(PLAIN), "another", "grace")).toBe("down: misconfigured");
    stranger.close();
  });

  test("says nothing is given up in time", async () => {
    peer.hang(true);
    const impatient = createSmtpMailer(smtpOptions(peer, { timeoutMs: SHORT_TIMEOUT_MS }));
    expect(told(await impatient.send(PLAIN))).toBe("down: timed_out");
    impatient.close();
    peer.hang(false);
  });

  test("is not there", async () => {
    const gone = await startSmtpPeer();
    await gone.close();
    const lost = createSmtpMailer(smtpOptions(gone));
    expect(told(await lost.send(PLAIN))).toBe("down: unreachable");
    lost.close();
  });

  test("offers no TLS where it is wanted gets neither mail nor password", async () => {
    const strict = createSmtpMailer(smtpOptions(peer, { requireTls: true }));
    const before = peer.messages.length;
    expect(told(await strict.send(PLAIN))).toBe("down: misconfigured");
    expect(peer.messages).toHaveLength(before);
    strict.close();
  });
});

test("mail goes by STARTTLS to a server whose certificate is good, and not to another", async () => {
  const peer = await startSmtpPeer(LOCALHOST);
  const open = () => createSmtpMailer(smtpOptions(peer, { host: "localhost", requireTls: true }));
  const [wary, trusting] = [open(), open()];
  expect(await wary.send(PLAIN)).toMatchObject({ outcome: "down", detail: expect.stringMatching(/CERT/) });
  const trustNobody = trustLocalhost();
  const outcome = await trusting.send(PLAIN);
  trustNobody();
  expect(told(outcome)).toBe("sent");
  expect(peer.messages).toHaveLength(1);
  wary.close();
  await closeBoth(trusting, peer);
});

describe("Mailgun that", () => {
  let peer: HttpPeer;

  beforeAll(async () => {
    peer = await startHttpPeer();
  });

  afterAll(() => peer.close());

  test("takes a mail is asked by the key, and tells its identifier", async () => {
    peer.answer({ status: 200, body: { id: "<eml_plain@clinic.example>", message: "Queued. Thank you." } });
    const outcome = await createMailgunMailer(mailgunOptions(peer)).send(PLAIN);
    expect(outcome).toEqual({ provider: "mailgun", outcome: "sent", providerMessageId: "<eml_plain@clinic.example>" });
    const { method, path: asked, headers } = peer.requests.at(-1)!;
    expect([method, asked]).toEqual(["POST", "/v3/mg.clinic.example/messages.mime"]);
    expect(headers.authorization).toBe(`Basic ${Buffer.from(`api:${MAILGUN_KEY}`).toString("base64")}`);
  });

  const ANSWERS: [string, PeerAnswer | "hang" | "cut", string][] = [
    [
      "finds the address to be none",
      { status: 400, body: { message: "to parameter is not a valid address: grace@example.com" } },
      "refused: bad_address",
    ],
    ["finds something else wrong", { status: 400, body: { message: "message is wrong" } }, "refused: not_accepted"],
    ["does not know the key", { status: 401, body: "Forbidden" }, "down: misconfigured"],
    ["does not know the domain", { status: 404, body: { message: "Domain not found" } }, "down: misconfigured"],
    ["finds it too large", { status: 413 }, "refused: too_large"],
    ["has had enough", { status: 429, headers: { "Retry-After": "30" } }, "later: 30 s"],
    [
      "says by a date when it is back",
      { status: 503, headers: { "Retry-After": "Tue, 01 Dec 2026 10:02:00 GMT" } },
      "down: failing, 120 s",
    ],
    ["says that it is back in years", { status: 429, headers: { "Retry-After": "999999999" } }, "later: 86400 s"],
    ["fails", { status: 500, body: "<html>grace@example.com</html>" }, "down: failing"],
    ["sends us elsewhere", { status: 302, headers: { Location: "http://127.0.0.1:1/" } }, "down: failing"],
    ["says nothing", "hang", "down: timed_out"],
    ["cuts the line", "cut", "down: unreachable"],
  ];

  test.each(ANSWERS)("%s", async (_, answer, outcome) => {
    peer.answer(answer);
    const timeoutMs = answer === "hang" ? SHORT_TIMEOUT_MS : TIMEOUT_MS;
    const mailer = createMailgunMailer(mailgunOptions(peer, timeoutMs));
    expect(told(await mailer.send(PLAIN), MAILGUN_KEY, "grace", "example")).toBe(outcome);
  });
});

describe("two mailers, one behind the other", () => {
  let peer: HttpPeer;
  let second: Mailer;

  beforeAll(async () => {
    peer = await startHttpPeer();
    second = createMailgunMailer(mailgunOptions(peer));
  });

  afterAll(() => peer.close());

  const first = (outcome: "down" | "refused"): Mailer => ({
    send: () =>
      Promise.resolve(
        outcome === "down"
          ? { provider: "first", outcome, reason: "failing", retryAfterSeconds: null, detail: "" }
          : { provider: "first", outcome, reason: "bad_address", detail: "" },
      ),
  });

  test("send by the second what the first cannot, and not what it refuses", async () => {
    peer.answer({ status: 200 });
    expect(await createSenderWithFallback(first("down"), second).send(PLAIN)).toMatchObject({ provider: "mailgun" });
    expect(await createSenderWithFallback(first("refused"), second).send(PLAIN)).toMatchObject({
      provider: "first",
      outcome: "refused",
    });
  });

  test("tell of the first when both are down", async () => {
    peer.answer({ status: 500 });
    const outcome = await createSenderWithFallback(first("down"), second).send(PLAIN);
    expect(outcome).toMatchObject({ provider: "first", outcome: "down" });
  });
});
