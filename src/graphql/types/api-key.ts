import { apiKeyScope } from "../../domain/access/api-key.scope.ts";
import { findRoot, listRoot } from "../reading/declare.ts";
import { column, conditionsOf, list, value, type Source } from "../reading/source.ts";
import { sql } from "../../domain/shared/sql.ts";
import { creationOrders } from "./list-orders.ts";
import { Member } from "./member.ts";

export const ApiKey: Source = {
  name: "ApiKey",
  description: "A credential of the organisation, without its secret.",
  reads: "columns",
  table: "api_key",
  idPrefix: "key",
  scope: (ctx, rule) => conditionsOf(apiKeyScope(ctx, rule)),
  fields: () => ({
    id: value("ID", "Its identifier."),
    name: value("String", "What it is for."),
    kind: value("String", "`secret` or `publishable`."),
    mode: value("String", "`live` or `test`.", {
      of: (row) => sql`(SELECT o.mode FROM organisation o WHERE o.id = ${row("organisation_id")})`,
    }),
    scopes: list("String", "What it may do."),
    allowedOrigins: list("String", "Of the pages that may use a publishable key, as patterns."),
    start: value("String", "The first characters of its newest secret, to tell keys apart."),
    expiresAt: value("Instant", "From when it is refused.", { nullable: true }),
    revokedAt: value("Instant", "When it was revoked.", { nullable: true }),
    rotatedAt: value("Instant", "When it got its newest secret; null while that is its first.", { nullable: true }),
    overlapEndsAt: value("Instant", "Until when secrets before the newest go on, at most.", { nullable: true }),
    firstUsedAt: value("Instant", "When it was first used.", { nullable: true }),
    firstUsedAddress: value("String", "The address that it was first used from.", { nullable: true }),
    firstUsedUserAgent: value("String", "The agent that it was first used by.", { nullable: true }),
    lastUsedAt: value("Instant", "When it was last used, give or take a minute.", { nullable: true }),
    createdAt: value("Instant", "When it was made."),
    member: {
      kind: "one",
      description: "The member for whom it acts.",
      source: () => Member,
      local: column("member_id"),
      foreign: column("id"),
    },
  }),
  list: { filters: {}, orders: creationOrders("The key made") },
};

findRoot("apiKey", ApiKey, "One API key; null when there is none that the viewer may see.");
listRoot("apiKeys", ApiKey, "The organisation's API keys, revoked and expired ones too; for owners and admins.");
