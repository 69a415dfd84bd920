import { BOOKING_STATUSES, type BookingStatus } from "../../src/domain/booking/booking.ts";
import { newId } from "../../src/domain/shared/ids.ts";
import { MINUTE_MS } from "../../src/domain/shared/local-date.ts";

/** A booking as figures see it. Instants are epoch ms. */
export interface StatsBooking {
  id: string;
  eventTypeId: string;
  hostIds: string[];
  status: BookingStatus;
  startsAt: number;
  minutes: number;
  leadMinutes: number;
  price: { amountMinor: number; currency: string } | null;
  location: { type: string; value?: string; label?: string } | null;
}

const PRICES = [null, { amountMinor: 4_500, currency: "EUR" }, { amountMinor: 7_999, currency: "USD" }];
const LOCATIONS = [
  null,
  { type: "address", value: "Main Street 1", label: "Practice" },
  { type: "link", value: "https://meet.example.com/room" },
];

/** One booking at each start, as different from one another as a cycle makes them. */
export function statsBookings(starts: readonly number[], hostIds: string[], eventTypeIds: string[]): StatsBooking[] {
  return starts.map((startsAt, n) => ({
    id: newId("booking"),
    eventTypeId: eventTypeIds[n % eventTypeIds.length]!,
    hostIds: n % 5 === 0 ? hostIds : [hostIds[n % hostIds.length]!],
    status: BOOKING_STATUSES[n % BOOKING_STATUSES.length]!,
    startsAt,
    minutes: 30 + (n % 4) * 15,
    leadMinutes: 60 * (n % 50),
    price: PRICES[n % PRICES.length]!,
    location: n % 7 === 0 ? { type: "phone", value: `+49301234${n}` } : LOCATIONS[n % LOCATIONS.length]!,
  }));
}

/** Past the commands: a year of bookings takes a second so. */
export async function insertBookings(
  sql: (text: string, values: unknown[]) => Promise<unknown>,
  organisationId: string,
  bookings: readonly StatsBooking[],
): Promise<void> {
  const rows = bookings.map((booking) => ({
    ...booking,
    starts_at: new Date(booking.startsAt),
    ends_at: new Date(booking.startsAt + booking.minutes * MINUTE_MS),
    made_at: new Date(booking.startsAt - booking.leadMinutes * MINUTE_MS),
  }));
  await sql(
    `INSERT INTO booking (id, organisation_id, event_type_id, status, pending_reasons, starts_at, ends_at, time_zone,
        client_created_at, location, answers, metadata, title, buffer_before_minutes, buffer_after_minutes,
        price_amount_minor, price_currency, cancellation_cutoff_minutes, reschedule_cutoff_minutes, sequence, version,
        created_at, updated_at)
      SELECT r->>'id', $1, r->>'eventTypeId', r->>'status', '{}', (r->>'starts_at')::timestamptz, (r->>'ends_at')::timestamptz,
        'UTC', (r->>'made_at')::timestamptz, r->'location', '{}', '{}', 'Visit', 0, 0, (r->'price'->>'amountMinor')::bigint,
        r->'price'->>'currency', 0, 0, 0, 1, (r->>'made_at')::timestamptz, (r->>'made_at')::timestamptz
      FROM jsonb_array_elements($2::jsonb) AS r`,
    [organisationId, JSON.stringify(rows)],
  );
  await sql(
    `INSERT INTO booking_host (booking_id, member_id, position, starts_at)
      SELECT r->>'id', host, ordinality, (r->>'starts_at')::timestamptz
      FROM jsonb_array_elements($1::jsonb) AS r, jsonb_array_elements_text(r->'hostIds') WITH ORDINALITY AS h (host, ordinality)`,
    [JSON.stringify(rows)],
  );
}
