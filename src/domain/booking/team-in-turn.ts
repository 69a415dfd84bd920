import type { OfferingTeam } from "../event-type/choose-team.ts";
import type { Offering, OfferingHost } from "../event-type/offering.ts";
import type { DomainContext } from "../shared/context.ts";
import { readHostUses, turnsOf } from "./host-turns.ts";
import type { AskedTeam } from "./wanted-time.ts";

/** The team as it is asked: the pool in its turn, and with what a booking counts for each host of a round robin. */
export async function teamInTurn(
  ctx: DomainContext,
  offering: Offering,
  { all, pool, needs }: OfferingTeam,
): Promise<AskedTeam> {
  if (offering.eventType.assignment !== "round_robin") return { all: all.map((host) => ({ host })), pool: [], needs };

  const takingTurns = offering.hosts.filter(({ fixed }) => !fixed);
  const turns = turnsOf(takingTurns, await readHostUses(ctx, offering.eventType.id));
  const turnOf = (host: OfferingHost) => turns.find((turn) => turn.host === host);
  return {
    all: all.map((host) => ({ host, turn: turnOf(host) })),
    pool: turns.filter(({ host }) => pool.includes(host)).map((turn) => ({ host: turn.host, turn })),
    needs,
  };
}
