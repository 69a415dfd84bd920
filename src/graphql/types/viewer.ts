import { memberIdOf } from "../../domain/shared/actor.ts";
import { sql } from "../../domain/shared/sql.ts";
import { onlyRoot } from "../reading/declare.ts";
import { column, list, type Source } from "../reading/source.ts";
import { Member } from "./member.ts";
import { Organisation } from "./organisation.ts";

const Viewer: Source = {
  name: "Viewer",
  description: "Who is asking.",
  reads: "columns",
  table: ({ bind }) => sql`SELECT ${bind(({ ctx }) => ctx.actor.organisationId)}::text AS organisation_id,
    ${bind(({ ctx }) => memberIdOf(ctx.actor))}::text AS member_id,
    ${bind(({ ctx }) => [...ctx.actor.scopes].sort())}::text[] AS scopes`,
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
  }),
};

onlyRoot("viewer", Viewer, "Who is asking, and on whose behalf.");
