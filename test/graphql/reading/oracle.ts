import { buildSchema, execute, GraphQLError, parse, printSchema, type GraphQLResolveInfo } from "graphql";
import { isStaff, type Actor } from "../../../src/domain/shared/actor.ts";
import type { Database } from "../../../src/domain/shared/database.ts";
import { decodeCursor, encodeCursor } from "../../../src/domain/shared/pagination.ts";
import { uuidOf } from "../../../src/domain/shared/ids.ts";
import { schema } from "../../../src/graphql/schema.ts";
import { NOW } from "../../support/domain-context.ts";

/** The whole database in memory, and the plainest way to answer from it: filter, sort, slice. */
export type Oracle = (actor: Actor, query: string, variables: object) => Promise<{ data?: unknown; codes: string[] }>;

type Row = Record<string, unknown> & { id: string; organisationId: string };
type Args = Record<string, unknown>;
type Tables = Awaited<ReturnType<typeof loadTables>>;

export async function createOracle(db: Database): Promise<Oracle> {
  const tables = await loadTables(db);
  const plainSchema = buildSchema(printSchema(schema));
  return async (actor, query, variables) => {
    const { data, errors = [] } = await execute({
      schema: plainSchema,
      document: parse(query),
      variableValues: variables as Args,
      contextValue: new World(tables, actor),
      fieldResolver: resolve,
      typeResolver: (value) => (value as { __typename: string }).__typename,
    });
    return { data: data && (JSON.parse(JSON.stringify(data)) as unknown), codes: errors.map(({ message }) => message) };
  };
}

async function loadTables({ prisma }: Database) {
  const rows = (list: object[]) => list as Row[];
  return {
    Organisation: rows(await prisma.organisation.findMany()),
    Member: rows(await prisma.member.findMany()),
    Invitation: rows(await prisma.invitation.findMany()),
    DeadLetter: rows(await prisma.job.findMany({ where: { diedAt: { not: null } } })),
    ReceiverConnection: rows(await prisma.receiverConnection.findMany({ where: { deletedAt: null } })),
    ReceivedEvent: rows(await prisma.receivedEvent.findMany()),
    ApiKey: rows(await prisma.apiKey.findMany()),
    Schedule: rows(await prisma.schedule.findMany()),
    Resource: rows(await prisma.resource.findMany()),
    EventTypeResource: rows(await prisma.eventTypeResource.findMany({ orderBy: { position: "asc" } })),
    BookingResource: rows(await prisma.bookingResource.findMany({ orderBy: { position: "asc" } })),
    EventType: rows(await prisma.eventType.findMany()),
    EventTypeHost: rows(await prisma.eventTypeHost.findMany({ orderBy: { position: "asc" } })),
    Booking: rows(await prisma.booking.findMany()),
    Series: rows(await prisma.series.findMany()),
    GroupSession: rows(await prisma.groupSession.findMany()),
    Block: rows(await prisma.block.findMany()),
    Hold: rows(await prisma.hold.findMany()),
    Claim: await prisma.$queryRaw<{ subjectId: string; bookingId: string; start: Date; end: Date }[]>`
      SELECT subject_id AS "subjectId", booking_id AS "bookingId", lower(during) AS start, upper(during) AS end
      FROM claim WHERE booking_id IS NOT NULL ORDER BY start`,
    BookingHost: rows(await prisma.bookingHost.findMany({ orderBy: { position: "asc" } })),
    Notification: rows(await prisma.notification.findMany()),
    Attendee: rows(await prisma.attendee.findMany({ orderBy: { position: "asc" } })),
    WaitingListEntry: rows(await prisma.waitingListEntry.findMany()),
    WebhookEndpoint: rows(await prisma.webhookEndpoint.findMany({ where: { deletedAt: null } })),
    WebhookDelivery: rows(await prisma.webhookDelivery.findMany()),
    WebhookAttempt: rows(await prisma.webhookAttempt.findMany({ orderBy: { number: "asc" } })),
    AuditEntry: rows(await prisma.auditEntry.findMany({ orderBy: [{ at: "asc" }, { id: "asc" }] })),
    AuditOrigin: rows(await prisma.auditOrigin.findMany()),
  };
}

/** What one actor may see of it. */
class World {
  readonly tables: Tables;
  readonly actor: Actor;

