import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import ICAL from "ical.js";
import PostalMime, { type Email } from "postal-mime";
import { createSmtpMailer, type SmtpMailer } from "../../../src/adapters/mailer/smtp/smtp-mailer.ts";
import { createPostOffice, type PostOffice } from "../../support/post-office.ts";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";
import { SMTP_CREDENTIALS, startSmtpPeer, type SmtpPeer } from "../../support/senders/smtp-peer.ts";

let world: RestWorld;
let peer: SmtpPeer;
let mailer: SmtpMailer;
let office: PostOffice;

beforeAll(async () => {
  world = await createRestWorld();
  peer = await startSmtpPeer();
  mailer = createSmtpMailer({
    ...{ host: "127.0.0.1", port: peer.port, isImplicitTls: false, requireTls: false, timeoutMs: 20_000 },
    ...{ credentials: SMTP_CREDENTIALS, from: { address: "bookings@holdfast.example", name: null } },
  });
  office = createPostOffice(world, mailer);
});

afterEach(() => world.sql("DELETE FROM notification"));

afterAll(async () => {
  mailer.close();
  await peer.close();
  await world.close();
});

/** Mails as they arrive, read by another library than the one that wrote them, by whom they are for. */
async function arrive(): Promise<Record<string, Email>> {
  await office.dispatch();
  await office.work();
  const mails = await Promise.all(
    peer.messages.splice(0).map(async ({ to, mime }) => [to.join(), await PostalMime.parse(mime)] as const),
  );
  return Object.fromEntries(mails);
}

interface Read {
  method: string;
  text: string;
  events: ICAL.Event[];
}

/** The calendar as it stands in the mail, by a second library. */
function calendarOf(mail: Email): Read {
  const file = mail.attachments.find(({ filename }) => filename === "invite.ics")!;
  const text = new TextDecoder().decode(file.content as ArrayBuffer);
  const calendar = new ICAL.Component(ICAL.parse(text) as never);
  const events = calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
  return { method: String(calendar.getFirstPropertyValue("method")), text, events };
}

const valueOf = ({ component }: ICAL.Event, name: string) => String(component.getFirstPropertyValue(name));

const instantsOf = ({ startDate, endDate }: ICAL.Event) => [
  startDate.toJSDate().toISOString(),
  endDate.toJSDate().toISOString(),
];

const OWNER = "owner@clinic.example";

const bookFor = async (startsAt: string, more: object = {}, event: object = {}) => {
  const { id } = await world.clinic.addEventType(event);
  return world.book(id, startsAt, more);
};

const attendee = (more: object = {}) => ({ attendee: { name: "Ada", email: "ada@example.com", ...more } });

