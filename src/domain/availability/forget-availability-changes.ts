import type { DomainContext } from "../shared/context.ts";

/** Deletes what is kept for those who remember busy time (`busy-time-memory.ts`), once nobody asks for it any more. @returns how many changes */
export function forgetAvailabilityChanges({ db }: Pick<DomainContext, "db">): Promise<number> {
  return db.call<number>("forget_availability_changes", []);
}
