import { createPrivateKey, type KeyObject } from "node:crypto";
import type { DomainContext } from "../shared/context.ts";
import type { Database, Transaction } from "../shared/database.ts";
import type { Sealer } from "../shared/sealer.ts";
import { createLookUps } from "./look-ups.ts";
import { lastTokenExpired, newKeyPair, planRotation, toPublicKey, type PublicJwk } from "./signing-key.ts";

/** The key that signs now. */
export interface Signer {
  kid: string;
  privateKey: KeyObject;
}

type VerifierDeps = Pick<DomainContext, "db" | "clock">;
export type SignerDeps = VerifierDeps & { sealer: Sealer };

const PURPOSE = "signing keys";
const HELD_MS = 60_000;
/** Processes that start together make one key between them. */
const ADVISORY_LOCK = 730_517_001;

const signers = createLookUps<Signer>(HELD_MS);
const publicKeys = createLookUps<KeyObject>(HELD_MS);

/** The key to sign with, made where there is none. Looks once a minute whether the next one is due. */
export async function getSigner(deps: SignerDeps): Promise<Signer> {
  const signer = await signers.find(deps.db, "current", deps.clock.now().getTime(), () => openSigner(deps));
  return signer!;
}

/** Every key of which a token may be alive, and the one that is next. */
export async function listPublicKeys(deps: SignerDeps): Promise<PublicJwk[]> {
  await getSigner(deps);
  const rows = await deps.db.prisma.signingKey.findMany({
    where: { signsUntil: { gt: lastTokenExpired(deps.clock.now()) } },
    orderBy: { signsFrom: "asc" },
  });
  return rows.map(({ publicJwk }) => publicJwk as unknown as PublicJwk);
}

/** The public key of this name, or null where there is none, or none any more. */
export async function findPublicKey({ db, clock }: VerifierDeps, kid: string): Promise<KeyObject | null> {
  const now = clock.now();
  return publicKeys.find(db, kid, now.getTime(), () => loadPublicKey(db, kid, now));
}

async function loadPublicKey(db: Database, kid: string, now: Date): Promise<KeyObject | null> {
  const row = await db.prisma.signingKey.findFirst({ where: { kid, signsUntil: { gt: lastTokenExpired(now) } } });
  return row && toPublicKey(row.publicJwk as unknown as PublicJwk);
}

async function openSigner(deps: SignerDeps): Promise<Signer> {
  const now = deps.clock.now();
  const found = await readOwnKeys(deps, deps.db.prisma);
  const { next } = planRotation(found, now);
  const own = next === null ? found : await rotate(deps, now);
  const { current } = planRotation(own, now);
  const { kid, pem } = own.find((key) => key.kid === current)!;
  return { kid, privateKey: createPrivateKey(pem) };
}

/** Makes the next key where it is still due, and removes those of which no token is alive. */
async function rotate(deps: SignerDeps, now: Date): Promise<OwnKey[]> {
  return deps.db.transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${ADVISORY_LOCK})`;
    const { next } = planRotation(await readOwnKeys(deps, tx), now);
    if (next !== null) await makeKey(deps, tx, next);
    await tx.signingKey.deleteMany({ where: { signsUntil: { lte: lastTokenExpired(now) } } });
    return readOwnKeys(deps, tx);
  });
}

async function makeKey({ sealer, clock }: SignerDeps, tx: Transaction, term: { signsFrom: Date; signsUntil: Date }) {
  const { publicJwk, privateKey } = newKeyPair();
  await tx.signingKey.create({
    data: {
      kid: publicJwk.kid,
      publicJwk: { ...publicJwk },
      privateKey: sealer.seal(privateKey, PURPOSE),
      ...term,
      createdAt: clock.now(),
    },
  });
}

interface OwnKey {
  kid: string;
  signsFrom: Date;
  signsUntil: Date;
  pem: string;
}

/** Those that this server's secret opens. After a change of the secret the others go on being published, and sign no more. */
async function readOwnKeys({ sealer }: SignerDeps, tx: Transaction): Promise<OwnKey[]> {
  const rows = await tx.signingKey.findMany();
  return rows.flatMap(({ kid, signsFrom, signsUntil, privateKey }) => {
    const pem = sealer.open(privateKey, PURPOSE);
    return pem === null ? [] : [{ kid, signsFrom, signsUntil, pem }];
  });
}
