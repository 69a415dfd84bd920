import { SCOPES } from "../domain/shared/actor.ts";
import type { Clock } from "../domain/shared/clock.ts";
import type { DomainContext } from "../domain/shared/context.ts";
import type { Database } from "../domain/shared/database.ts";
import { newId } from "../domain/shared/ids.ts";
import type { Log } from "../domain/shared/log.ts";
import { systemClock } from "./system-clock.ts";

export interface ConsoleDeps {
  db: Database;
  log: Log;
}

/** Whoever runs the server acts as an owner of an organisation, and may do everything there. */
export function consoleContext(
  { db, log }: ConsoleDeps,
  owner: { organisationId: string; id: string },
  clock: Clock = systemClock,
): DomainContext {
  return {
    db,
    log,
    clock,
    ids: newId,
    actor: {
      kind: "console",
      organisationId: owner.organisationId,
      memberId: owner.id,
      role: "owner",
      credentialId: "console",
      scopes: new Set(SCOPES),
    },
    request: { requestId: "console", address: null, userAgent: null },
  };
}
