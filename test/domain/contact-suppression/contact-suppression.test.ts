import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { SuppressionReason } from "../../../src/domain/contact-suppression/contact-suppression.ts";
import {
  findSuppression,
  type FindSuppressionInput,
} from "../../../src/domain/contact-suppression/find-suppression.ts";
import {
  liftSuppression,
  type LiftSuppressionInput,
} from "../../../src/domain/contact-suppression/lift-suppression.ts";
import {
  suppressContact,
  type SuppressContactInput,
} from "../../../src/domain/contact-suppression/suppress-contact.ts";
import { newId } from "../../../src/domain/shared/ids.ts";
import { createTestDomain, type TestDomain } from "../../support/domain-context.ts";

let domain: TestDomain;

beforeAll(async () => {
  domain = await createTestDomain();
});

beforeEach(() => domain.db.prisma.contactSuppression.deleteMany({}));

afterAll(() => domain.close());

const OURS = newId("organisation");
const THEIRS = newId("organisation");
const ADDRESS = "ada@example.com";
const NUMBER = "+4915112345678";

const suppress = (input: Partial<SuppressContactInput>) =>
  domain.db.transaction((tx) =>
    suppressContact({ ids: newId, clock: domain.clock }, tx, {
      organisationId: OURS,
      channel: "email",
      address: ADDRESS,
      reason: "bounce",
      ...input,
    }),
  );

const lift = (input: Partial<LiftSuppressionInput>) =>
  domain.db.transaction((tx) =>
    liftSuppression(tx, { organisationId: OURS, channel: "email", address: ADDRESS, reason: "bounce", ...input }),
  );

const find = (input: Partial<FindSuppressionInput> = {}) =>
  findSuppression(domain.db.prisma, {
    organisationId: OURS,
    channel: "email",
    address: ADDRESS,
    isOptional: true,
    ...input,
  });

describe("an address that is suppressed", () => {
  test("is so for the organisation, whatever the case it is written in, by that channel", async () => {
    expect(await find()).toBe(null);
    await suppress({ address: "Ada@Example.com" });
    expect(await find()).toBe("bounce");
    expect(await find({ address: "ADA@EXAMPLE.COM" })).toBe("bounce");
    expect(await find({ organisationId: THEIRS })).toBe(null);
    expect(await find({ address: "bda@example.com" })).toBe(null);
    await suppress({ channel: "sms", address: NUMBER, reason: "stop" });
    expect(await find({ channel: "sms", address: NUMBER })).toBe("stop");
    expect(await find({ address: NUMBER })).toBe(null);
  });

  test("is so for every organisation where the installation suppressed it", async () => {
    await suppress({ organisationId: null, channel: "sms", address: NUMBER, reason: "stop", provider: "twilio" });
    for (const organisationId of [OURS, THEIRS])
      expect(await find({ organisationId, channel: "sms", address: NUMBER })).toBe("stop");
  });

  test.each<[SuppressionReason, SuppressionReason | null]>([
    ["bounce", "bounce"],
    ["complaint", "complaint"],
    ["stop", "stop"],
    ["unsubscribe", null],
  ])("for %s: what may be left out does not go; what the booking needs is stopped by %s", async (reason, needed) => {
    await suppress({ reason });
    expect(await find({ isOptional: true })).toBe(reason);
    expect(await find({ isOptional: false })).toBe(needed);
  });

  test("for several reasons is so for the one that weighs most, and for the others when that one is lifted", async () => {
    await suppress({ reason: "unsubscribe" });
    await suppress({ reason: "complaint" });
    expect(await find()).toBe("complaint");
    await lift({ reason: "complaint" });
    expect([await find(), await find({ isOptional: false })]).toEqual(["unsubscribe", null]);
    await lift({ reason: "bounce" });
    expect(await find()).toBe("unsubscribe");
    await lift({ reason: "unsubscribe" });
    expect(await find()).toBe(null);
  });

  test("is lifted where it was suppressed: an organisation's own, or the installation's", async () => {
    await suppress({ organisationId: null });
    await lift({});
    expect(await find()).toBe("bounce");
    await suppress({});
    await lift({ organisationId: null });
    expect(await find()).toBe("bounce");
    expect(await find({ organisationId: THEIRS })).toBe(null);
  });

  test.each([["an organisation", OURS] as const, ["the installation", null] as const])(
    "stands there once for %s, also when sixteen say it at one moment, with the time of the first",
    async (_, organisationId) => {
      const at = domain.clock.now();
      await suppress({ organisationId, provider: "mailgun" });
      domain.clock.advance(60_000);
      await Promise.all(Array.from({ length: 16 }, () => suppress({ organisationId })));
      const rows = await domain.db.prisma.contactSuppression.findMany();
      expect(rows).toMatchObject([{ organisationId, provider: "mailgun", createdAt: at }]);
    },
  );
});
