import { queueMail } from "../mail/outgoing-mail.ts";
import type { DomainContext } from "../shared/context.ts";

type Deps = Pick<DomainContext, "db" | "ids" | "clock" | "request">;

/** Has a mail sent to whoever has this address, if anybody has. */
export async function requestPasswordReset(ctx: Deps, email: string): Promise<void> {
  await queueMail(ctx, ctx.db.prisma, { kind: "password_reset", address: email });
}
