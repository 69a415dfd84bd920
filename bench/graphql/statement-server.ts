import { createServer, type IncomingMessage } from "node:http";
import { json } from "node:stream/consumers";
import pg from "pg";

// The physical limit: for each question one statement written by hand, whose answer goes out as PostgreSQL wrote it.
// It asks nobody who he is, reads no document and checks nothing.

interface Asked {
  operationName: keyof typeof STATEMENTS;
  variables: { organisationId: string; from: string; to: string };
}

const instant = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const cursor = (row: string) =>
  `translate(encode(convert_to(${row}.starts_at || ' ' || ${row}.id, 'UTF8'), 'base64'), E'\\n', '')`;
const connection = (rows: string, size: string, edge: string) => `json_build_object(
  'edges', coalesce(json_agg(${edge} ORDER BY ${rows}.place) FILTER (WHERE ${rows}.place <= ${size}), '[]'),
  'pageInfo', json_build_object('hasNextPage', count(*) > ${size}))`;

const STATEMENTS = {
  Dashboard: `
    WITH page AS MATERIALIZED (
      SELECT *, row_number() OVER (ORDER BY starts_at, id) AS place FROM (
        SELECT id, event_type_id, status, title, starts_at, ends_at, time_zone, notes FROM booking
        WHERE organisation_id = $1 AND starts_at >= $2 ORDER BY starts_at, id LIMIT 21
      ) AS b
    ), hosts AS (
      SELECT h.booking_id, json_agg(json_build_object('id', m.id, 'name', m.name) ORDER BY h.position) AS list
      FROM page JOIN booking_host h ON h.booking_id = page.id JOIN member m ON m.id = h.member_id GROUP BY h.booking_id
    ), attendees AS (
      SELECT a.booking_id, json_agg(json_build_object('id', a.id, 'name', a.name, 'email', a.email) ORDER BY a.position) AS list
      FROM page JOIN attendee a ON a.booking_id = page.id GROUP BY a.booking_id
    )
    SELECT json_build_object('data', json_build_object('bookings', ${connection(
      "page",
      "20",
      `json_build_object('cursor', ${cursor("page")}, 'node', json_build_object(
        'id', page.id, 'status', page.status, 'title', page.title, 'startsAt', ${instant("page.starts_at")},
        'endsAt', ${instant("page.ends_at")}, 'timeZone', page.time_zone, 'notes', page.notes,
        'eventType', json_build_object('id', e.id, 'title', e.title, 'durationsMinutes', e.durations_minutes),
        'hosts', coalesce(hosts.list, '[]'), 'attendees', coalesce(attendees.list, '[]')))`,
    )}))::text AS answer
    FROM page JOIN event_type e ON e.id = page.event_type_id
      LEFT JOIN hosts ON hosts.booking_id = page.id LEFT JOIN attendees ON attendees.booking_id = page.id`,

  Agendas: `
    SELECT json_build_object('data', json_build_object('members', ${connection(
      "m",
      "10",
      `json_build_object('node', json_build_object('id', m.id, 'name', m.name, 'bookings', (
        SELECT ${connection(
          "b",
          "10",
          `json_build_object('node', json_build_object(
            'id', b.id, 'status', b.status, 'title', b.title, 'startsAt', ${instant("b.starts_at")},
            'endsAt', ${instant("b.ends_at")}, 'attendees', (
              SELECT coalesce(json_agg(json_build_object('id', a.id, 'name', a.name, 'email', a.email)
                ORDER BY a.position), '[]') FROM attendee a WHERE a.booking_id = b.id
            )))`,
        )}
        FROM (
          SELECT *, row_number() OVER (ORDER BY starts_at, id) AS place FROM (
            SELECT b.id, b.status, b.title, h.starts_at, b.ends_at
            FROM booking_host h JOIN booking b ON b.id = h.booking_id
            WHERE h.member_id = m.id AND h.starts_at >= $2 ORDER BY h.starts_at, h.booking_id LIMIT 11
          ) AS b
        ) AS b
      )))`,
    )}))::text AS answer
    FROM (
      SELECT *, row_number() OVER (ORDER BY created_at, id) AS place FROM (
        SELECT id, name, created_at FROM member WHERE organisation_id = $1 ORDER BY created_at, id LIMIT 11
      ) AS m
    ) AS m`,

  Month: `
    SELECT json_build_object('data', json_build_object('bookingStats', json_build_object('series',
      coalesce(json_agg(json_build_object('startsOn', day, 'figures', json_build_object(
        'total', total, 'revenue', coalesce(revenue, '[]'))) ORDER BY day), '[]'))))::text AS answer
    FROM (
      SELECT day, sum(n) AS total, json_agg(json_build_object('amountMinor', amount, 'currency', currency)
        ORDER BY currency) FILTER (WHERE currency IS NOT NULL) AS revenue
      FROM (
        SELECT (starts_at AT TIME ZONE 'UTC')::date AS day, count(*) AS n, sum(price_amount_minor) AS amount,
          CASE WHEN status IN ('confirmed', 'completed') THEN price_currency END AS currency
        FROM booking WHERE organisation_id = $1 AND starts_at >= $2 AND starts_at < $3 GROUP BY day, currency
      ) AS counted GROUP BY day
    ) AS days`,
};

const pool = new pg.Pool({
  connectionString: process.env["DATABASE_URL"],
  max: Number(process.env["DATABASE_POOL_SIZE"]),
  options: "-c timezone=UTC",
});

const server = createServer((req, res) => {
  if (req.method !== "POST") return void res.end();
  answer(req).then(
    (text) => res.writeHead(200, { "content-type": "application/json" }).end(text),
    (error: unknown) => res.writeHead(500).end(String(error)),
  );
});
server.listen(Number(process.env["PORT"]), "127.0.0.1");

async function answer(req: IncomingMessage): Promise<string> {
  const { operationName, variables } = (await json(req)) as Asked;
  const { organisationId, from, to } = variables;
  const values = operationName === "Month" ? [organisationId, from, to] : [organisationId, from];
  const { rows } = await pool.query<{ answer: string }>({
    name: operationName,
    text: STATEMENTS[operationName],
    values,
  });
  return rows[0]!.answer;
}
