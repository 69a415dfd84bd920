import type { EventStream, NewStreamEntry, StreamEnd } from "../ports/event-stream.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Database } from "../shared/database.ts";
import { toDomainEvent, type EventRow } from "./domain-event.ts";

export type PublishDeps = Pick<DomainContext, "db">;

/** The stream goes on from a place that this database does not have. */
export class StreamOfAnother extends Error {
  constructor(position: string) {
    super(
      `The event stream ends at ${position}, which is not an event of this database. Delete the stream to begin anew.`,
    );
    this.name = "StreamOfAnother";
  }
}

const AT_ONCE = 200;

const READ_EVENTS = {
  name: "read_events_to_publish",
  text: `SELECT id, type, version, occurred_at AS "occurredAt", organisation_id AS "organisationId", subject_id AS "subjectId",
      request_id AS "requestId", trace_id AS "traceId", payload, position::text
    FROM outbox_event WHERE position >= $1::bigint ORDER BY outbox_event.position LIMIT ${AT_ONCE + 1}`,
};

const READ_NEWEST = { name: "read_newest_position", text: "SELECT position::text FROM outbox_cursor" };

type PositionedRow = EventRow & { position: string };

/**
 * Writes to the stream what it does not have yet, each event once, in the order in which they were handed on. It remembers
 * nothing: the stream itself says how far it is. So any number of processes may call it at once, and one that has lost its
 * newest events, or all, gets them again as far as it had kept them.
 * @throws StreamOfAnother, and what the stream throws when it does not answer
 */
export async function publishEvents({ db }: PublishDeps, stream: EventStream): Promise<"more" | "none"> {
  const end = await stream.end();
  const isEmpty = end === null || end.position === "0";
  const from = isEmpty ? await firstOfLast(db, stream.length) : end.position;
  const rows = await db.query<PositionedRow>(READ_EVENTS, [from]);
  if (!isEmpty) await assertSameHistory(db, end, rows[0]);
  const news = rows.filter(({ position }) => position !== end?.position);
  if (news.length === 0) return "none";
  const isAdded = await stream.append(end?.position ?? null, news.map(toEntry));
  return !isAdded || rows.length > AT_ONCE ? "more" : "none";
}

/** Where the last so many events begin. */
async function firstOfLast(db: Database, count: number): Promise<string> {
  const newest = await newestPosition(db);
  return String(newest < count ? 1n : newest - BigInt(count) + 1n);
}

/** Where the database has no event at the stream's end, events that old were deleted, or it has not come so far. */
async function assertSameHistory(db: Database, end: StreamEnd, row: PositionedRow | undefined): Promise<void> {
  const isOther =
    row?.position === end.position
      ? end.id !== null && end.id !== row.id
      : BigInt(end.position) > (await newestPosition(db));
  if (isOther) throw new StreamOfAnother(end.position);
}

async function newestPosition(db: Database): Promise<bigint> {
  const [row] = await db.query<{ position: string }>(READ_NEWEST, []);
  return BigInt(row!.position);
}

function toEntry({ position, ...row }: PositionedRow): NewStreamEntry {
  const { id, type, organisationId, subjectId } = row;
  return { position, id, type, organisationId, subjectId, event: JSON.stringify(toDomainEvent(row)) };
}
