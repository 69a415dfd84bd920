import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { recoveryCodeHash } from "../../../src/domain/second-factor/recovery-code.ts";
import { sealTotpSecret } from "../../../src/domain/second-factor/sealed-secret.ts";
import { takeFactor, type ShownFactor } from "../../../src/domain/second-factor/take-factor.ts";
import { newTotpSecret, otpauthUri, stepOf } from "../../../src/domain/second-factor/totp-code.ts";
import { createSealer } from "../../../src/domain/shared/sealer.ts";
import { createTestDomain, type LogLine, type TestDomain } from "../../support/domain-context.ts";
import { createListLog } from "../../support/list-log.ts";
import { codeAt } from "../../support/second-factors.ts";

const USER = "usr_1";
const sealer = createSealer("the secret of the tests");
const secret = newTotpSecret();
const logged: LogLine[] = [];
let domain: TestDomain;

beforeAll(async () => {
  domain = await createTestDomain();
  const now = domain.clock.now();
  const stamps = { createdAt: now, updatedAt: now };
  await domain.db.prisma.user.create({ data: { id: USER, email: "ada@clinic.example", name: "Ada", ...stamps } });
  const sealed = sealTotpSecret(sealer, USER, secret);
  await domain.db.prisma.totp.create({ data: { userId: USER, secret: sealed, createdAt: now, confirmedAt: now } });
});

afterAll(() => domain.close());

const take = (shown: ShownFactor, by = sealer) =>
  domain.db.transaction((tx) =>
    takeFactor({ sealer: by, clock: domain.clock, log: createListLog(logged) }, tx, USER, shown),
  );

test("one code, shown sixteen times at the same moment, is taken once", async () => {
  const code = codeAt(secret, domain.clock);
  const taken = await Promise.all(Array.from({ length: 16 }, () => take({ code })));
  expect(taken.filter(Boolean)).toHaveLength(1);
});

test("one recovery code, shown sixteen times at the same moment, is taken once", async () => {
  const recoveryCode = "0m3k-9qwr-t7xv-2c4d";
  const row = { hash: recoveryCodeHash(recoveryCode), userId: USER, createdAt: domain.clock.now() };
  await domain.db.prisma.recoveryCode.create({ data: row });
  const taken = await Promise.all(Array.from({ length: 16 }, () => take({ recoveryCode })));
  expect(taken.filter(Boolean)).toHaveLength(1);
});

test("after a change of the server's secret codes are refused, and the log says why without saying the code", async () => {
  const code = codeAt(secret, domain.clock, 1);
  expect(await take({ code }, createSealer("another"))).toBe(false);
  expect(logged).toEqual([
    { level: "error", fields: { userId: USER }, message: expect.stringMatching(/HOLDFAST_SECRET/) },
  ]);
  expect(await take({ code })).toBe(true);
});

describe("RFC 6238, appendix B, with the last six of the eight digits", () => {
  // The ASCII text 12345678901234567890 in base 32.
  const rfcSecret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  test.each([
    [59, "287082", 1],
    [1_111_111_109, "081804", 37_037_036],
    [1_111_111_111, "050471", 37_037_037],
    [1_234_567_890, "005924", 41_152_263],
    [2_000_000_000, "279037", 66_666_666],
    [20_000_000_000, "353130", 666_666_666],
  ])("at %d s the code is %s, of step %d", (seconds, code, step) => {
    expect(stepOf(code, rfcSecret, new Date(seconds * 1_000))).toBe(step);
    expect(stepOf(code, rfcSecret, new Date((seconds + 61) * 1_000))).toBeNull();
  });
});

test("the address for the QR code escapes what would end a part of it", () => {
  const uri = new URL(otpauthUri(secret, "Clinic & Sons?", "ada+x@clinic.example"));
  expect(decodeURIComponent(uri.pathname)).toBe("/Clinic & Sons?:ada+x@clinic.example");
  expect(uri.searchParams.get("issuer")).toBe("Clinic & Sons?");
  expect(uri.searchParams.get("secret")).toBe(secret);
});
