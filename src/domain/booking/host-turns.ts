import type { DomainContext } from "../shared/context.ts";

/** A host of a round robin, as far as his turn is concerned. */
export interface TurnHost {
  memberId: string;
  weight: number;
  priority: number;
}

/** How much a round robin has used a host: each booking raises it by one over his weight. */
export interface HostUse {
  used: number;
  /** Epoch ms. */
  lastBookedAt: number;
}

/** A host in his turn. */
export interface Turn<Host extends TurnHost> {
  host: Host;
  /** What a booking is counted from; see `count_host_use`. */
  level: number;
  /** What it is counted as. */
  step: number;
}

/** So many bookings a host may catch up with who was away, or whom others were asked for in place of; the rest is forgotten. */
const MOST_TO_CATCH_UP = 5;

/**
 * The order in which hosts are asked (docs/hosts.md): by priority; then who was used least for his weight (stride
 * scheduling: in the long run shares are as weights); then who was booked least recently; then as they are listed.
 *
 * Those of one priority are compared with the one who is furthest ahead. Nobody counts as further behind him than a few
 * bookings, so who was away is not flooded; and who was never counted stands where he stood before his last booking, so who
 * joins is not either. A weight that changes counts from the next booking on.
 */
export function turnsOf<Host extends TurnHost>(
  hosts: readonly Host[],
  uses: ReadonlyMap<string, HostUse>,
): Turn<Host>[] {
  const levels = new Map<number, number>();
  for (const { memberId, priority, weight } of hosts) {
    const before = Math.max(0, (uses.get(memberId)?.used ?? 0) - 1 / weight);
    levels.set(priority, Math.max(levels.get(priority) ?? 0, before));
  }
  const turnOf = (host: Host) => {
    const level = levels.get(host.priority)!;
    const step = 1 / host.weight;
    const use = uses.get(host.memberId);
    return { host, step, level: use ? Math.max(use.used, level - MOST_TO_CATCH_UP * step) : level };
  };
  const bookedAt = ({ host }: Turn<Host>) => uses.get(host.memberId)?.lastBookedAt ?? -Infinity;
  return hosts
    .map(turnOf)
    .sort(
      (a, b) => b.host.priority - a.host.priority || compareUse(a.level, b.level) || bookedAt(a) - bookedAt(b) || 0,
    );
}

/** Sums of fractions that ought to be equal differ in their last digits. */
function compareUse(a: number, b: number): number {
  return Math.abs(a - b) < 1e-9 * Math.max(1, Math.abs(a)) ? 0 : a - b;
}

const HOST_USES = {
  name: "host_uses",
  text: "SELECT member_id, used, last_booked_at FROM host_use WHERE event_type_id = $1",
};

export async function readHostUses(ctx: DomainContext, eventTypeId: string): Promise<Map<string, HostUse>> {
  type Row = { member_id: string; used: number; last_booked_at: Date };
  const rows = await ctx.db.query<Row>(HOST_USES, [eventTypeId]);
  return new Map(rows.map((row) => [row.member_id, { used: row.used, lastBookedAt: row.last_booked_at.getTime() }]));
}
