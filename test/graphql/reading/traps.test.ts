import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createReadingWorld, AWKWARD, LARGEST_PRICE, type ReadingWorld, type Told } from "./reading-world.ts";
import { mulberry32 } from "./documents.ts";

let world: ReadingWorld;

beforeAll(async () => {
  world = await createReadingWorld();
});

afterAll(() => world.close());

const ask = (query: string, variables?: object) => world.ask(world.ours.owner.key, query, variables);
const codesOf = ({ errors }: Told) => errors?.map(({ extensions }) => extensions.code);

describe("names", () => {
  test("of 63 bytes that differ in the last one stay apart, and longer ones are refused", async () => {
    const name = (end: string) => "n".repeat(62) + end;
    const page = (end: string, first: number) =>
      `${name(end)}: bookings(first: ${first}) { nodes { ${name(end)}: id } }`;
    const { data } = await ask(`{ ${page("a", 1)} ${page("b", 2)} }`);
    const nodes = (end: string) => (data![name(end)] as { nodes: Record<string, string>[] }).nodes;
    const { bookingIds } = world.ours;
    expect(nodes("a")).toEqual([{ [name("a")]: bookingIds[0] }]);
    expect(nodes("b")).toEqual(bookingIds.slice(0, 2).map((id) => ({ [name("b")]: id })));
    expect(codesOf(await ask(`{ ${name("aa")}: viewer { scopes } }`))).toEqual(["name_too_long"]);
  });

  test.each(["__proto__", "constructor", "prototype"])(
    "that JavaScript's objects have are refused: %s",
    async (name) => {
      expect(codesOf(await ask(`{ ${name}: viewer { scopes } }`))).toEqual(["name_not_allowed"]);
      expect(codesOf(await ask(`{ viewer { ${name}: scopes } }`))).toEqual(["name_not_allowed"]);
    },
  );

  test.each(["toString", "hasOwnProperty", "t0", "r0", "c0", "g1", "k", "j", "n", "p", "s", "select", "VALUE", "_"])(
    "that mean something elsewhere are names as any: %s",
    async (name) => {
      const { data, errors } = await ask(`{ ${name}: members(first: 1) { ${name}: nodes { ${name}: id name } } }`);
      expect(errors).toBeUndefined();
      const [node] = (data![name] as Record<string, Record<string, unknown>[]>)[name]!;
      expect(node).toEqual({ [name]: expect.stringMatching(/^mem_/) as unknown, name: expect.anything() as unknown });
    },
  );

  test("eighty on one object all have their value", async () => {
    const keys = Array.from({ length: 80 }, (_, n) => `k${n}`);
    const { data } = await ask(`{ bookings(first: 1) { nodes { ${keys.map((key) => `${key}: id`).join(" ")} } } }`);
    const [node] = (data!["bookings"] as { nodes: object[] }).nodes;
    expect(node).toEqual(Object.fromEntries(keys.map((key) => [key, world.ours.bookingIds[0]])));
  });

  test("of one field with other arguments each stand for their own rows", async () => {
    const { data } = await ask(`{
      one: bookings(first: 1) { nodes { id } }
      two: bookings(first: 1, order: starts_at_desc) { nodes { id } }
      members(first: 1) { nodes {
        one: bookings(first: 1) { totalCount nodes { id } }
        two: bookings(first: 1, order: starts_at_desc, status: [confirmed]) { totalCount nodes { id } } } } }`);
    const nodes = (page: unknown) => (page as { nodes: Record<string, unknown>[] }).nodes;
    const { bookingIds } = world.ours;
    expect([nodes(data!["one"]), nodes(data!["two"])]).toEqual([[{ id: bookingIds[0] }], [{ id: bookingIds.at(-1) }]]);
    const [member] = nodes(data!["members"]);
    expect(member!["one"]).not.toEqual(member!["two"]);
  });
});

