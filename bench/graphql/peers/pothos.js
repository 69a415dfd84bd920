import { createServer } from "node:http";
import process from "node:process";
import SchemaBuilder from "@pothos/core";
import PrismaPlugin, { prismaConnectionHelpers } from "@pothos/plugin-prisma";
import { getDatamodel } from "@pothos/plugin-prisma/generated";
import RelayPlugin from "@pothos/plugin-relay";
import { PrismaPg } from "@prisma/adapter-pg";
import { createYoga } from "graphql-yoga";
import prismaClient from "./node_modules/.prisma-pothos/client/index.js";

// The same types by the Pothos Prisma plugin behind a bare yoga: what a good team would write first. Yoga keeps parsed
// and validated documents; Prisma joins in the database and prepares what it sends.

const names = new Map();
const nameOf = ({ sql }) => names.get(sql) ?? names.set(sql, `prisma_${names.size}`).get(sql);
const pool = {
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.DATABASE_POOL_SIZE),
  options: "-c timezone=UTC",
};
const adapter = new PrismaPg(pool, { statementNameGenerator: nameOf });
const prisma = new prismaClient.PrismaClient({ adapter });

const builder = new SchemaBuilder({
  plugins: [PrismaPlugin, RelayPlugin],
  defaultFieldNullability: false,
  prisma: { client: prisma, dmmf: getDatamodel(), maxConnectionSize: 100 },
});
const byStart = [{ startsAt: "asc" }, { id: "asc" }];
const byPosition = { orderBy: { position: "asc" } };

builder.scalarType("Instant", {
  serialize: (value) => value.toISOString(),
  parseValue: (value) => new Date(value),
});

builder.scalarType("SafeInt", { serialize: (value) => value });

const EventType = builder.prismaObject("EventType", {
  fields: (t) => ({
    id: t.exposeID("id"),
    title: t.exposeString("title"),
    durationsMinutes: t.exposeIntList("durationsMinutes"),
  }),
});

const Attendee = builder.prismaObject("Attendee", {
  fields: (t) => ({
    id: t.exposeID("id"),
    name: t.exposeString("name", { nullable: true }),
    email: t.exposeString("email"),
  }),
});

const Booking = builder.prismaObject("Booking", {
  fields: (t) => ({
    id: t.exposeID("id"),
    status: t.exposeString("status"),
    title: t.exposeString("title"),
    startsAt: t.expose("startsAt", { type: "Instant" }),
    endsAt: t.expose("endsAt", { type: "Instant" }),
    timeZone: t.exposeString("timeZone"),
    notes: t.exposeString("notes", { nullable: true }),
    eventType: t.relation("eventType", { type: EventType }),
    hosts: t.field({
      type: ["Member"],
      select: (_args, _context, nestedSelection) => ({
        hosts: { ...byPosition, select: { member: nestedSelection() } },
      }),
      resolve: ({ hosts }) => hosts.map(({ member }) => member),
    }),
    attendees: t.relation("attendees", { type: Attendee, query: byPosition }),
  }),
});

const agenda = prismaConnectionHelpers(builder, "BookingHost", {
  cursor: "bookingId_memberId",
  args: (t) => ({ from: t.field({ type: "Instant", required: true }) }),
  query: ({ from }) => ({
    where: { startsAt: { gte: from } },
    orderBy: [{ startsAt: "asc" }, { bookingId: "asc" }],
  }),
  select: (nodeSelection) => ({ booking: nodeSelection({ select: { id: true } }) }),
  resolveNode: ({ booking }) => booking,
});

builder.prismaObject("Member", {
  fields: (t) => ({
    id: t.exposeID("id"),
    name: t.exposeString("name"),
    bookings: t.connection({
      type: Booking,
      args: agenda.getArgs(),
      select: (args, context, nestedSelection) => ({ bookingHosts: agenda.getQuery(args, context, nestedSelection) }),
      resolve: ({ bookingHosts }, args, context) => agenda.resolve(bookingHosts, args, context),
    }),
  }),
});

const Money = builder.objectRef("Money").implement({
  fields: (t) => ({
    amountMinor: t.expose("amountMinor", { type: "SafeInt" }),
    currency: t.exposeString("currency"),
  }),
});

const BookingFigures = builder.objectRef("BookingFigures").implement({
  fields: (t) => ({
    total: t.exposeInt("total"),
    revenue: t.expose("revenue", { type: [Money] }),
  }),
});

const BookingPeriod = builder.objectRef("BookingPeriod").implement({
  fields: (t) => ({
    startsOn: t.exposeString("startsOn"),
    figures: t.field({ type: BookingFigures, resolve: (period) => period }),
  }),
});

const StatsInterval = builder.enumType("StatsInterval", { values: ["day", "week", "month"] });

// Prisma groups by columns only, so this is SQL, as it would be in any team.
const BookingStats = builder.objectRef("BookingStats").implement({
  fields: (t) => ({
    series: t.field({
      type: [BookingPeriod],
      args: { interval: t.arg({ type: StatsInterval, required: true }) },
      resolve: ({ organisationId, from, to, timeZone }, { interval }) => prisma.$queryRaw`
        SELECT period::date::text AS "startsOn", sum(n)::int AS total,
          coalesce(jsonb_agg(jsonb_build_object('amountMinor', amount, 'currency', currency) ORDER BY currency)
            FILTER (WHERE currency IS NOT NULL), '[]') AS revenue
        FROM (
          SELECT date_trunc(${interval}, starts_at AT TIME ZONE ${timeZone}) AS period, count(*) AS n,
            sum(price_amount_minor) AS amount,
            CASE WHEN status IN ('confirmed', 'completed') THEN price_currency END AS currency
          FROM booking WHERE organisation_id = ${organisationId} AND starts_at >= ${from} AND starts_at < ${to}
          GROUP BY period, currency
        ) AS counted GROUP BY period ORDER BY period`,
    }),
  }),
});

builder.queryType({
  fields: (t) => ({
    bookings: t.prismaConnection({
      type: "Booking",
      cursor: "id",
      args: {
        organisationId: t.arg.id({ required: true }),
        from: t.arg({ type: "Instant", required: true }),
      },
      resolve: (query, _root, { organisationId, from }) =>
        prisma.booking.findMany({ ...query, where: { organisationId, startsAt: { gte: from } }, orderBy: byStart }),
    }),
    members: t.prismaConnection({
      type: "Member",
      cursor: "id",
      args: { organisationId: t.arg.id({ required: true }) },
      resolve: (query, _root, { organisationId }) =>
        prisma.member.findMany({ ...query, where: { organisationId }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] }),
    }),
    bookingStats: t.field({
      type: BookingStats,
      args: {
        organisationId: t.arg.id({ required: true }),
        from: t.arg({ type: "Instant", required: true }),
        to: t.arg({ type: "Instant", required: true }),
        timeZone: t.arg.string({ required: true }),
      },
      resolve: (_root, args) => args,
    }),
  }),
});

const yoga = createYoga({ schema: builder.toSchema(), graphiql: false, landingPage: false, logging: false });
const server = createServer((req, res) => (req.method === "POST" ? yoga(req, res) : res.end()));
server.listen(Number(process.env.PORT), "127.0.0.1");
