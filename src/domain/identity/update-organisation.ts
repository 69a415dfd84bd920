import { isDeepStrictEqual } from "node:util";
import { Prisma } from "../../generated/prisma/client.ts";
import type { NotificationKind } from "../notification/notification.ts";
import { assertMay } from "../access/may.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordCommand } from "../audit/record-command.ts";
import { assertVersion } from "../shared/assert-version.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { pickGiven } from "../shared/pick-given.ts";
import { forgetEmailVerification } from "./find-email-verification.ts";
import { toOrganisation, toOrganisationPayload, type NotificationSender, type Organisation } from "./organisation.ts";

export interface UpdateOrganisationInput {
  /** The version that the caller has seen, from If-Match. */
  ifVersion?: number;
  name?: string;
  bookingEmailVerification?: boolean;
  locale?: string;
  notificationSender?: NotificationSender | null;
  disabledNotifications?: NotificationKind[];
}

const EDITABLE_FIELDS = [
  "name",
  "bookingEmailVerification",
  "locale",
  "notificationSender",
  "disabledNotifications",
] as const;

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
  const { id, notificationSender, version, updatedAt } = changed;
  const sender = (notificationSender as Prisma.InputJsonObject | null) ?? Prisma.DbNull;
  const data = { ...pickGiven(changed, EDITABLE_FIELDS), notificationSender: sender, version, updatedAt };
  await tx.organisation.update({ where: { id }, data });
  await recordCommand(ctx, tx, {
    type: "organisation.updated",
    objectId: id,
    payload: toOrganisationPayload(changed),
    // The names may be a person's.
    changes: changesBetween(organisation, changed, [
      "bookingEmailVerification",
      "locale",
      "disabledNotifications",
      "version",
    ]),
  });
  return changed;
}
