import type { RestWorld } from "./rest-world.ts";

/** Ends the sessions that the application has in the database, and comes back when they are gone. How many there were. */
export async function cutConnections({ sql }: RestWorld): Promise<number> {
  const sessions = "FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'holdfast'";
  const cut = await sql<{ pid: number }>(`SELECT pid, pg_terminate_backend(pid) ${sessions}`);
  const pids = cut.map(({ pid }) => pid);
  while ((await sql("SELECT FROM pg_stat_activity WHERE pid = ANY($1)", [pids])).length > 0);
  return pids.length;
}
