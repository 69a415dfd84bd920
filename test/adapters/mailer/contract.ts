import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Mailer, MailMessage } from "../../../src/domain/ports/mailer.ts";

/** A mailer whose mail the test can read. */
export interface MailerUnderTest {
  mailer: Mailer;
  received: () => Promise<MailMessage[]>;
  close: () => Promise<void>;
}

/** What every mailer does. */
export function describeMailer(name: string, open: () => Promise<MailerUnderTest>): void {
  describe(`${name} as a mailer`, () => {
    let under: MailerUnderTest;
    const message = (id: string): MailMessage => ({
      id,
      to: "grace@example.com",
      subject: "Grüße, \u4f60\u597d",
      text: "A line.\n\n.\nFrom here on\u2028more\n",
    });

    beforeAll(async () => {
      under = await open();
    });

    afterAll(() => under.close());

    test("delivers a message as it is", async () => {
      await under.mailer.send(message("eml_1"));
      expect(await under.received()).toContainEqual(message("eml_1"));
    });

    test("delivers the same message once, however often it is sent", async () => {
      for (let i = 0; i < 3; i++) await under.mailer.send(message("eml_2"));
      expect((await under.received()).filter(({ id }) => id === "eml_2")).toHaveLength(1);
    });

    test("delivers many that are sent at once", async () => {
      const ids = Array.from({ length: 20 }, (_, i) => `eml_many_${i}`);
      await Promise.all(ids.map((id) => under.mailer.send(message(id))));
      const received = (await under.received()).map(({ id }) => id);
      expect(received).toEqual(expect.arrayContaining(ids));
    });
  });
}
