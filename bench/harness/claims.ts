import type pg from "pg";
import { uuidOf } from "../../src/domain/shared/ids.ts";

/** Takes time of a member, as though by bookings: flat starts and ends in epoch ms. The bookings themselves are left out. */
export async function addClaims(pool: pg.Pool, memberId: string, busy: readonly number[]): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN; SET LOCAL session_replication_role = replica");
    await client.query(
      `INSERT INTO claim (subject_id, during, booking_id)
        SELECT $1::uuid, tstzrange(to_timestamp(starts), to_timestamp(ends)), 'bkg_' || starts
        FROM unnest($2::float8[], $3::float8[]) AS busy (starts, ends)`,
      [uuidOf(memberId), ...[0, 1].map((end) => busy.filter((_, i) => i % 2 === end).map((ms) => ms / 1000))],
    );
    await client.query("COMMIT");
  } finally {
    client.release();
  }
}
