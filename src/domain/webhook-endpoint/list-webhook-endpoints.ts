import type { DomainContext } from "../shared/context.ts";
import { creationOf, pageQuery, toPage, type Page, type PageInput } from "../shared/pagination.ts";
import { toWebhookEndpoint, type WebhookEndpoint } from "./webhook-endpoint.ts";
import { webhookEndpointScope } from "./webhook-endpoint.scope.ts";

/** A page of the organisation's endpoints, oldest first. @throws validation_failed (cursor), forbidden */
export async function listWebhookEndpoints(ctx: DomainContext, input: PageInput): Promise<Page<WebhookEndpoint>> {
  const { where, ...page } = pageQuery(input);
  const rows = await ctx.db.prisma.webhookEndpoint.findMany({
    where: { AND: [webhookEndpointScope(ctx, "read webhooks"), { deletedAt: null }, where] },
    ...page,
  });
  const now = ctx.clock.now();
  return toPage(
    rows.map((row) => toWebhookEndpoint(row, now)),
    input.limit,
    creationOf,
  );
}