  constructor(tables: Tables, actor: Actor) {
    this.tables = tables;
    this.actor = actor;
  }

  all(type: string): Row[] {
    const { tables, actor } = this;
    const rows = (tables[type as keyof Tables] as Row[]).filter(
      ({ organisationId }) => organisationId === actor.organisationId,
    );
    const own = isStaff(actor) && !isOwnerOrAdmin(actor) ? actor.memberId : null;
    switch (type) {
      case "Organisation":
        return tables.Organisation.filter(({ id }) => id === actor.organisationId);
      case "EventType":
        return rows.filter(({ visibility, deletedAt }) => isStaff(actor) || (visibility !== "private" && !deletedAt));
      case "Member":
      case "Resource":
        this.assert(isStaff(actor));
        return rows;
      case "Schedule":
        this.assert(isStaff(actor));
        return rows.filter(({ memberId }) => own === null || memberId === own);
      case "Block":
        this.assert(isStaff(actor));
        return rows.filter(({ memberId, deletedAt }) => deletedAt === null && (own === null || memberId === own));
      case "Hold":
        this.assert(isStaff(actor));
        return rows
          .filter(({ hostIds }) => own === null || (hostIds as string[]).includes(own))
          .map((row) => ({ ...row, status: statusOfHold(row) }));
      case "Booking":
        this.assert(isStaff(actor));
        return rows.filter(({ id }) => own === null || this.hostsOf(id).includes(own));
      case "WaitingListEntry":
        this.assert(isStaff(actor));
        return rows.filter(({ eventTypeId }) => own === null || this.hosts(own, eventTypeId));
      case "GroupSession":
        this.assert(isStaff(actor));
        return rows
          .map((row) => ({ ...row, ...this.placesOf(row) }))
          .filter(({ hostIds }) => own === null || (hostIds as unknown[]).includes(own));
      case "Series":
        this.assert(isStaff(actor));
        return rows.filter(({ id }) => this.all("Booking").some(({ seriesId }) => seriesId === id));
      case "Notification":
        return this.all("Booking").flatMap(({ id }) => tables.Notification.filter(({ bookingId }) => bookingId === id));
      case "Attendee":
        return this.all("Booking").flatMap(({ id }) => tables.Attendee.filter(({ bookingId }) => bookingId === id));
      default:
        this.assert(isOwnerOrAdmin(actor));
        return rows;
    }
  }

  find(type: string, id: unknown): object | null {
    const row = this.all(type).find((each) => each.id === id);
    return row ? as(type, row) : null;
  }

  hostsOf(bookingId: string): unknown[] {
    return this.tables.BookingHost.filter((each) => each["bookingId"] === bookingId).map(({ memberId }) => memberId);
  }

  hosts(memberId: string, eventTypeId: unknown): boolean {
    return this.tables.EventTypeHost.some(
      (each) => each["memberId"] === memberId && each["eventTypeId"] === eventTypeId,
    );
  }

  /** Of a group session: who holds it, and how many places are taken by what is live. */
  placesOf({ id, claims, capacity, taken }: Row): object {
    const expired = this.tables.Hold.filter(
      (hold) => hold["groupSessionId"] === id && hold["keepsPlaces"] && (hold["expiresAt"] as Date) <= new Date(NOW),
    ).reduce((sum, hold) => sum + (hold["places"] as number), 0);
    const placesTaken = (taken as number) - expired;
    const placesLeft = placesTaken > 0 ? (capacity as number) - placesTaken : 0;
    const named = (field: string) =>
      (claims as Record<string, unknown>[])
        .filter((claim) => field in claim)
        .sort((a, b) => (a["position"] as number) - (b["position"] as number))
        .map((claim) => claim[field]);
    const status = placesTaken > 0 ? "open" : "over";
    return {
      status,
      places: capacity,
      placesTaken,
      placesLeft,
      hostIds: named("member_id"),
      resourceIds: named("resource_id"),
    };
  }

  resourcesOf(bookingId: string): unknown[] {
    return this.tables.BookingResource.filter((each) => each["bookingId"] === bookingId).map(
      ({ resourceId }) => resourceId,
    );
  }

  assert(holds: boolean): void {
    if (!holds) throw new GraphQLError("forbidden");
  }
}

