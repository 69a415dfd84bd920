import { creationOf, pageQuery, toPage, type Page, type PageInput } from "../shared/pagination.ts";
import { receiverScope } from "./receiver-connection.scope.ts";
import { toReceiverConnection, type ReceiverConnection, type ReceiverContext } from "./receiver-connection.ts";

/** A page of the organisation's connections, oldest first. @throws validation_failed (cursor), forbidden */
export async function listReceiverConnections(
  ctx: ReceiverContext,
  input: PageInput,
): Promise<Page<ReceiverConnection>> {
  const { where, ...page } = pageQuery(input);
  const rows = await ctx.db.prisma.receiverConnection.findMany({
    where: { AND: [receiverScope(ctx, "read receivers"), { deletedAt: null }, where] },
    ...page,
  });
  return toPage(
    rows.map((row) => toReceiverConnection(ctx, row)),
    input.limit,
    creationOf,
  );
}
