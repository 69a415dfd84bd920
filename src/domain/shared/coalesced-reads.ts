import type { Database } from "./database.ts";

/** Reads that are the same for everybody who asks for them at the same time. */
export interface CoalescedReads {
  /**
   * What `load` finds for the key. The key begins with the name of the read and says all that the answer depends on, but
   * for what is read and when; whose `load` is run makes no difference. The answer goes to several callers, none of whom
   * may change it. @throws what `load` throws, to all whom that run of it was to answer
   */
  read<Result>(key: string, load: () => Promise<Result>): Promise<Result>;
  /** Does what may change what is read: unless somebody is ahead of it, who asks in the meantime waits for it to end. */
  change<Result>(key: string, work: () => Promise<Result>): Promise<Result>;
  /** Whether a read, or a change of what is read, is under way: `read` would wait for its end. */
  isUnderWay(key: string): boolean;
}

/** One run of `load` or `work`. Those who come while it is under way are answered by the one that follows it. */
interface Flight {
  landed: Promise<void>;
  next?: Promise<unknown>;
}

/**
 * Answers all who wait for the same read by one run of it, and never by one that had begun before they asked: what each is
 * told was read after his question, so he sees his own writes and whatever else was acknowledged by then. That is group
 * commit, for reads; a single flight that late comers may board, or a cache, would tell them the past. Nothing is kept: a
 * key is known while it is under way, and a run that fails fails for those whom it was to answer and nobody else.
 */
export function createCoalescedReads(): CoalescedReads {
  const flights = new Map<string, Flight>();

  function start<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    const answer = new Promise<Result>((resolve) => {
      resolve(work());
    });
    const land = () => {
      if (!flight.next) flights.delete(key);
    };
    const flight: Flight = { landed: answer.then(land, land) };
    flights.set(key, flight);
    return answer;
  }

  return {
    read<Result>(key: string, load: () => Promise<Result>) {
      const flight = flights.get(key);
      if (!flight) return start(key, load);
      flight.next ??= flight.landed.then(() => start(key, load));
      return flight.next as Promise<Result>;
    },
    change: (key, work) => (flights.has(key) ? work() : start(key, work)),
    isUnderWay: (key) => flights.has(key),
  };
}

const readsOf = new WeakMap<Database, CoalescedReads>();

/** Those of one database. They run outside of any transaction: what a caller has not committed is not for the others. */
export function coalescedReadsOf(db: Database): CoalescedReads {
  let reads = readsOf.get(db);
  if (!reads) readsOf.set(db, (reads = createCoalescedReads()));
  return reads;
}
