import { isDeepStrictEqual } from "node:util";
import { assertMay } from "../access/may.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordCommand } from "../audit/record-command.ts";
import { assertVersion } from "../shared/assert-version.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { pickGiven } from "../shared/pick-given.ts";
import { forgetEmailVerification } from "./find-email-verification.ts";
import { toOrganisation, toOrganisationPayload, type Organisation } from "./organisation.ts";

export interface UpdateOrganisationInput {
  /** The version that the caller has seen, from If-Match. */
  ifVersion?: number;
  name?: string;
  bookingEmailVerification?: boolean;
}

const EDITABLE_FIELDS = ["name", "bookingEmailVerification"] as const;

/** Changes the organisation; a field that is left out stays. For owners and admins. @throws forbidden, stale_version */
export async function updateOrganisation(ctx: DomainContext, input: UpdateOrganisationInput): Promise<Organisation> {
  assertMay(ctx.actor, "manage the organisation");
  const changed = await inOneTransaction(ctx, async (tx) => {
    const organisation = await lockOrganisation(ctx, tx);
    assertVersion("organisation", organisation.version, input.ifVersion);
    return changeOrganisation(ctx, tx, organisation, pickGiven(input, EDITABLE_FIELDS));
  });
  forgetEmailVerification(ctx.db, changed.id);
  return changed;
}

async function lockOrganisation({ actor }: DomainContext, tx: Transaction): Promise<Organisation> {
  const { organisationId: id } = actor;
  await tx.$executeRaw`SELECT FROM organisation WHERE id = ${id} FOR NO KEY UPDATE`;
  return toOrganisation(await tx.organisation.findUniqueOrThrow({ where: { id } }));
}

/** With its event and audit line; none when nothing differs. */
async function changeOrganisation(
  ctx: DomainContext,
  tx: Transaction,
  organisation: Organisation,
  given: Pick<UpdateOrganisationInput, (typeof EDITABLE_FIELDS)[number]>,
): Promise<Organisation> {
  const wanted = { ...organisation, ...given };
  if (isDeepStrictEqual(wanted, organisation)) return organisation;
  const changed = { ...wanted, version: organisation.version + 1, updatedAt: ctx.clock.now() };
  const { id, name, bookingEmailVerification, version, updatedAt } = changed;
  await tx.organisation.update({ where: { id }, data: { name, bookingEmailVerification, version, updatedAt } });
  await recordCommand(ctx, tx, {
    type: "organisation.updated",
    objectId: id,
    payload: toOrganisationPayload(changed),
    // The name may be a person's.
    changes: changesBetween(organisation, changed, ["bookingEmailVerification", "version"]),
  });
  return changed;
}
