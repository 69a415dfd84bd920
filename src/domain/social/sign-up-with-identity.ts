import { addOwnOrganisation } from "../identity/add-own-organisation.ts";
import type { LoggedIn } from "../session/logged-in.ts";
import { openSession } from "../session/open-session.ts";
import type { Transaction } from "../shared/database.ts";
import { assertValid } from "../shared/errors.ts";
import { timeZoneErrors } from "../shared/time-zone-errors.ts";
import { keyOf } from "./identity.ts";
import { insertIdentity } from "./insert-identity.ts";
import { findNewcomer, provenEmail, takeNewcomer, type FoundNewcomer } from "./newcomer.ts";
import { linkNeeded, signUpClosed, type OfferContext } from "./offer-sign-up.ts";

export interface SignUpWithIdentityInput {
  signUpToken: string;
  /** Of the mail, where the provider does not vouch for the address. */
  emailToken?: string;
  organisationName: string;
  /** As the provider tells it when left out. */
  name?: string;
  /** UTC when left out. */
  timeZone?: string;
  /** `en` when left out. */
  locale?: string;
}

/**
 * Makes an account, without a password, of somebody who has come from a provider, with an organisation of his own, and opens a
 * session. His address is proven: by the provider, or by a mail.
 * @throws invalid_sign_up_token, invalid_one_time_token, link_needed, sign_up_closed, validation_failed
 */
export async function signUpWithIdentity(ctx: OfferContext, input: SignUpWithIdentityInput): Promise<LoggedIn> {
  if (ctx.signUp === "invited") throw signUpClosed();
  const newcomer = await findNewcomer(ctx, input.signUpToken);
  const owner = toOwner(newcomer, input);
  const { member, userId } = await ctx.db.transaction(async (tx) => {
    await takeNewcomer(tx, newcomer);
    return addAccount(ctx, tx, newcomer, owner);
  });
  return openSession(ctx, { person: { userId, passwordHash: null }, member, deviceName: newcomer.deviceName });
}

function toOwner(newcomer: FoundNewcomer, input: SignUpWithIdentityInput) {
  const { organisationName, timeZone = "UTC", locale = "en", emailToken } = input;
  const name = input.name ?? newcomer.proven.name;
  const nameless = name === null ? [{ pointer: "/name", message: "is needed: the provider tells none" }] : [];
  assertValid([...nameless, ...timeZoneErrors(timeZone)]);
  return { name: name!, email: provenEmail(newcomer, emailToken), organisationName, timeZone, locale };
}

type Owner = ReturnType<typeof toOwner>;

async function addAccount(ctx: OfferContext, tx: Transaction, { provider, proven }: FoundNewcomer, owner: Owner) {
  const now = ctx.clock.now();
  const userId = await addUser(ctx, tx, owner);
  const { house, member } = await addOwnOrganisation(ctx, tx, { ...owner, userId }, provider);
  const isLinked = await insertIdentity(house, tx, { userId, provider, proven, lastUsedAt: now });
  if (isLinked) return { member, userId };
  // His own from before he left; or it has signed up by another token meanwhile, with another address.
  const known = await tx.identity.findUniqueOrThrow({ where: keyOf(provider, proven) });
  if (known.userId !== userId) throw linkNeeded();
  return { member, userId };
}

/** A new user; or the one who has left every organisation that he was in, with no password any more. @throws link_needed */
async function addUser({ ids, clock }: OfferContext, tx: Transaction, { name, email }: Owner): Promise<string> {
  const id = ids("user");
  const now = clock.now();
  const set = { passwordHash: null, emailVerifiedAt: now, updatedAt: now };
  const { count } = await tx.user.createMany({
    data: [{ id, email, name, ...set, createdAt: now }],
    skipDuplicates: true,
  });
  if (count === 1) return id;
  const [known] = await tx.user.updateManyAndReturn({ where: { email, members: { none: {} } }, data: set });
  if (!known) throw linkNeeded();
  return known.id;
}
