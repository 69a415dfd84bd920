import type { DomainContext } from "../shared/context.ts";
import { forgetKey } from "./authenticate-key.ts";
import { forgetOrigins } from "./known-origins.ts";

/** Makes the next call with any secret of this key, or from any page, ask the database, so that what was changed counts here at once. */
export async function forgetSecrets({ db }: Pick<DomainContext, "db">, apiKeyId: string): Promise<void> {
  const secrets = await db.prisma.apiKeySecret.findMany({ where: { apiKeyId }, select: { hash: true } });
  for (const { hash } of secrets) forgetKey(db, hash);
  forgetOrigins(db);
}
