import { Secret, TOTP } from "otpauth";
import { readClientData } from "../../src/domain/passkey/client-data.ts";
import { createPasskeyChallenge } from "../../src/domain/passkey/passkey-challenge.ts";
import { toUserHandle } from "../../src/domain/passkey/verify-assertion.ts";
import { verifyRegistration } from "../../src/domain/passkey/verify-registration.ts";
import { sealTotpSecret } from "../../src/domain/second-factor/sealed-secret.ts";
import { newRecoveryCodes, recoveryCodeHash } from "../../src/domain/second-factor/recovery-code.ts";
import type { Clock } from "../../src/domain/shared/clock.ts";
import type { Database } from "../../src/domain/shared/database.ts";
import { newId } from "../../src/domain/shared/ids.ts";
import { TEST_RELYING_PARTY, TEST_SEALER } from "./rest-app.ts";
import { createAuthenticator, type Authenticator } from "./software-authenticator.ts";
import type { RestWorld } from "./rest-world.ts";

/** The code that an authenticator app shows, now or some steps of 30 seconds from now. */
export function codeAt(secret: string, clock: Clock, steps = 0): string {
  const timestamp = clock.now().getTime() + steps * 30_000;
  return new TOTP({ secret, algorithm: "SHA1", digits: 6, period: 30 }).generate({ timestamp });
}

/** Somebody of the clinic with second factors and without, whatever was done with them before. */
export interface FactorFixture {
  remove(): Promise<void>;
  /** An authenticator app that waits to be confirmed, by the code that is answered. */
  beginTotp(): Promise<string>;
  /** An authenticator app that is in use. @returns its secret */
  addTotp(): Promise<string>;
  addRecoveryCode(): Promise<string>;
  /** Of a phone that nobody else uses. */
  addPasskey(): Promise<{ id: string; phone: Authenticator }>;
  /** What a new phone makes for a challenge of ours. */
  newRegistration(): Promise<ReturnType<Authenticator["create"]>>;
  /** A challenge for whichever passkey. */
  passkeyChallenge(): Promise<{ challenge: string }>;
  /** The token of a log-in that waits for a second factor, which there is then. */
  challenge(): Promise<string>;
}

/** @param memberId of somebody who has an account with the password of the clinic's owner */
export async function createFactorFixture(
  { app, clinic, clock }: RestWorld,
  memberId = clinic.owner.memberId,
): Promise<FactorFixture> {
  const { prisma } = app.db;
  const { password } = clinic.ownerLogIn;
  const { id: userId, email } = await prisma.user.findFirstOrThrow({ where: { members: { some: { id: memberId } } } });
  const putTotp = async (confirmedAt: Date | null) => {
    const secret = new Secret().base32;
    const row = { secret: sealTotpSecret(TEST_SEALER, userId, secret), createdAt: clock.now(), confirmedAt };
    await prisma.totp.upsert({ where: { userId }, create: { userId, ...row }, update: { ...row, lastStep: null } });
    return secret;
  };
  const deps = { db: app.db, clock };
  const newPhone = () => createAuthenticator({ origin: TEST_RELYING_PARTY.origins[0]!, rpId: TEST_RELYING_PARTY.id });
  const newRegistration = async (phone = newPhone()) => {
    const challenge = toText(await createPasskeyChallenge(deps, { purpose: "registration", userId }));
    return phone.create({ challenge, user: { id: toUserHandle(userId) } });
  };
  const addTotp = () => putTotp(clock.now());
  return {
    async remove() {
      await prisma.totp.deleteMany({ where: { userId } });
      await prisma.passkey.deleteMany({ where: { userId } });
      await prisma.recoveryCode.deleteMany({ where: { userId } });
    },
    beginTotp: async () => codeAt(await putTotp(null), clock),
    addTotp,
    addRecoveryCode: () => addRecoveryCode(app.db, userId, clock),
    async addPasskey() {
      const phone = newPhone();
      const response = await newRegistration(phone);
      const { challenge } = readClientData(response.response.clientDataJSON)!;
      const credential = await verifyRegistration(TEST_RELYING_PARTY, response, challenge);
      const row = { id: newId("passkey"), userId, name: null, transports: [], createdAt: clock.now() };
      const { id } = await prisma.passkey.create({ data: { ...row, ...credential! } });
      return { id, phone };
    },
    newRegistration: () => newRegistration(),
    passkeyChallenge: async () => ({
      challenge: toText(await createPasskeyChallenge(deps, { purpose: "authentication" })),
    }),
    async challenge() {
      await addTotp();
      const { body } = await app.call("POST", "/v1/auth/log-in", { body: { email, password } });
      return body.challengeToken;
    },
  };
}

function toText(challenge: Uint8Array): string {
  return Buffer.from(challenge).toString("base64url");
}

async function addRecoveryCode({ prisma }: Database, userId: string, clock: Clock): Promise<string> {
  const recoveryCode = newRecoveryCodes()[0]!;
  await prisma.recoveryCode.create({
    data: { hash: recoveryCodeHash(recoveryCode), userId, createdAt: clock.now() },
  });
  return recoveryCode;
}