describe("the mail of a booking, sent by SMTP and read by another library", () => {
  test.each([
    ["Europe/Berlin", "2026-12-01T08:00:00.000Z", "9:00 – 9:30 AM (Central European Standard Time)"],
    ["America/New_York", "2026-12-01T14:00:00.000Z", "9:00 – 9:30 AM (Eastern Standard Time)"],
    ["Asia/Kathmandu", "2026-12-02T08:00:00.000Z", "1:45 – 2:15 PM (Nepal Time)"],
    // The clock goes forward at 02:00 on this day.
    ["America/New_York", "2027-03-15T13:00:00.000Z", "9:00 – 9:30 AM (Eastern Daylight Time)"],
    ["Europe/London", "2027-03-29T08:00:00.000Z", "9:00 – 9:30 AM (British Summer Time)"],
  ])("says the right time in %s of %s, and the calendar the right instants", async (timeZone, startsAt, says) => {
    await bookFor(startsAt, { ...attendee(), timeZone });
    const mails = await arrive();
    const mail = mails["ada@example.com"]!;
    const plain = mail.text!.replaceAll(/[\u2009\u202f\u00a0]/g, " ");
    expect(plain).toContain(says);
    expect(mail.html!.replaceAll(/[\u2009\u202f\u00a0]/g, " ")).toContain(says);
    const { method, events } = calendarOf(mail);
    const endsAt = new Date(Date.parse(startsAt) + 30 * 60_000).toISOString();
    expect([method, ...instantsOf(events[0]!)]).toEqual(["REQUEST", startsAt, endsAt]);
    expect(mails[OWNER]!.text).toContain("Central European");
  });

  test("crosses the night in which the clock goes forward with the offsets of both sides", async () => {
    const { id } = await world.clinic.addEventType({ durationsMinutes: [120] });
    const startsAt = "2027-03-28T00:30:00.000Z";
    const override = ["outside_hours", "day_off", "off_grid"];
    await world.book(id, startsAt, { ...attendee(), timeZone: "Europe/Berlin", override });
    const mail = (await arrive())["ada@example.com"]!;
    const [event] = calendarOf(mail).events;
    expect(instantsOf(event!)).toEqual([startsAt, "2027-03-28T02:30:00.000Z"]);
    expect(mail.text!.replaceAll(/\s/g, " ")).toContain(
      "1:30 – 4:30 AM (Central European Standard Time – Central European Summer Time)",
    );
  });

  test("is of one UID and a rising SEQUENCE from REQUEST to REQUEST to CANCEL, for attendee, guest and host", async () => {
    const guests = [{ email: "guest@example.com" }];
    const { id } = await bookFor("2026-12-08T08:00:00.000Z", { ...attendee(), guests });
    const [first] = [await arrive()];
    await world.call("POST", `/v1/bookings/${id}/reschedule`, { body: { startsAt: "2026-12-08T09:00:00.000Z" } });
    const second = await arrive();
    await world.call("POST", `/v1/bookings/${id}/cancel`, { body: {} });
    const third = await arrive();
    for (const who of ["ada@example.com", "guest@example.com", OWNER]) {
      const read = [first, second, third].map((mails) => calendarOf(mails[who]!));
      expect(read.map(({ method }) => method)).toEqual(["REQUEST", "REQUEST", "CANCEL"]);
      const events = read.map(({ events: [event] }) => event!);
      expect(events.map(({ uid }) => uid)).toEqual(Array.from({ length: 3 }, () => `${id}@api.example.com`));
      expect(events.map(({ sequence }) => sequence)).toEqual([0, 1, 2]);
      expect(events.map((event) => valueOf(event, "status"))).toEqual(["CONFIRMED", "CONFIRMED", "CANCELLED"]);
      expect(events.map((event) => valueOf(event, "organizer").toLowerCase())).toEqual(
        Array.from({ length: 3 }, () => "mailto:bookings@holdfast.example"),
      );
      expect(events[1]!.startDate.toJSDate().toISOString()).toBe("2026-12-08T09:00:00.000Z");
      expect(valueOf(events[0]!, "dtstamp")).toBe("2026-11-23T08:00:00Z");
      const mine = events[0]!.attendees.find((each) => String(each.getFirstValue()).toLowerCase() === `mailto:${who}`)!;
      expect(mine.getParameter("rsvp")).toBe("FALSE");
      expect(mine.getParameter("partstat")).toBe(who.startsWith("guest") ? "NEEDS-ACTION" : "ACCEPTED");
    }
  });

  test("tells a guest who leaves by a CANCEL whose SEQUENCE is above that of his REQUEST", async () => {
    const guests = [{ email: "guest@example.com" }];
    const { id, attendees } = await bookFor("2026-12-09T08:00:00.000Z", { ...attendee(), guests });
    await arrive();
    const { id: guestId } = (attendees as unknown as { id: string }[])[1]!;
    await world.call("POST", `/v1/bookings/${id}/attendees/${guestId}/cancel`, { body: {} });
    const { method, events } = calendarOf((await arrive())["guest@example.com"]!);
    expect([method, events[0]!.sequence]).toEqual(["CANCEL", 1]);
  });

  test("has no calendar while the booking waits, nor when it is cancelled or declined before it was sure", async () => {
    const { id } = await bookFor("2026-12-10T08:00:00.000Z", attendee(), { requiresConfirmation: true });
    expect((await arrive())["ada@example.com"]!.attachments).toEqual([]);
    await world.call("POST", `/v1/bookings/${id}/cancel`, { body: {} });
    expect((await arrive())["ada@example.com"]!.attachments).toEqual([]);
  });

  test("keeps to 75 octets a line, and brings back letters, commas, line ends and quotes as they are", async () => {
    const title = 'Größe; 你好, \\ "Quoted"\\n — ' + "längst".repeat(20);
    const name = 'Ada "Count" Łovelace; of, 你\\好: Byron';
    const value = "Straße 1, 10115 Berlin\nHinterhaus; 3. Stock";
    await bookFor("2026-12-11T08:00:00.000Z", attendee({ name }), { title, locations: [{ type: "address", value }] });
    const mails = await arrive();
    for (const who of ["ada@example.com", OWNER]) {
      const { text, events } = calendarOf(mails[who]!);
      for (const line of text.split(/\r?\n/)) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(events[0]!.summary).toBe(who === OWNER ? `${title}: ${name}` : title);
      expect(events[0]!.location).toBe(value);
    }
    const names = calendarOf(mails[OWNER]!).events[0]!.attendees.map((each) => each.getParameter("cn"));
    expect(names.at(-1)).toBe(name);
    expect(mails[OWNER]!.text).toContain(name);
  });

  test("is a page without any markup but its own", async () => {
    const title = `<img src=x onerror=alert(1)> & "{{link}}" '`;
    await bookFor("2026-12-14T08:00:00.000Z", attendee({ name: "<script>alert(1)</script>" }), { title });
    const mails = await arrive();
    for (const { html, subject } of Object.values(mails)) {
      expect(html).not.toMatch(/<img|<script/i);
      expect(html).toContain("&lt;img src=x onerror=alert(1)&gt; &amp; &quot;{{link}}&quot; &#39;");
      expect(subject).toContain(title);
    }
    expect(mails[OWNER]!.html).toContain("&lt;script&gt;");
  });
});

