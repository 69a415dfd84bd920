import { ACTIONS } from "../../src/domain/access/policy.ts";
import { RULES, type Caller, type Reach, type Rule, type RuleName } from "../../src/domain/access/rules.ts";
import type { Scope } from "../../src/domain/shared/actor.ts";
import { OPERATIONS, type OperationId } from "../../src/generated/contract-operations.ts";
import type { SampleCall } from "../support/sample-calls.ts";

// What the table says of a request, worked out from its rows alone: no code that enforces them has a part in it.

/** Who asks, by what, and for whose object. */
export interface Column {
  /** Null: the credential is nobody's, or no longer. */
  as: Caller | null;
  by: "key" | "session";
  /** The scope that the credential has not; every other it has. */
  lacks?: Scope | null;
  object: "own" | "another's" | "private" | "another organisation's";
}

/** With which objects the column's credential may do it; null: with none. */
export function reachIn(name: RuleName, { as, by, lacks }: Column): Reach | null {
  const { scope, logInOnly, may }: Rule = RULES[name];
  if (as === null || (scope !== null && lacks === scope) || (logInOnly && by === "key")) return null;
  return may[as] ?? null;
}

/** Whether an object of the column is out of a reach. */
export function isOutOf(reach: Reach, { object }: Column): boolean {
  switch (object) {
    case "another organisation's":
      return true;
    case "another's":
      return reach === "own";
    case "private":
      return reach === "unlisted" || reach === "public";
    case "own":
      return false;
  }
}

const ID = /\b[a-z]{3}_[0-9a-z]{26}\b/;

/** The statuses that an operation may answer a sample of the column's object with. */
export function expectedStatuses(id: OperationId, column: Column, { path, body }: SampleCall): number[] {
  const action = ACTIONS[id];
  // The public is told that it has joined a waiting list, and no more.
  const done = [id === "joinWaitingList" && column.as === "publishable_key" ? 202 : OPERATIONS[id].successStatus];
  if (action === "anybody") return done;
  if (column.as === null) return [401];
  const reach = reachIn(action, column);
  if (reach === null) return [403];

  const isInPath = ID.test(path);
  const isNamed = isInPath || ID.test(JSON.stringify(body ?? {}));
  if (!isNamed || !isOutOf(reach, column)) return done;
  if (column.object === "another organisation's") return isInPath ? [404] : [404, 422];
  return [column.object === "private" || (isInPath && isHidden(action, column)) ? 404 : 403];
}

/** What may not be read is not said to be there; what may be read and not changed is refused. */
function isHidden(name: RuleName, column: Column): boolean {
  const reach = reachIn(READ_BESIDE[name] ?? name, column);
  return reach !== null && isOutOf(reach, column);
}

const READ_BESIDE: Partial<Record<RuleName, RuleName>> = {
  "change bookings": "read bookings",
  "answer an offer": "read waiting lists",
  "manage schedules": "read schedules",
  "manage resources": "read resources",
  "manage event types": "read event types",
};
