import { readdirSync, readFileSync } from "node:fs";
import type pg from "pg";

const MS_A_TICK = 10;

interface Usage {
  parent: number;
  own: number;
  /** Of its children that have ended. */
  ended: number;
}

/** Milliseconds of CPU that PostgreSQL and its connections have used so far, to some ten; null where /proc does not tell. */
export async function postgresCpuMs(pool: pg.Pool): Promise<number | null> {
  const { rows } = await pool.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  const server = usageOf(rows[0]!.pid)?.parent;
  const usage = server === undefined ? undefined : usageOf(server);
  if (usage === undefined) return null;
  const all = readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? [usageOf(Number(name))] : []));
  const connections = all.filter((other) => other?.parent === server);
  return connections.reduce((sum, connection) => sum + connection!.own, usage.own + usage.ended);
}

/** By /proc/<pid>/stat, see proc_pid_stat(5); undefined for a process that has ended. */
function usageOf(pid: number): Usage | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    const ms = (first: number) => (fields[first]! + fields[first + 1]!) * MS_A_TICK;
    return { parent: fields[1]!, own: ms(11), ended: ms(13) };
  } catch {
    return undefined;
  }
}