function statusOfHold({ outcome, expiresAt }: Row): unknown {
  return outcome ?? ((expiresAt as Date) > new Date(NOW) ? "live" : "expired");
}

function as(type: string, row: object): object {
  return { ...row, __typename: type };
}

const LISTS: Record<string, { type: string; by: string; listed?: (row: Row, world: World) => boolean }> = {
  apiKeys: { type: "ApiKey", by: "createdAt" },
  auditEntries: { type: "AuditEntry", by: "at" },
  blocks: { type: "Block", by: "startsAt" },
  bookings: { type: "Booking", by: "startsAt" },
  holds: { type: "Hold", by: "createdAt" },
  groupSessions: { type: "GroupSession", by: "startsAt" },
  seriesList: { type: "Series", by: "createdAt" },
  deadLetters: { type: "DeadLetter", by: "diedAt" },
  receivedEvents: { type: "ReceivedEvent", by: "createdAt" },
  receiverConnections: { type: "ReceiverConnection", by: "createdAt" },
  notifications: { type: "Notification", by: "createdAt" },
  eventTypes: {
    type: "EventType",
    by: "createdAt",
    listed: ({ visibility, deletedAt }, { actor }) => isStaff(actor) || (visibility === "public" && !deletedAt),
  },
  members: { type: "Member", by: "createdAt" },
  invitations: { type: "Invitation", by: "createdAt" },
  schedules: { type: "Schedule", by: "createdAt" },
  resources: { type: "Resource", by: "createdAt" },
  webhookEndpoints: { type: "WebhookEndpoint", by: "createdAt" },
  webhookDeliveries: { type: "WebhookDelivery", by: "createdAt" },
  waitingListEntries: { type: "WaitingListEntry", by: "createdAt" },
};

function page(world: World, name: string, args: Args, within: (row: Row) => boolean = () => true): object {
  const { type, by, listed = () => true } = LISTS[name]!;
  const time = (row: Row) => Number(row[by]);
  const compare = (a: [number, string], b: [number, string]) => a[0] - b[0] || (a[1] < b[1] ? -1 : Number(a[1] > b[1]));
  const direction = ((args["order"] ?? "") as string).endsWith("desc") ? -1 : 1;
  const rows = world
    .all(type)
    .filter((row) => within(row) && listed(row, world) && fits(world, row, type, by, args))
    .sort((a, b) => direction * compare([time(a), a.id], [time(b), b.id]));
  const after = args["after"] == null ? null : decodeCursor(args["after"] as string);
  const rest = after
    ? rows.filter((row) => direction * compare([time(row), row.id], [Number(after[0]), after[1]]) > 0)
    : rows;
  const shown = rest.slice(0, (args["first"] ?? 20) as number);
  const cursorOf = (row: Row | undefined) => (row ? encodeCursor([row[by] as Date, row.id]) : null);
  return {
    __typename: `${type}Connection`,
    totalCount: rows.length,
    nodes: shown.map((row) => as(type, row)),
    edges: shown.map((row) => ({ __typename: `${type}Edge`, cursor: cursorOf(row), node: as(type, row) })),
    pageInfo: {
      __typename: "PageInfo",
      hasNextPage: rest.length > shown.length,
      hasPreviousPage: after !== null,
      startCursor: cursorOf(shown[0]),
      endCursor: cursorOf(shown.at(-1)),
    },
  };
}

function fits(world: World, row: Row, type: string, by: string, args: Args): boolean {
  const time = Number(row[by]);
  const { from, to, status, hostId, eventTypeId, seriesId, groupSessionId, objectId, memberId } = args;
  const { slug, kind, action, actorId, outcome, webhookEndpointId, eventId } = args;
  if (["EventType", "Member", "Resource", "Schedule"].includes(type))
    if ((row["deletedAt"] !== null) !== (args["deleted"] ?? false)) return false;
  return (
    (from == null ||
      (type === "Block" ? Number(row["endsAt"]) > Date.parse(from as string) : time >= Date.parse(from as string))) &&
    (to == null || time < Date.parse(to as string)) &&
    (status == null || (status as unknown[]).includes(row["status"])) &&
    (hostId == null || ((row["hostIds"] as unknown[] | undefined) ?? world.hostsOf(row.id)).includes(hostId)) &&
    [
      [eventTypeId, row["eventTypeId"]],
      [seriesId, row["seriesId"]],
      [groupSessionId, row["groupSessionId"]],
      [objectId, row["objectId"]],
      [memberId, row["memberId"]],
      [slug, row["slug"]],
      [kind, row["kind"]],
      [action, row["action"]],
      [actorId, row["actorId"]],
      [outcome, row["outcome"]],
      [webhookEndpointId, row["endpointId"]],
      [eventId, row["eventId"]],
    ].every(([asked, has]) => asked == null || asked === has)
  );
}

