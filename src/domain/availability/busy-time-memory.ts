import { LRUCache } from "lru-cache";
import type { Terms } from "../event-type/offering.ts";
import { coalescedReadsOf } from "../shared/coalesced-reads.ts";
import type { Database } from "../shared/database.ts";
import type { Range } from "./bookable-range.ts";
import type { HostBusyTime } from "./busy-time.ts";

/** One subject's busy time, by the ranges that were read. */
type Remembered = Map<string, { busyTime: HostBusyTime; readAt: number }>;

/**
 * Busy time that was read before, and terms that were found current then. It is forgotten when it changes, whoever changes it
 * in whatever process: `catchUp` asks the database for the changes that its transactions have noted
 * (`availability_change`) since it was last asked.
 *
 * Whoever reads takes hold of places first, and fills them afterwards. A change that comes to be known in between has put
 * others there, and what he fills nobody finds.
 */
export interface BusyTimeMemory {
  /** Forgets all that had changed by now. Who asks while others are being told is told with the next. */
  catchUp(): Promise<void>;
  /** Where what is read from here on may be kept. */
  placesFor(subjectIds: readonly string[]): Promise<BusyTimePlaces>;
  areCurrent(terms: readonly Terms[]): boolean;
  /** Undefined where it is not known, or something of it has expired at `now`. */
  busyTimeOf(subjectId: string, range: Range, now: number): HostBusyTime | undefined;
}

export interface BusyTimePlaces {
  keepTerms(terms: readonly Terms[]): void;
  keepBusyTime(index: number, range: Range, busyTime: HostBusyTime, now: number): void;
}

const SUBJECTS_HELD = 10_000;
/** Of each subject: this month and the next, say, with buffers of two lengths. */
const RANGES_HELD = 4;

/** The changes that were not seen by the one snapshot and are by the other, which is the statement's own. */
const CHANGES = {
  name: "availability_changes",
  text: `SELECT pg_current_snapshot()::text AS snapshot, clock_timestamp()::text AS at,
      $2::timestamptz > clock_timestamp() - interval '2 minutes'
        AND pg_snapshot_xmax($1::pg_snapshot) <= pg_snapshot_xmax(pg_current_snapshot()) AS "areKnown",
      ARRAY(SELECT DISTINCT subject_id::text FROM availability_change
        WHERE transaction_id >= pg_snapshot_xmin($1::pg_snapshot)
          AND NOT pg_visible_in_snapshot(transaction_id, $1::pg_snapshot)) AS changed`,
};

interface ChangesRow {
  snapshot: string;
  at: string;
  /** Not after a silence so long that changes may have been deleted since, not where the database was put back, and not the first time. */
  areKnown: boolean | null;
  /** Null stands for terms. */
  changed: (string | null)[];
}

const memories = new WeakMap<Database, BusyTimeMemory>();

/** The one of a database, in this process. */
export function busyTimeMemoryOf(db: Database): BusyTimeMemory {
  let memory = memories.get(db);
  if (!memory) memories.set(db, (memory = createBusyTimeMemory(db)));
  return memory;
}

function createBusyTimeMemory(db: Database): BusyTimeMemory {
  const subjects = new LRUCache<string, Remembered>({ max: SUBJECTS_HELD });
  let current = new WeakSet<Terms>();
  let seen: ChangesRow | undefined;

  async function forgetChanges(): Promise<void> {
    const [row] = await db.query<ChangesRow>(CHANGES, [seen?.snapshot ?? null, seen?.at ?? null]);
    const { areKnown, changed } = (seen = row!);
    if (!areKnown) subjects.clear();
    if (!areKnown || changed.includes(null)) current = new WeakSet();
    for (const subjectId of changed) if (subjectId !== null) subjects.delete(subjectId);
  }

  const catchUp = () => coalescedReadsOf(db).read("availability changes", forgetChanges);

  return {
    catchUp,

    async placesFor(subjectIds) {
      // What changed before the first look nobody would be told of.
      if (!seen) await catchUp();
      const found = current;
      const places = subjectIds.map((id) => {
        let place = subjects.get(id);
        if (!place) subjects.set(id, (place = new Map() as Remembered));
        return place;
      });
      return {
        keepTerms: (terms) => {
          for (const each of terms) found.add(each);
        },
        keepBusyTime(index, range, busyTime, readAt) {
          const place = places[index]!;
          const key = keyOf(range);
          place.delete(key);
          if (place.size >= RANGES_HELD) place.delete(place.keys().next().value!);
          place.set(key, { busyTime, readAt });
        },
      };
    },

    areCurrent: (terms) => terms.every((each) => current.has(each)),

    busyTimeOf(subjectId, range, now) {
      const found = subjects.get(subjectId)?.get(keyOf(range));
      return found && found.readAt <= now && now < found.busyTime.until ? found.busyTime : undefined;
    },
  };
}

function keyOf({ from, to }: Range): string {
  return `${from}/${to}`;
}
