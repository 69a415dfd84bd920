import { createServer } from "node:http";
import process from "node:process";
import pg from "pg";
import { TYPES } from "postgraphile/@dataplan/pg";
import { makePgService } from "postgraphile/adaptors/pg";
import { grafserv } from "postgraphile/grafserv/node";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { jsonPgSmartTags } from "postgraphile/utils";
import { postgraphile } from "postgraphile";
import { PostGraphileConnectionFilterPreset } from "postgraphile-plugin-connection-filter";

// PostGraphile on the same tables, at its fastest: its own HTTP server, answers written as text, no transaction, no
// explain, GRAPHILE_ENV=production. The filter plugin gives it `from`, and an SQL function, as its documentation advises
// for what is computed, `bookingStats`: postgraphile.sql.

/** Read from no foreign key, since booking rows have none to what is never deleted. */
const references = (column, table) => ({ tags: { foreignKey: `(${column}) references ${table} (id)` } });

const tags = jsonPgSmartTags({
  version: 1,
  config: {
    class: {
      booking: references("event_type_id", "event_type"),
      booking_host: references("member_id", "member"),
    },
    // By default only what leads an index can be filtered and ordered by.
    attribute: Object.fromEntries(
      [
        "booking.organisation_id",
        "booking.status",
        "booking.starts_at",
        "booking_host.starts_at",
        "booking_host.position",
        "attendee.position",
        "member.organisation_id",
        "member.created_at",
      ].map((name) => [`public.${name}`, { tags: { behavior: ["+orderBy", "+filterBy", "+filter"] } }]),
    ),
  },
});

/** A column of ours has a type that it would warn of. */
const transactionIds = {
  name: "TransactionIdsPlugin",
  gather: {
    hooks: {
      pgCodecs_findPgCodec(_info, event) {
        if (event.pgType.typname === "xid8") event.pgCodec ??= TYPES.text;
      },
    },
  },
};

const preset = {
  extends: [PostGraphileAmberPreset, PostGraphileConnectionFilterPreset],
  plugins: [tags, transactionIds],
  pgServices: [
    makePgService({
      pool: new pg.Pool({
        connectionString: process.env.DATABASE_URL,
        max: Number(process.env.DATABASE_POOL_SIZE),
        options: "-c timezone=UTC",
      }),
      schemas: ["public", "bench"],
      pubsub: false,
    }),
  ],
  // Lists without a connection's wrapping where ours are lists.
  schema: { defaultBehavior: "+connection +resource:connection +list +resource:list -insert -update -delete" },
  grafast: { explain: false },
  grafserv: { outputDataAsString: true, graphiql: false, watch: false, websockets: false },
};

const instance = postgraphile(preset);
await instance.getSchema();
const answer = instance.createServ(grafserv).createHandler();
const server = createServer((req, res) => (req.method === "POST" ? answer(req, res) : res.end()));
server.listen(Number(process.env.PORT), "127.0.0.1");
