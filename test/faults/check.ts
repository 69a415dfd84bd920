import { setTimeout as sleep } from "node:timers/promises";
import { Redis } from "ioredis";
import type { Story } from "./client-story.ts";
import type { FaultsWorld } from "./faults-world.ts";

/** What must be none. */
export type Losses = Record<string, string[]>;

type Query = FaultsWorld["postgres"]["query"];

/** Two claims of one host or room at the same time. */
export async function findOverlaps(query: Query): Promise<string[]> {
  const rows = await query<{ one: string; other: string }>(
    `SELECT a.id AS one, b.id AS other FROM claim a JOIN claim b
       ON a.subject_id = b.subject_id AND a.id < b.id AND a.during && b.during
     WHERE coalesce(a.expires_at > now(), true) AND coalesce(b.expires_at > now(), true)`,
  );
  return rows.map(({ one, other }) => `${one} and ${other}`);
}

/** What was acknowledged and is not as it was said to be; and what is there of which nobody was told. */
export async function findLostCommands(query: Query, stories: readonly Story[]): Promise<string[]> {
  const rows = await query<{ id: string; status: string; startsAt: Date; claims: number }>(
    `SELECT id, status, starts_at AS "startsAt", (SELECT count(*)::int FROM claim WHERE booking_id = booking.id) AS claims
     FROM booking`,
  );
  const known = new Map(stories.flatMap(({ bookings }) => [...bookings]));
  const wrong = rows.flatMap(({ id, status, startsAt, claims }) => {
    const booking = known.get(id);
    if (!booking) return [`${id} was made, and nobody was told`];
    const isAsSaid =
      status === booking.status &&
      startsAt.getTime() === Date.parse(booking.startsAt) &&
      claims === (booking.status === "confirmed" ? 1 : 0);
    known.delete(id);
    return isAsSaid
      ? []
      : [`${id} is ${status} at ${startsAt.toISOString()} with ${claims} claims; said: ${JSON.stringify(booking)}`];
  });
  return [...wrong, ...[...known.keys()].map((id) => `${id} was acknowledged, and is not there`)];
}

/** Of each acknowledged command its event, once; and none beside. */
export async function findLostEvents(query: Query, stories: readonly Story[]): Promise<string[]> {
  const rows = await query<{ subjectId: string; type: string; count: number }>(
    `SELECT subject_id AS "subjectId", type, count(*)::int AS count FROM outbox_event
     WHERE type ~ '^(booking|hold)\\.' GROUP BY 1, 2`,
  );
  const found = new Map(rows.map(({ subjectId, type, count }) => [`${subjectId} ${type}`, count]));
  const expected = new Map<string, number>();
  for (const { bookings, holds } of stories) {
    for (const { id, status, reschedules } of bookings.values()) {
      expected.set(`${id} booking.created`, 1);
      if (status === "cancelled") expected.set(`${id} booking.cancelled`, 1);
      if (reschedules > 0) expected.set(`${id} booking.rescheduled`, reschedules);
    }
    for (const id of holds) expected.set(`${id} hold.created`, 1);
  }
  const isBooking = (key: string) => / booking\.(created|cancelled|rescheduled)$/.test(key);
  return [
    ...[...expected]
      .filter(([key, count]) => found.get(key) !== count)
      .map(([key]) => `${key}: ${found.get(key) ?? 0}`),
    ...[...found.keys()].filter((key) => isBooking(key) && !expected.has(key)).map((key) => `${key}: unexpected`),
  ];
}

/** Waits until it is so, and says how long that took. Null: it was not so in time. */
export async function secondsUntil(isSo: () => Promise<boolean>, withinSeconds: number): Promise<number | null> {
  const begunAt = performance.now();
  const seconds = () => (performance.now() - begunAt) / 1_000;
  while (seconds() < withinSeconds) {
    if (await isSo()) return seconds();
    await sleep(50);
  }
  return null;
}

export async function isOutboxEmpty(query: Query): Promise<boolean> {
  return (await query("SELECT FROM outbox_event WHERE position IS NULL LIMIT 1")).length === 0;
}

/** Nothing is left to do now: no delivery is open, and no job waits but those that come by themselves and reminders to come. */
export async function isAllDone(query: Query): Promise<boolean> {
  const [row] = await query<{ open: number }>(
    `SELECT (SELECT count(*) FROM webhook_delivery WHERE status = 'pending')::int +
            (SELECT count(*) FROM job WHERE key IS DISTINCT FROM 'periodic' AND due_at < now() + interval '1 day')::int AS open`,
  );
  return row!.open === 0;
}

/** @param since the first that is to be delivered comes after it */
export async function findUndelivered(
  query: Query,
  { received }: FaultsWorld["receiver"],
  since: string,
): Promise<string[]> {
  const rows = await query<{ id: string; type: string; isDue: boolean }>(
    `SELECT id, type, sequence > $1 AS "isDue" FROM outbox_event ORDER BY sequence`,
    [since],
  );
  const ids = new Set(rows.map(({ id }) => id));
  return [
    ...rows
      .filter(({ id, isDue }) => isDue && !received.has(id))
      .map(({ id, type }) => `${id} (${type}) was not delivered`),
    ...[...received.keys()].filter((id) => !ids.has(id)).map((id) => `${id} is no event of ours`),
  ];
}

/** The stream has every event, in the order of positions. */
export async function findMissingInStream(query: Query, url: string): Promise<string[]> {
  const redis = new Redis(url);
  try {
    const rows = await query<{ entry: string }>(
      "SELECT position || '-0 ' || id AS entry FROM outbox_event WHERE position IS NOT NULL ORDER BY position",
    );
    const wanted = rows.map(({ entry }) => entry);
    const entries = async () =>
      (await redis.xrange("holdfast:events", "-", "+")).map(([id, fields]) => `${id} ${fields[1]}`);
    const isThere = async () => (await entries()).at(-1) === wanted.at(-1);
    await secondsUntil(isThere, 30);
    const there = await entries();
    return wanted.flatMap((entry, n) => (there[n] === entry ? [] : [`${entry}, where the stream has ${there[n]}`]));
  } finally {
    redis.disconnect();
  }
}

export async function findDeadLetters(query: Query): Promise<string[]> {
  const rows = await query<{ kind: string; lastError: string }>(
    `SELECT kind, last_error AS "lastError" FROM job WHERE died_at IS NOT NULL`,
  );
  return rows.map(({ kind, lastError }) => `${kind}: ${lastError}`);
}
