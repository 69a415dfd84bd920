import { assertMay } from "../access/may.ts";
import { recordCommand } from "../audit/record-command.ts";
import type { DomainContext } from "../shared/context.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { toDeadLetterPayload } from "./dead-letter.ts";
import { lockDeadLetter } from "./get-dead-letter.ts";

/** Gives the work up for good. @throws not_found, forbidden */
export async function discardDeadLetter(ctx: DomainContext, deadLetterId: string): Promise<void> {
  assertMay(ctx.actor, "manage dead letters");
  await inOneTransaction(ctx, async (tx) => {
    const letter = await lockDeadLetter(ctx, tx, deadLetterId);
    const { id } = letter;
    await tx.job.delete({ where: { id } });
    const payload = toDeadLetterPayload(letter);
    await recordCommand(ctx, tx, { type: "dead_letter.discarded", objectId: id, payload });
  });
}
