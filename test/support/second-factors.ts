import { Secret, TOTP } from "otpauth";
import { sealTotpSecret } from "../../src/domain/second-factor/sealed-secret.ts";
import { newRecoveryCodes, recoveryCodeHash } from "../../src/domain/second-factor/recovery-code.ts";
import type { Clock } from "../../src/domain/shared/clock.ts";
import type { Database } from "../../src/domain/shared/database.ts";
import { TEST_SEALER } from "./rest-app.ts";
import type { RestWorld } from "./rest-world.ts";

/** The code that an authenticator app shows, now or some steps of 30 seconds from now. */
export function codeAt(secret: string, clock: Clock, steps = 0): string {
  const timestamp = clock.now().getTime() + steps * 30_000;
  return new TOTP({ secret, algorithm: "SHA1", digits: 6, period: 30 }).generate({ timestamp });
}

/** The clinic's owner with second factors and without, whatever was done with them before. */
export interface FactorFixture {
  remove(): Promise<void>;
  /** An authenticator app that waits to be confirmed, by the code that is answered. */
  beginTotp(): Promise<string>;
  /** An authenticator app that is in use. @returns its secret */
  addTotp(): Promise<string>;
  addRecoveryCode(): Promise<string>;
  /** The token of a log-in that waits for a second factor, which there is then. */
  challenge(): Promise<string>;
}

export async function createFactorFixture({ app, clinic, clock }: RestWorld): Promise<FactorFixture> {
  const { prisma } = app.db;
  const { email } = clinic.ownerLogIn;
  const { id: userId } = await prisma.user.findUniqueOrThrow({ where: { email } });
  const putTotp = async (confirmedAt: Date | null) => {
    const secret = new Secret().base32;
    const row = { secret: sealTotpSecret(TEST_SEALER, userId, secret), createdAt: clock.now(), confirmedAt };
    await prisma.totp.upsert({ where: { userId }, create: { userId, ...row }, update: { ...row, lastStep: null } });
    return secret;
  };
  const addTotp = () => putTotp(clock.now());
  return {
    async remove() {
      await prisma.totp.deleteMany({ where: { userId } });
      await prisma.recoveryCode.deleteMany({ where: { userId } });
    },
    beginTotp: async () => codeAt(await putTotp(null), clock),
    addTotp,
    addRecoveryCode: () => addRecoveryCode(app.db, userId, clock),
    async challenge() {
      await addTotp();
      const { body } = await app.call("POST", "/v1/auth/log-in", { body: clinic.ownerLogIn });
      return body.challengeToken;
    },
  };
}

async function addRecoveryCode({ prisma }: Database, userId: string, clock: Clock): Promise<string> {
  const recoveryCode = newRecoveryCodes()[0]!;
  await prisma.recoveryCode.create({
    data: { hash: recoveryCodeHash(recoveryCode), userId, createdAt: clock.now() },
  });
  return recoveryCode;
}
