import { LRUCache } from "lru-cache";
import pg from "pg";

/**
 * Runs a statement that answers one text or NULL, and has PostgreSQL give it up when the signal fires.
 * @throws the signal's reason
 */
export type TextReader = (text: string, values: readonly unknown[], signal?: AbortSignal) => Promise<string | null>;

/** Begins a statement whose best plan depends on its values: it is planned for them each time, whatever the connection does. */
export const PLANNED_EACH_TIME = "/* planned each time */ ";

/** A statement is prepared under a name once it has come back as often. */
const NAMED_AT_USE = 3;
/** A named statement stays on its connection, in memory, until it is put away. */
const NAMED_PER_CONNECTION = 100;
const TEXTS_COUNTED = 2_000;
const CANCELLER_IDLE_MS = 5_000;

/** A connection, with what `pg` keeps of the statements that it has prepared there. */
type Client = pg.PoolClient & { processID: number; connection: { parsedStatements: Record<string, string> } };

export function createTextReader(pool: pg.Pool): TextReader {
  const nameOf = countUses();
  const named = new WeakMap<Client, LRUCache<string, true>>();
  // A pool of its own: those who are to be cancelled may hold every connection of the other.
  const canceller = new pg.Pool({
    ...pool.options,
    // Not among what is spread: `pg` hides it from whoever prints the options.
    password: pool.options.password,
    max: 1,
    idleTimeoutMillis: CANCELLER_IDLE_MS,
    allowExitOnIdle: true,
  });
  canceller.on("error", ignoreLostIdleConnection);

  return async (text, values, signal) => {
    signal?.throwIfAborted();
    const client = (await pool.connect()) as Client;
    let cancelling: Promise<unknown> | undefined;
    const cancel = () => {
      cancelling = canceller.query("SELECT pg_cancel_backend($1)", [client.processID]).catch(() => undefined);
    };
    let isSpoilt = false;
    try {
      signal?.throwIfAborted();
      signal?.addEventListener("abort", cancel);
      const name = nameOf(text);
      if (name !== undefined) makeRoom(client, named, name);
      const isPlannedEachTime = text.startsWith(PLANNED_EACH_TIME);
      if (isPlannedEachTime) await client.query("BEGIN READ ONLY; SET LOCAL plan_cache_mode = force_custom_plan");
      const { rows } = await client.query<[string | null]>({
        name,
        text,
        values: values as unknown[],
        rowMode: "array",
      });
      if (isPlannedEachTime) await client.query("COMMIT");
      // A cancellation on its way would meet whatever this connection does next.
      isSpoilt = cancelling !== undefined;
      signal?.throwIfAborted();
      return rows[0]?.[0] ?? null;
    } catch (error) {
      // A transaction may be open.
      isSpoilt = text.startsWith(PLANNED_EACH_TIME);
      signal?.throwIfAborted();
      throw error;
    } finally {
      signal?.removeEventListener("abort", cancel);
      await cancelling;
      client.release(isSpoilt);
    }
  };
}

/** Names a text from its n-th use on. */
function countUses(): (text: string) => string | undefined {
  const known = new LRUCache<string, { uses: number; name: string }>({ max: TEXTS_COUNTED });
  let made = 0;
  return (text) => {
    if (text.startsWith(PLANNED_EACH_TIME)) return undefined;
    const entry = known.get(text) ?? { uses: 0, name: `read_${made++}` };
    known.set(text, { ...entry, uses: entry.uses + 1 });
    return entry.uses + 1 >= NAMED_AT_USE ? entry.name : undefined;
  };
}

/** Puts the statement that this connection has not used for longest away when it has too many. */
function makeRoom(client: Client, named: WeakMap<Client, LRUCache<string, true>>, name: string): void {
  let names = named.get(client);
  if (!names) {
    const dispose = (_: true, old: string) => {
      // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- so `pg` knows that it is not there any more
      delete client.connection.parsedStatements[old];
      client.query(`DEALLOCATE "${old}"`).catch(() => undefined);
    };
    named.set(client, (names = new LRUCache({ max: NAMED_PER_CONNECTION, dispose, noDisposeOnSet: true })));
  }
  if (!names.get(name)) names.set(name, true);
}

/** The next cancellation opens another one. */
function ignoreLostIdleConnection(): void {}
