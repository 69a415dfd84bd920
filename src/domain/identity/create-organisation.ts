import type { Clock } from "../shared/clock.ts";
import type { Database } from "../shared/database.ts";
import type { IdFactory } from "../shared/ids.ts";
import { hashPassword } from "./password.ts";

export interface CreateOrganisationInput {
  name: string;
  /** A test organisation never takes live time. */
  mode: "live" | "test";
  owner: { name: string; email: string; password: string; timeZone: string; locale: string };
}

export interface NewOrganisation {
  organisationId: string;
  ownerMemberId: string;
}

/** Makes an organisation with its first member, its owner, who can log in. Nobody acts yet: there is no actor. */
export async function createOrganisation(
  { db, clock, ids }: { db: Database; clock: Clock; ids: IdFactory },
  { name, mode, owner }: CreateOrganisationInput,
): Promise<NewOrganisation> {
  const now = clock.now();
  const stamps = { createdAt: now, updatedAt: now };
  const email = owner.email.toLowerCase();
  const [organisationId, userId, memberId] = [ids("organisation"), ids("user"), ids("member")];
  const passwordHash = await hashPassword(owner.password);

  await db.transaction(async (tx) => {
    await tx.organisation.create({ data: { id: organisationId, name, mode, ...stamps } });
    await tx.user.create({ data: { id: userId, email, name: owner.name, passwordHash, ...stamps } });
    await tx.member.create({
      data: {
        id: memberId,
        organisationId,
        userId,
        name: owner.name,
        email,
        role: "owner",
        timeZone: owner.timeZone,
        locale: owner.locale,
        version: 1,
        ...stamps,
      },
    });
  });
  return { organisationId, ownerMemberId: memberId };
}