test("of two operations in one document the named one is answered, whichever came first", async () => {
  const query = "query A { viewer { scopes } } query B { viewer { organisation { id } } } query C { __typename }";
  const send = async (operationName: string) => {
    const body = { query, operationName };
    const { text } = await world.app.call("POST", "/graphql", { key: world.ours.owner.key, body });
    return (JSON.parse(text) as Told).data;
  };
  for (const round of [1, 2, 3]) {
    expect([round, await send("B")]).toEqual([round, { viewer: { organisation: { id: world.ours.organisationId } } }]);
    expect(await send("A")).toEqual({ viewer: { scopes: expect.any(Array) as unknown } });
    expect(await send("C")).toEqual({ __typename: "Query" });
  }
});

describe("values arrive as they are", () => {
  test("text with quotes, control characters and what ends a line or a script", async () => {
    const { data } = await ask(
      "{ bookings(first: 100) { nodes { title notes answers metadata attendees { name } } } }",
    );
    const rows = (data!["bookings"] as { nodes: Record<string, unknown>[] }).nodes;
    expect(rows.every(({ title }) => (title as string).endsWith(AWKWARD))).toBe(true);
    expect(rows.map(({ metadata }) => metadata)).toContainEqual({ [`${world.ours.mark} "key"`]: AWKWARD });
    expect(rows.map(({ answers }) => answers)).toContainEqual({
      why: `${world.ours.mark} ${AWKWARD}`,
      deep: [{ a: [1, null, { b: 1e21 }] }, -0.5, true],
      "": "",
      '"': "quote",
    });
  });

  test("amounts beyond 32 bits, instants to the millisecond, and what is not there", async () => {
    const { data, text } = await ask(
      "{ bookings(first: 100) { nodes { price { amountMinor currency } location { type value label } clientCreatedAt cancellation { reason } } } }",
    );
    const rows = (data!["bookings"] as { nodes: Record<string, unknown>[] }).nodes;
    expect(rows.map(({ price }) => price)).toContainEqual({ amountMinor: LARGEST_PRICE, currency: "EUR" });
    for (const name of ["price", "location", "cancellation"]) expect(rows.map((row) => row[name])).toContain(null);
    expect(rows.map(({ location }) => location)).toContainEqual({ type: "phone", value: null, label: null });
    expect(text).toContain("2026-11-23T08:00:00.001Z");
  });
});

describe("whatever is sent as a value is one", () => {
  const HOSTILE = [
    "'; DROP TABLE booking; --",
    "$1",
    "\\",
    "'",
    '"',
    "\u0000",
    "\u0000' OR 1=1",
    "\ud800",
    "x".repeat(5_000),
    "%",
    "{a,b}",
    "NULL",
    "evt_",
    "_",
    "",
  ];
  test.each(HOSTILE)("as an identifier or a slug: %#", async (value) => {
    const query = `query ($id: ID!, $text: String) { node(id: $id) { id } booking(id: $id) { id }
      bookings(hostId: $id, eventTypeId: $id) { totalCount } auditEntries(objectId: $id) { totalCount }
      eventTypes(slug: $text) { totalCount } }`;
    const { data, errors } = await ask(query, { id: value, text: value });
    const none = { totalCount: 0 };
    const expected = { node: null, booking: null, bookings: none, auditEntries: none, eventTypes: none };
    expect([data, errors]).toEqual([expected, undefined]);
    if (value.length < 100 && !value.includes("\ud800")) {
      const written = query.replace(/\(\$id[^)]*\)/, "").replaceAll("$id", JSON.stringify(value));
      expect((await ask(written.replaceAll("$text", JSON.stringify(value)))).data).toEqual(expected);
    }
  });
});

