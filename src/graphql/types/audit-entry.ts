import { auditScope } from "../../domain/audit/audit-entry.scope.ts";
import type { Expression } from "../../domain/shared/projection.ts";
import { sql } from "../../domain/shared/sql.ts";
import { builder } from "../builder.ts";
import { findRoot, listRoot } from "../reading/declare.ts";
import { PRICES } from "../reading/price.ts";
import { column, conditionsOf, value, type Source } from "../reading/source.ts";
import { Member } from "./member.ts";

/** Stands apart from the line, so that an erasure can empty it. */
export const auditReason = ofOrigin("reason");

function ofOrigin(name: "address" | "user_agent" | "reason"): Expression {
  return (row) => sql`(SELECT o.${sql.id(name)} FROM audit_origin o WHERE o.audit_entry_id = ${row("id")})`;
}

const AuditOutcome = builder.enumType("AuditOutcome", {
  description: "What became of it.",
  values: {
    done: { description: "It was done." },
    refused: { description: "Whoever asked was not let." },
  },
});

export const AuditEntry: Source = {
  name: "AuditEntry",
  description: "Who did what to which object, or was refused. Kept for ever.",
  reads: "columns",
  table: "audit_entry",
  idPrefix: "aud",
  scope: (ctx, rule) => conditionsOf(auditScope(ctx, rule)),
  fields: () => ({
    id: value("ID", "Its identifier."),
    action: value(
      "String",
      "What was done: `booking.created` and so on. Of a refused command its operation: `cancelBooking`.",
    ),
    outcome: value(AuditOutcome, "Whether it was done."),
    objectId: value("ID", "To what."),
    at: value("Instant", "When."),
    actorKind: value("String", "`secret_key`, `publishable_key`, `session`, `console` or `system`."),
    actorId: value("ID", "The credential."),
    memberId: value("ID", "The member for whom the credential acts.", { nullable: true }),
    requestId: value("String", "The request that did it, as in the log and in `X-Request-Id`."),
    changes: value("JSON", "Old and new values of what is not personal.", { nullable: true }),
    reason: value("String", "What was said about it.", { nullable: true, of: auditReason }),
    address: value("String", "The IP address it came from; null where it came from none, or was erased.", {
      nullable: true,
      of: ofOrigin("address"),
    }),
    userAgent: value("String", "What it came with as `User-Agent`; null where nothing was said, or it was erased.", {
      nullable: true,
      of: ofOrigin("user_agent"),
    }),
    member: {
      kind: "one",
      nullable: true,
      description: "The member for whom the credential acts.",
      source: () => Member,
      local: column("member_id"),
      foreign: column("id"),
    },
  }),
  list: {
    filters: {
      objectId: {
        type: "ID",
        description: "Only what was done to this object.",
        holds: (row, _through, value) => sql`${row("object_id")} = ${value}`,
      },
      outcome: {
        type: AuditOutcome,
        description: "Only what was done, or only what was refused.",
        isPlannedEachTime: true,
        holds: (row, _through, value) => sql`${row("outcome")} = ${value}`,
      },
      actorId: {
        type: "ID",
        description: "Only what this credential did.",
        price: PRICES.search,
        isPlannedEachTime: true,
        holds: (row, _through, value) => sql`${row("actor_id")} = ${value}`,
      },
      memberId: {
        type: "ID",
        description: "Only what was done for this member.",
        price: PRICES.search,
        isPlannedEachTime: true,
        holds: (row, _through, value) => sql`${row("member_id")} = ${value}`,
      },
      action: {
        type: "String",
        description: "Only this action.",
        price: PRICES.search,
        isPlannedEachTime: true,
        holds: (row, _through, value) => sql`${row("action")} = ${value}`,
      },
      from: {
        type: "Instant",
        description: "from <= at.",
        holds: (row, _through, value) => sql`${row("at")} >= ${value}`,
      },
      to: {
        type: "Instant",
        description: "at < to.",
        holds: (row, _through, value) => sql`${row("at")} < ${value}`,
      },
    },
    orders: {
      at_asc: { by: column("at"), descending: false, description: "The oldest comes first." },
      at_desc: { by: column("at"), descending: true, description: "The newest comes first." },
    },
  },
};

findRoot("auditEntry", AuditEntry, "One line of the audit log; null when there is none that the viewer may see.");
listRoot("auditEntries", AuditEntry, "The audit log, for owners and admins.");
