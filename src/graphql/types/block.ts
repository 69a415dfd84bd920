import { blockScope, type BlockRule } from "../../domain/block/block.scope.ts";
import type { BLOCK_REASONS } from "../../domain/block/block.ts";
import { sql } from "../../domain/shared/sql.ts";
import { builder } from "../builder.ts";
import { findRoot, listRoot } from "../reading/declare.ts";
import { column, conditionsOf, list, value, type Source } from "../reading/source.ts";
import { startOrders } from "./list-orders.ts";
import { Member } from "./member.ts";

const BlockReason = builder.enumType("BlockReason", {
  description: "Why a member is away.",
  values: {
    vacation: { description: "On holiday." },
    sick_leave: { description: "Ill." },
    travel: { description: "On the way." },
    training: { description: "Learning." },
    personal: { description: "For reasons of his own." },
    other: { description: "For another reason." },
  } satisfies Record<(typeof BLOCK_REASONS)[number], object>,
});

export const Block: Source = {
  name: "Block",
  description: "Time that a member keeps for himself: out of office.",
  reads: "columns",
  table: "block",
  idPrefix: "blk",
  scope: (ctx, rule) => conditionsOf({ ...blockScope(ctx, rule as BlockRule), deletedAt: null }),
  fields: () => ({
    id: value("ID", "Its identifier."),
    memberId: value("ID", "Whose time it is."),
    startsAt: value("Instant", "Its first moment."),
    endsAt: value("Instant", "The first moment after it."),
    reason: value(BlockReason, "Why he is away."),
    note: value("String", "What else there is to say.", { nullable: true }),
    conflicts: list("ID", "The bookings that have some of its time and stand, the earliest first.", {
      price: 1,
      of: (row) => sql`block_conflicts(${row("id")})`,
    }),
    version: value("Int", "Rises with every change."),
    createdAt: value("Instant", "When it was made."),
    updatedAt: value("Instant", "When it was last changed."),
    member: {
      kind: "one",
      description: "Whose time it is.",
      source: () => Member,
      local: column("member_id"),
      foreign: column("id"),
    },
  }),
  list: {
    filters: {
      memberId: {
        type: "ID",
        description: "Only blocks of this member.",
        holds: (row, _through, value) => sql`${row("member_id")} = ${value}`,
      },
      from: {
        type: "Instant",
        description: "Only blocks that end after this moment.",
        holds: (row, _through, value) => sql`${row("ends_at")} > ${value}`,
      },
      to: {
        type: "Instant",
        description: "Only blocks that start before this moment.",
        holds: (row, _through, value) => sql`${row("starts_at")} < ${value}`,
      },
    },
    orders: startOrders,
  },
};

findRoot("block", Block, "One block that the viewer may see; null when there is none.");
listRoot("blocks", Block, "The blocks that the viewer may see, by their start: a plain member sees his own.");
