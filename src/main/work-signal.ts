import pg from "pg";
import type { Log } from "../domain/shared/log.ts";

/** Tells all processes on the database that there may be work, and is told by them. What gets lost is found by looking. */
export interface WorkSignal {
  /** Costs the caller nothing: it goes out by itself, once for all who have called meanwhile. */
  send: () => void;
  /** Holds a connection until `close`. */
  listen: (onWork: () => void) => void;
  close: () => Promise<void>;
}

const CHANNEL = "holdfast_work";
const RECONNECT_MS = 1_000;

/**
 * By NOTIFY after a command and beside it, not inside: a transaction that notifies commits under a lock that the whole
 * server shares, so that commits could not be written to the disk together any more (docs/adr/0005).
 */
export function createWorkSignal(pool: pg.Pool, connectionString: string, log: Log): WorkSignal {
  let [isSending, isAsked, isClosed] = [false, false, false];
  let listener: pg.Client | null = null;
  let timer: NodeJS.Timeout | undefined;
  let wakeOwn: () => void = () => undefined;

  const tellOthers = () => {
    isAsked = true;
    if (isSending || isClosed) return;
    [isSending, isAsked] = [true, false];
    pool
      .query(`NOTIFY ${CHANNEL}`)
      .catch((error: unknown) => {
        log.debug({ err: error }, "nobody was told of work; it is found by looking");
      })
      .finally(() => {
        isSending = false;
        if (isAsked) tellOthers();
      });
  };

  const listen = (onWork: () => void) => {
    const client = new pg.Client({ connectionString, keepAlive: true, application_name: "holdfast listener" });
    listener = client;
    const again = () => {
      if (isClosed || listener !== client) return;
      listener = null;
      client.removeAllListeners("end");
      client.end().catch(() => undefined);
      timer = setTimeout(listen, RECONNECT_MS, onWork);
    };
    client.on("notification", onWork);
    client.on("end", again);
    client.on("error", (error) => {
      log.warn({ err: error }, "the connection that tells of work was lost; work is found by looking meanwhile");
      again();
    });
    client
      .connect()
      .then(() => client.query(`LISTEN ${CHANNEL}`))
      .then(onWork, again);
  };

  return {
    // This process's own worker need not be told by way of the database: it begins at once.
    send() {
      wakeOwn();
      tellOthers();
    },
    listen(onWork) {
      wakeOwn = onWork;
      listen(onWork);
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await listener?.end();
    },
  };
}
