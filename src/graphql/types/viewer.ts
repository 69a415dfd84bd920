import { memberIdOf, userIdOf } from "../../domain/shared/actor.ts";
import { sql, type Sql } from "../../domain/shared/sql.ts";
import { onlyRoot } from "../reading/declare.ts";
import { column, list, type Source } from "../reading/source.ts";
import { Member } from "./member.ts";
import { Organisation } from "./organisation.ts";

/** As `findFactors` has them. */
const secondFactorsOf = (userId: Sql): Sql => sql`(
  SELECT array_remove(ARRAY[
    CASE WHEN EXISTS (SELECT FROM totp t WHERE t.user_id = me.id AND t.confirmed_at IS NOT NULL) THEN 'totp' END,
    CASE WHEN EXISTS (SELECT FROM passkey p WHERE p.user_id = me.id) THEN 'passkey' END,
    CASE WHEN EXISTS (SELECT FROM recovery_code r WHERE r.user_id = me.id) THEN 'recovery_code' END], NULL)
  FROM (VALUES (${userId}::text)) me(id) WHERE me.id IS NOT NULL)`;

const Viewer: Source = {
  name: "Viewer",
  description: "Who is asking.",
  reads: "columns",
  table: ({ bind }) => sql`SELECT ${bind(({ ctx }) => ctx.actor.organisationId)}::text AS organisation_id,
    ${bind(({ ctx }) => memberIdOf(ctx.actor))}::text AS member_id,
    ${bind(({ ctx }) => [...ctx.actor.scopes].sort())}::text[] AS scopes,
    ${secondFactorsOf(bind(({ ctx }) => userIdOf(ctx.actor)))} AS second_factors`,
  scope: () => [],
  fields: () => ({
    organisation: {
      kind: "one",
      description: "The organisation whose data the credential reaches.",
      source: () => Organisation,
      local: column("organisation_id"),
      foreign: column("id"),
    },
    member: {
      kind: "one",
      nullable: true,
      description: "The member that the credential acts for; null for a publishable key.",
      source: () => Member,
      local: column("member_id"),
      foreign: column("id"),
    },
    scopes: list("String", "What the credential may do."),
    secondFactors: list(
      "String",
      "What the person has to show besides a password: of `totp`, `passkey` and `recovery_code` those that he has, none where the password is enough; null for a key.",
      { nullable: true },
    ),
  }),
};

onlyRoot("viewer", Viewer, "Who is asking, and on whose behalf.");
