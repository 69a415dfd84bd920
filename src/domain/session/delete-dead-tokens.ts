import type { DomainContext } from "../shared/context.ts";

/**
 * Deletes what no longer opens anything: refresh tokens and devices of sessions that ran out, and one-time tokens, sign-ups,
 * flows and log-ins that nobody came back to. The sessions stay, as history.
 * @returns how many of them are gone
 */
export async function deleteDeadTokens({ db, clock }: Pick<DomainContext, "db" | "clock">): Promise<number> {
  const dead = { expiresAt: { lte: clock.now() } };
  const refreshTokens = await db.prisma.refreshToken.deleteMany({ where: { session: dead } });
  const devices = await db.prisma.pushDevice.deleteMany({ where: { session: dead } });
  const oneTimeTokens = await db.prisma.oneTimeToken.deleteMany({ where: dead });
  const signUps = await db.prisma.signUp.deleteMany({ where: dead });
  const challenges = await db.prisma.logInChallenge.deleteMany({ where: dead });
  const newcomers = await db.prisma.identitySignUp.deleteMany({ where: dead });
  const flows = await db.prisma.identityFlow.deleteMany({ where: dead });
  const passkeyChallenges = await db.prisma.passkeyChallenge.deleteMany({ where: dead });
  const gone = [refreshTokens, devices, oneTimeTokens, signUps, challenges, newcomers, flows, passkeyChallenges];
  return gone.reduce((sum, { count }) => sum + count, 0);
}
