import type { LogInContext } from "../session/logged-in.ts";
import { addWorkingHours } from "../schedule/add-schedule.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { addOrganisation } from "./add-organisation.ts";
import type { Member } from "./member.ts";

/** Whoever has just signed up, and what he calls his organisation. */
export interface NewOwner {
  userId: string;
  name: string;
  email: string;
  organisationName: string;
  timeZone: string;
  locale: string;
}

/**
 * Makes the organisation of somebody who signs up, with him as its owner and his first schedule.
 * @param credentialId what he came by
 * @returns the owner, and the house as the one who acts in the new organisation
 */
export async function addOwnOrganisation(
  ctx: LogInContext,
  tx: Transaction,
  { organisationName, ...person }: NewOwner,
  credentialId: string,
): Promise<{ house: DomainContext; member: Member }> {
  const id = ctx.ids("organisation");
  const house: DomainContext = {
    ...ctx,
    actor: { kind: "system", organisationId: id, credentialId, scopes: new Set() },
  };
  const owner = { ...person, memberId: ctx.ids("member") };
  const added = await addOrganisation(house, tx, { id, name: organisationName, mode: "live", owner });
  const { id: defaultScheduleId } = await addWorkingHours(house, tx, added);
  return { house, member: { ...added, defaultScheduleId, version: added.version + 1 } };
}
