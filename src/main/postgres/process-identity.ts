import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/**
 * Tells one process from every other one, also from a later one under the same number: its start time, and on Linux the
 * boot it belongs to. Null when no such process runs (one that has ended and waits for its parent does not run).
 */
export function processIdentity(pid: number): string | null {
  if (existsSync("/proc/self/stat")) return linuxIdentity(pid);
  const ps = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8", env: { LC_ALL: "C" } });
  if (ps.error === undefined) return ps.status === 0 ? ps.stdout.trim() : null;
  return isAlive(pid) ? "running" : null;
}

/** The arguments a process was started with, joined by spaces; null when it has gone or the system does not tell. */
export function commandLineOf(pid: number): string | null {
  if (existsSync("/proc/self/stat")) {
    return readIfThere(`/proc/${pid}/cmdline`)?.replaceAll("\0", " ").trim() ?? null;
  }
  const ps = spawnSync("ps", ["-ww", "-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  return ps.error === undefined && ps.status === 0 ? ps.stdout.trim() : null;
}

/** proc_pid_stat(5): after the name in parentheses come the state and, as the 20th field, the start in clock ticks. */
function linuxIdentity(pid: number): string | null {
  const stat = readIfThere(`/proc/${pid}/stat`);
  if (stat === null) return null;
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const [state] = fields;
  if (state === "Z" || state === "X") return null;
  return `${readIfThere("/proc/sys/kernel/random/boot_id")?.trim()}:${fields[19]}`;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ESRCH") return null;
    throw error;
  }
}
