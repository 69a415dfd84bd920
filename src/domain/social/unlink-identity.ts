import { recordCommand } from "../audit/record-command.ts";
import { queueMail } from "../mail/outgoing-mail.ts";
import { assertNotLastLogInMethod } from "../second-factor/assert-not-last-log-in-method.ts";
import { assertRecentlyAuthenticated } from "../session/assert-recently-authenticated.ts";
import type { DomainContext } from "../shared/context.ts";
import { notFound } from "../shared/errors.ts";
import { isId } from "../shared/ids.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { identityScope } from "./identity.scope.ts";
import { toIdentity, toIdentityPayload } from "./identity.ts";

/**
 * Unlinks one of one's own identities, and tells the person by mail. The last means to log in stays.
 * @throws forbidden for keys, step_up_required, not_found, last_log_in_method
 */
export async function unlinkIdentity(ctx: DomainContext, identityId: string): Promise<void> {
  const scope = identityScope(ctx);
  await assertRecentlyAuthenticated(ctx);
  await inOneTransaction(ctx, async (tx) => {
    const where = { ...scope, id: identityId };
    const row = isId(identityId, "identity") && (await tx.identity.findFirst({ where, include: { user: true } }));
    if (!row) throw notFound("identity");
    const { user, ...identity } = row;
    await assertNotLastLogInMethod(tx, user.id);
    const { count } = await tx.identity.deleteMany({ where });
    if (count === 0) throw notFound("identity");
    const payload = toIdentityPayload(toIdentity(identity));
    await recordCommand(ctx, tx, { type: "identity.unlinked", objectId: identityId, payload });
    await queueMail(ctx, tx, { kind: "identity_unlinked", address: user.email, subjectId: identity.provider });
  });
}