test("node tells what each identifier is, by the same document, in every order", async () => {
  const { owner, eventTypeIds, bookingIds, organisationId } = world.ours;
  const ids = [
    bookingIds[0]!,
    owner.memberId,
    owner.scheduleId,
    eventTypeIds.public,
    organisationId,
    "x;y",
    "bkg",
    "z",
  ];
  const types = ["Booking", "Member", "Schedule", "EventType", "Organisation", null, null, null];
  const query = `query (${ids.map((_, n) => `$i${n}: ID!`).join(", ")}) {
    ${ids.map((_, n) => `n${n}: node(id: $i${n}) { __typename id ... on Member { email } ... on Booking { status } }`).join(" ")} }`;
  const random = mulberry32(1);
  for (let round = 0; round < 40; round++) {
    const order = ids
      .map((_, n) => [random(), n] as const)
      .sort()
      .map(([, n]) => n);
    const variables = Object.fromEntries(order.map((from, n) => [`i${n}`, ids[from]]));
    const { data } = await ask(query, variables);
    const told = order.map((_, n) => (data![`n${n}`] as { __typename: string } | null)?.__typename ?? null);
    expect(told).toEqual(order.map((from) => types[from]));
  }
});

describe("what one was told is never another's answer", () => {
  const QUERY = `query ($host: ID, $status: [BookingStatus!], $after: String, $first: Int, $deleted: Boolean, $yes: Boolean = true, $no: Boolean!) {
    bookings(hostId: $host, status: $status, after: $after, first: $first) @skip(if: $no) { totalCount nodes { id title @include(if: $yes) } }
    schedules(deleted: $deleted) @include(if: $yes) { nodes { id } }
    eventTypes(deleted: $deleted, first: $first) { nodes { id title hosts { memberId } } }
    viewer { organisation { id } member { id name schedules { nodes { id } } } scopes }
  }`;

  test("the same document for every actor and every shape of its variables, in many orders", async () => {
    const { ours, theirs } = world;
    const narrow = await world.clinic.addKey({ scopes: ["event_types:read"] });
    const noMembers = await world.clinic.addKey({ scopes: ["bookings:read", "event_types:read", "schedules:read"] });
    const keys = [
      ours.owner.key,
      ours.admin.key,
      ours.member.key,
      ours.colleague.key,
      ours.publishableKey,
      narrow.key,
      noMembers.key,
      theirs.owner.key,
      theirs.member.key,
      theirs.publishableKey,
    ];
    const hosts = [undefined, ours.member.memberId, theirs.owner.memberId];
    const statuses = [null, ["confirmed"]];
    const shapes = hosts.flatMap((host) =>
      statuses.flatMap((status) =>
        [undefined, null, 2].flatMap((first) =>
          [{ yes: true, no: false }, { yes: false, no: false }, { no: true }, { yes: null, no: false }].map(
            (choices) => ({ host, status, first, deleted: first === 2 ? true : null, ...choices }),
          ),
        ),
      ),
    );
    const asks = keys.flatMap((key) => shapes.map((variables) => ({ key, variables })));
    const random = mulberry32(7);

    // Each by a document of its own, which no plan is kept for but its own.
    const alone = new Map<object, unknown>();
    for (const [n, one] of asks.entries()) {
      const { data, errors } = await world.ask(one.key, `# ${n}\n${QUERY}`, one.variables);
      alone.set(one, [data, errors?.map(({ message, extensions, path }) => ({ message, extensions, path }))]);
    }
    const shuffled = asks.map((one) => [random(), one] as const).sort(([a], [b]) => a - b);
    for (const [, one] of [...shuffled, ...shuffled.toReversed()]) {
      const { data, errors } = await world.ask(one.key, QUERY, one.variables);
      const told = [data, errors?.map(({ message, extensions, path }) => ({ message, extensions, path }))];
      expect([one, told]).toEqual([one, alone.get(one)]);
    }
    // The samples are not all alike.
    expect(new Set([...alone.values()].map((told) => JSON.stringify(told))).size).toBeGreaterThan(30);
  }, 120_000);

  test("a key whose scopes were narrowed is asked for them again", async () => {
    const query = "{ viewer { member { bookings { totalCount } } } }";
    expect(codesOf(await ask(query))).toBeUndefined();
    for (const scopes of [["members:read"], ["event_types:read"], []] as const) {
      const { key } = await world.clinic.addKey({ scopes: [...scopes] });
      expect(codesOf(await world.ask(key, query))).toEqual(["forbidden"]);
    }
    const { key } = await world.clinic.addKey({ scopes: ["bookings:read"] });
    expect(codesOf(await world.ask(key, query))).toBeUndefined();
  });
});
