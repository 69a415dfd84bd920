import { deadLetterScope } from "../../domain/dead-letter/dead-letter.scope.ts";
import { sql } from "../../domain/shared/sql.ts";
import { findRoot, listRoot } from "../reading/declare.ts";
import { column, conditionsOf, value, type Source } from "../reading/source.ts";

const diedAt = column("died_at");

export const DeadLetter: Source = {
  name: "DeadLetter",
  description: "Work that has failed its last time, and is done only when somebody says so.",
  reads: "columns",
  table: () => sql`SELECT j.* FROM job j WHERE j.died_at IS NOT NULL`,
  idPrefix: "job",
  scope: (ctx, rule) => conditionsOf(deadLetterScope(ctx, rule)),
  fields: () => ({
    id: value("ID", "Its identifier."),
    kind: value("String", "What was to be done."),
    subjectId: value("ID", "The object that it is about.", { nullable: true }),
    attempts: value("Int", "How often it was begun."),
    lastError: value("String", "What it failed of in the end. Holds no secret and nothing of a person."),
    createdAt: value("Instant", "When it came up."),
    diedAt: value("Instant", "When it was given up."),
    requestId: value("String", "The request that it follows from, as in the log and in `X-Request-Id`."),
    traceId: value("String", "The trace of that request.", { nullable: true }),
  }),
  list: {
    filters: {
      kind: {
        type: "String",
        description: "Only work of this kind.",
        holds: (row, _through, value) => sql`${row("kind")} = ${value}`,
      },
    },
    orders: {
      died_at_asc: { by: diedAt, descending: false, description: "What was given up first comes first." },
      died_at_desc: { by: diedAt, descending: true, description: "What was given up last comes first." },
    },
  },
};

findRoot("deadLetter", DeadLetter, "One dead letter; null when there is none that the viewer may see.");
listRoot(
  "deadLetters",
  DeadLetter,
  "The work of the organisation that has failed its last time; for owners and admins.",
);
