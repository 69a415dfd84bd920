import type { ApiKey as ApiKeyRow } from "../../generated/prisma/client.ts";
import { recordCommand } from "../audit/record-command.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { toApiKey, toApiKeyPayload, WITH_MODE } from "./api-key.ts";

type Leaver = { id: string; organisationId: string };

/**
 * Ends what acts for a member who goes: his secret keys are revoked. Publishable ones act for nobody and stand in pages, which
 * must not go dark: they become those of the owner who has been there longest. The caller forgets the keys in memory
 * once the transaction stands.
 */
export async function endKeysOf(ctx: DomainContext, tx: Transaction, leaver: Leaver): Promise<void> {
  const rows = await tx.apiKey.findMany({
    where: { memberId: leaver.id, revokedAt: null },
    include: WITH_MODE,
    orderBy: { id: "asc" },
  });
  if (rows.length === 0) return;
  const heirId = await findHeir(tx, leaver);
  for (const row of rows)
    if (row.kind === "publishable") await change(ctx, tx, row, "api_key.updated", { memberId: heirId });
    else await change(ctx, tx, row, "api_key.revoked", { revokedAt: ctx.clock.now() });
}

/** There always is one: the last owner does not go. */
async function findHeir(tx: Transaction, { id, organisationId }: Leaver): Promise<string> {
  const owner = await tx.member.findFirstOrThrow({
    where: { organisationId, role: "owner", deletedAt: null, id: { not: id } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  return owner.id;
}

type Row = ApiKeyRow & { organisation: { mode: string } };
type KeyEvent = `api_key.${"updated" | "revoked"}`;
type Change = { memberId: string } | { revokedAt: Date };

async function change(ctx: DomainContext, tx: Transaction, row: Row, type: KeyEvent, data: Change): Promise<void> {
  const { id: objectId } = row;
  await tx.apiKey.update({ where: { id: objectId }, data });
  const payload = toApiKeyPayload({ ...toApiKey(row), ...data });
  const changes = Object.fromEntries(
    Object.entries(data).map(([name, value]): [string, [unknown, unknown]] => [
      name,
      [row[name as keyof Change], value],
    ]),
  );
  await recordCommand(ctx, tx, { type, objectId, payload, changes });
}