const TYPES: Record<string, string> = {
  key: "ApiKey",
  inv: "Invitation",
  att: "Attendee",
  aud: "AuditEntry",
  blk: "Block",
  bkg: "Booking",
  job: "DeadLetter",
  rev: "ReceivedEvent",
  rcn: "ReceiverConnection",
  evt: "EventType",
  hld: "Hold",
  mem: "Member",
  org: "Organisation",
  sch: "Schedule",
  res: "Resource",
  wle: "WaitingListEntry",
  whe: "WebhookEndpoint",
  whd: "WebhookDelivery",
  srs: "Series",
  gse: "GroupSession",
};

type Resolver = (row: Row, world: World, args: Args) => unknown;

const price: Resolver = ({ priceCurrency, priceAmountMinor }) =>
  priceCurrency === null
    ? null
    : { __typename: "Money", amountMinor: Number(priceAmountMinor), currency: priceCurrency };
const elements = (name: string, type: string) => (row: Row) => (row[name] as object[]).map((each) => as(type, each));
const ofOrigin =
  (name: string): Resolver =>
  ({ id }, { tables }) =>
    tables.AuditOrigin.find((each) => each["auditEntryId"] === id)?.[name] ?? null;
const reasonOf = ofOrigin("reason");
const link =
  (type: string, key: string): Resolver =>
  (row, world) =>
    row[key] == null ? null : world.find(type, row[key]);

const links =
  (type: string, key: string): Resolver =>
  (row, world) =>
    (row[key] as string[]).map((id) => world.find(type, id));

const forStaff =
  (key: string): Resolver =>
  (row, world) => {
    world.assert(isStaff(world.actor));
    return row[key];
  };

