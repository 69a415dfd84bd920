import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import {
  MOST_ANSWER_BYTES,
  type WebhookMessage,
  type WebhookSender,
} from "../../../src/domain/ports/webhook-sender.ts";

interface Reply {
  status?: number;
  retryAfter?: string;
  body?: string;
}

export interface WebhookSenderUnderTest {
  sender: WebhookSender;
  /** Answers what is posted to a path. @returns the address */
  receive: (path: string, reply: (message: Omit<WebhookMessage, "url">) => Reply) => string;
  close: () => Promise<void>;
}

const SIGNAL = new AbortController().signal;

/** What every sender of webhooks does. */
export function describeWebhookSender(name: string, open: () => Promise<WebhookSenderUnderTest>): void {
  describe(`${name} as a sender of webhooks`, () => {
    let under: WebhookSenderUnderTest;
    const post = (url: string, body = "{}") =>
      under.sender.send({ url, headers: { "content-type": "application/json", "webhook-id": "msg_1" }, body }, SIGNAL);

    beforeAll(async () => {
      under = await open();
    });

    afterAll(() => under.close());

    test("brings the body letter for letter, with the headers", async () => {
      const received: Omit<WebhookMessage, "url">[] = [];
      const url = under.receive("/whole", (message) => {
        received.push(message);
        return { status: 200, body: "thanks" };
      });
      const body = '{ "name": "Gr\u00fc\u00dfe, \u4f60\u597d" }\n';
      expect(await post(url, body)).toEqual({ kind: "answered", status: 200, retryAfter: null, body: "thanks" });
      expect(received).toHaveLength(1);
      expect(received[0]?.body).toBe(body);
      expect(received[0]?.headers).toMatchObject({ "content-type": "application/json", "webhook-id": "msg_1" });
    });

    test.each([200, 204, 301, 404, 410, 429, 500])("tells of an answer %i as it is", async (status) => {
      const url = under.receive(`/status/${status}`, () => ({ status }));
      expect(await post(url)).toMatchObject({ kind: "answered", status });
    });

    test("tells when to come back", async () => {
      const url = under.receive("/later", () => ({ status: 503, retryAfter: "120" }));
      expect(await post(url)).toMatchObject({ status: 503, retryAfter: "120" });
    });

    test("reads the start of a long answer, and cuts no character in two", async () => {
      const url = under.receive("/long", () => ({ status: 200, body: `a${"\u00fc".repeat(100_000)}` }));
      const outcome = await post(url);
      expect(outcome).toMatchObject({ kind: "answered", body: `a${"\u00fc".repeat((MOST_ANSWER_BYTES - 2) / 2)}` });
    });

    test("sends many at once", async () => {
      let count = 0;
      const url = under.receive("/many", () => ({ status: count++ < 0 ? 500 : 200 }));
      const outcomes = await Promise.all(Array.from({ length: 50 }, () => post(url)));
      expect(outcomes.every((outcome) => outcome.kind === "answered" && outcome.status === 200)).toBe(true);
      expect(count).toBe(50);
    });

    test("throws the reason of a signal that has come", async () => {
      const url = under.receive("/over", () => ({}));
      const message = { url, headers: {}, body: "{}" };
      await expect(under.sender.send(message, AbortSignal.abort(new Error("ended")))).rejects.toThrow("ended");
    });
  });
}
