import { assertMay } from "../access/may.ts";
import { recordCommand } from "../audit/record-command.ts";
import { queueMail } from "../mail/outgoing-mail.ts";
import { assertRecentlyAuthenticated } from "../session/assert-recently-authenticated.ts";
import type { DomainContext } from "../shared/context.ts";
import { DomainError } from "../shared/errors.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { findFactors } from "./find-factors.ts";
import { giveRecoveryCodes } from "./give-recovery-codes.ts";
import { lockUser } from "./lock-user.ts";

/** Gives new recovery codes in the place of the old ones. @throws forbidden for keys, step_up_required, no_second_factor */
export async function replaceRecoveryCodes(ctx: DomainContext): Promise<string[]> {
  const { actor } = ctx;
  assertMay(actor, "manage one's account");
  await assertRecentlyAuthenticated(ctx);
  const { userId } = actor;
  return inOneTransaction(ctx, async (tx) => {
    const { email } = await lockUser(tx, userId);
    if ((await findFactors(tx, userId)).length === 0) throw noSecondFactor();
    const codes = await giveRecoveryCodes(ctx, tx, userId);
    const payload = { user: { id: userId } };
    await recordCommand(ctx, tx, { type: "user.recovery_codes_replaced", objectId: userId, payload });
    await queueMail(ctx, tx, { kind: "recovery_codes_replaced", address: email });
    return codes;
  });
}

function noSecondFactor(): DomainError {
  return new DomainError("no_second_factor", { detail: "Recovery codes are for who has a second factor." });
}