const RESOLVERS: Record<string, Record<string, Resolver>> = {
  Query: {
    viewer: () => ({ __typename: "Viewer" }),
    node: (_row, world, { id }) => {
      const type = TYPES[(id as string).slice(0, (id as string).indexOf("_"))];
      return type === undefined ? null : world.find(type, id);
    },
    ...Object.fromEntries(
      "ApiKey AuditEntry Block Booking DeadLetter EventType GroupSession Hold Invitation Member ReceivedEvent ReceiverConnection Resource Schedule Series WaitingListEntry WebhookDelivery WebhookEndpoint"
        .split(" ")
        .map((type) => [
          type[0]!.toLowerCase() + type.slice(1),
          (_row: Row, world: World, { id }: Args) => world.find(type, id),
        ]),
    ),
    ...Object.fromEntries(
      Object.keys(LISTS).map((name) => [name, (_row: Row, world: World, args: Args) => page(world, name, args)]),
    ),
  },
  Viewer: {
    organisation: (_row, world) => world.find("Organisation", world.actor.organisationId),
    member: (_row, world) => (isStaff(world.actor) ? world.find("Member", world.actor.memberId) : null),
    scopes: (_row, { actor }) => [...actor.scopes].sort(),
  },
  ApiKey: {
    mode: ({ organisationId }, { tables }) => tables.Organisation.find(({ id }) => id === organisationId)!["mode"],
    member: link("Member", "memberId"),
  },
  ReceivedEvent: { connection: link("ReceiverConnection", "connectionId") },
  ReceiverConnection: {
    hasSecret: ({ sealedSecret }) => sealedSecret !== null,
    receivedEvents: ({ id }, world, args) =>
      page(world, "receivedEvents", args, ({ connectionId }) => connectionId === id),
  },
  Attendee: { booking: link("Booking", "bookingId") },
  Invitation: {
    status: ({ acceptedAt, revokedAt, expiresAt }) => {
      if (acceptedAt !== null) return "accepted";
      if (revokedAt !== null) return "revoked";
      return (expiresAt as Date) <= new Date(NOW) ? "expired" : "pending";
    },
    member: link("Member", "memberId"),
    invitedBy: link("Member", "invitedById"),
  },
  AuditEntry: {
    reason: reasonOf,
    address: ofOrigin("address"),
    userAgent: ofOrigin("userAgent"),
    member: link("Member", "memberId"),
  },
  HistoryLine: { reason: reasonOf, actorId: ({ memberId, actorId }) => memberId ?? actorId },
  Booking: {
    hostIds: ({ id }, world) => world.hostsOf(id),
    durationMinutes: ({ startsAt, endsAt }) => (Number(endsAt) - Number(startsAt)) / 60_000,
    location: ({ location }) => location && { value: null, label: null, ...as("BookingLocation", location) },
    price,
    cancellation: ({ cancelledAt, cancelledBy: by, cancellationReason: reason }) =>
      cancelledAt === null ? null : { __typename: "Cancellation", cancelledAt, by, reason },
    eventType: link("EventType", "eventTypeId"),
    series: link("Series", "seriesId"),
    groupSession: link("GroupSession", "groupSessionId"),
    hosts: ({ id }, world) => world.hostsOf(id).map((memberId) => world.find("Member", memberId)),
    resourceIds: ({ id }, world) => world.resourcesOf(id),
    resources: ({ id }, world) => world.resourcesOf(id).map((resourceId) => world.find("Resource", resourceId)),
    attendees: ({ id }, { tables }) =>
      tables.Attendee.filter(({ bookingId }) => bookingId === id).map((row) => as("Attendee", row)),
    notifications: ({ id }, world, args) => page(world, "notifications", args, ({ bookingId }) => bookingId === id),
    history: ({ id }, { tables }) =>
      tables.AuditEntry.filter(({ objectId }) => objectId === id).map((row) => as("HistoryLine", row)),
  },
  EventType: {
    hosts: ({ id }, { tables }) =>
      tables.EventTypeHost.filter(({ eventTypeId }) => eventTypeId === id).map((row) => as("EventTypeHost", row)),
    resources: ({ id }, world) => {
      world.assert(isStaff(world.actor));
      const needed = world.tables.EventTypeResource.filter(({ eventTypeId }) => eventTypeId === id);
      return needed.map((row) => as("EventTypeResource", row));
    },
    bookingWindow: ({ bookingWindow }) =>
      bookingWindow && { days: null, from: null, to: null, ...as("BookingWindow", bookingWindow) },
    locations: elements("locations", "EventTypeLocation"),
    questions: elements("questions", "Question"),
    reminders: elements("reminders", "Reminder"),
    limits: (row, world) => {
      world.assert(isStaff(world.actor));
      return elements("limits", "EventTypeLimit")(row);
    },
    price,
    bookings: ({ id }, world, args) => page(world, "bookings", args, ({ eventTypeId }) => eventTypeId === id),
    holds: ({ id }, world, args) => page(world, "holds", args, ({ eventTypeId }) => eventTypeId === id),
    groupSessions: ({ id }, world, args) => page(world, "groupSessions", args, ({ eventTypeId }) => eventTypeId === id),
    waitingList: ({ id }, world, args) =>
      page(world, "waitingListEntries", args, ({ eventTypeId }) => eventTypeId === id),
  },
  WaitingListEntry: {
    offer: ({ holdId, offeredStartsAt: startsAt, offerExpiresAt: expiresAt }) =>
      holdId === null ? null : { __typename: "WaitingListOffer", startsAt, expiresAt },
    eventType: link("EventType", "eventTypeId"),
    host: link("Member", "hostId"),
    booking: link("Booking", "bookingId"),
  },
  WebhookEndpoint: {
    previousSecretExpiresAt: ({ previousSecretExpiresAt: at }) => (at && (at as Date) > new Date(NOW) ? at : null),
    deliveries: ({ id }, world, args) => page(world, "webhookDeliveries", args, ({ endpointId }) => endpointId === id),
  },
  WebhookDelivery: {
    webhookEndpointId: ({ endpointId }) => endpointId,
    objectId: ({ subjectId }) => subjectId,
    webhookEndpoint: link("WebhookEndpoint", "endpointId"),
    attempts: ({ id }, { tables }) =>
      tables.WebhookAttempt.filter(({ deliveryId }) => deliveryId === id).map((row) => as("WebhookAttempt", row)),
  },
  Block: {
    conflicts: ({ memberId, startsAt, endsAt }, { tables }) =>
      tables.Claim.filter(
        (each) =>
          each.subjectId === uuidOf(memberId as string) &&
          each.start < (endsAt as Date) &&
          (startsAt as Date) < each.end,
      ).map(({ bookingId }) => bookingId),
    member: link("Member", "memberId"),
  },
  Hold: {
    eventType: link("EventType", "eventTypeId"),
    booking: link("Booking", "bookingId"),
    groupSession: link("GroupSession", "groupSessionId"),
    hosts: links("Member", "hostIds"),
    resources: links("Resource", "resourceIds"),
  },
  GroupSession: {
    eventType: link("EventType", "eventTypeId"),
    hosts: links("Member", "hostIds"),
    resources: links("Resource", "resourceIds"),
    bookings: ({ id }, world, args) => page(world, "bookings", args, ({ groupSessionId }) => groupSessionId === id),
  },
  Series: {
    conflicts: elements("conflicts", "SeriesConflict"),
    eventType: link("EventType", "eventTypeId"),
    bookings: ({ id }, world, args) => page(world, "bookings", args, ({ seriesId }) => seriesId === id),
  },
  EventTypeResource: { resource: link("Resource", "resourceId") },
  Resource: { hours: ({ hours }) => hours && as("ResourceHours", hours) },
  ResourceHours: {
    weekly: elements("weekly", "WeeklyHours"),
    overrides: elements("overrides", "DateOverride"),
    holidays: ({ holidays }) => holidays && as("ResourceHolidays", holidays),
  },
  EventTypeHost: {
    member: link("Member", "memberId"),
    schedule: link("Schedule", "scheduleId"),
    fixed: forStaff("fixed"),
    weight: forStaff("weight"),
    priority: forStaff("priority"),
    bufferBeforeMinutes: forStaff("bufferBeforeMinutes"),
    bufferAfterMinutes: forStaff("bufferAfterMinutes"),
  },
  Member: {
    limits: elements("limits", "MemberLimit"),
    canLogIn: ({ userId }) => userId !== null,
    defaultSchedule: link("Schedule", "defaultScheduleId"),
    schedules: ({ id }, world, args) => page(world, "schedules", args, ({ memberId }) => memberId === id),
    blocks: ({ id }, world, args) => page(world, "blocks", args, ({ memberId }) => memberId === id),
    eventTypes: ({ id }, world) => {
      const hosted = world.tables.EventTypeHost.filter(({ memberId }) => memberId === id);
      const rows = world.all("EventType").filter((row) => hosted.some(({ eventTypeId }) => eventTypeId === row.id));
      rows.sort((a, b) => Number(a["createdAt"]) - Number(b["createdAt"]) || (a.id < b.id ? -1 : 1));
      return rows.filter(({ deletedAt }) => deletedAt === null).map((row) => as("EventType", row));
    },
    bookings: ({ id }, world, args) => page(world, "bookings", args, (row) => world.hostsOf(row.id).includes(id)),
  },
  Schedule: {
    isDefault: ({ id }, { tables }) => tables.Member.some(({ defaultScheduleId }) => defaultScheduleId === id),
    weekly: elements("weekly", "WeeklyHours"),
    overrides: elements("overrides", "DateOverride"),
    member: link("Member", "memberId"),
  },
  DateOverride: { intervals: elements("intervals", "LocalInterval") },
};

function resolve(source: unknown, args: Args, world: World, { parentType, fieldName }: GraphQLResolveInfo): unknown {
  const row = source as Row;
  const resolver = RESOLVERS[parentType.name]?.[fieldName];
  const value = resolver ? resolver(row, world, args) : row[fieldName];
  if (value instanceof Date) return value.toISOString();
  return typeof value === "bigint" ? Number(value) : value;
}

/** Said again here, so that the table is held against something. */
function isOwnerOrAdmin(actor: Actor): boolean {
  return isStaff(actor) && actor.role !== "member";
}