describe("the reader's language", () => {
  test.each([
    ["de-AT", "Ihre Buchung ist bestätigt: Visit", "Dienstag, 15. Dezember 2026", "de"],
    ["fr", "Votre réservation est confirmée\u202f: Visit", "mardi 15 décembre 2026", "fr"],
    ["es-MX", "Su reserva está confirmada: Visit", "martes, 15 de diciembre de 2026", "es"],
    ["pt-PT", "Sua reserva está confirmada: Visit", "terça-feira, 15 de dezembro de 2026", "pt-BR"],
    ["en-GB", "Your booking is confirmed: Visit", "Tuesday, 15 December 2026", "en"],
    ["ja", "Your booking is confirmed: Visit", "Tuesday, December 15, 2026", "en"],
  ])("of %s is written with its own dates", async (locale, subject, date, lang) => {
    const { id } = await bookFor("2026-12-15T08:00:00.000Z", attendee({ locale }));
    const mail = (await arrive())["ada@example.com"]!;
    expect([mail.subject, mail.text!.includes(date)]).toEqual([subject, true]);
    if (lang === "fr") expect(mail.text).toContain("Objet\u202f: Visit");
    expect(mail.html).toContain(`<html lang="${lang}" dir="ltr">`);
    await world.call("POST", `/v1/bookings/${id}/cancel`, { body: {} });
    await arrive();
  });
});

test("a place that a stranger typed in is told to hosts alone, until somebody here has looked at it", async () => {
  const { id: type } = await world.clinic.addEventType();
  const location = { type: "address", value: "Buy at evil.example" };
  const body = {
    ...{ eventTypeId: type, startsAt: "2026-12-16T08:00:00.000Z", timeZone: "Europe/Berlin", location },
    ...{ ...attendee(), clientCreatedAt: "2026-11-23T08:00:00.000Z" },
  };
  const { body: booked } = await world.call("POST", "/v1/bookings", { body, key: world.clinic.publishableKey });
  const mails = await arrive();
  expect(JSON.stringify(mails["ada@example.com"])).not.toContain("evil");
  expect(mails[OWNER]!.text).toContain("evil");
  const changed = { location: { type: "link", value: "https://meet.example/1" } };
  const headers = { "If-Match": '"1"' };
  expect((await world.call("PATCH", `/v1/bookings/${booked.id}`, { body: changed, headers })).status).toBe(200);
  await world.call("POST", `/v1/bookings/${booked.id}/reschedule`, { body: { startsAt: "2026-12-16T09:00:00.000Z" } });
  const told = (await arrive())["ada@example.com"]!;
  expect(told.text).toContain("https://meet.example/1");
  expect(valueOf(calendarOf(told).events[0]!, "url")).toBe("https://meet.example/1");
});
