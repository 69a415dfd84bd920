import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { busyIntervals } from "../../../src/domain/availability/busy.ts";
import { type HostInDetail, termsFor } from "../../../src/domain/availability/host-time.ts";
import { offeredSlots, slotsOfPool } from "../../../src/domain/availability/offered-slots.ts";
import { mapTeam, membersOf } from "../../../src/domain/availability/team.ts";
import { reasonAgainst, teamRefusalsOf } from "../../../src/domain/availability/team-refusals.ts";
import { Oracle } from "./oracle.ts";
import { type TeamWorld, teamWorlds } from "./worlds.ts";

/** How many worlds each property is tried in; a nightly run asks for more by `HOLDFAST_WORLDS`. */
const WORLDS = Number(process.env["HOLDFAST_WORLDS"] ?? 3_000);
const SEED = Number(process.env["HOLDFAST_SEED"] ?? Date.now() % 2 ** 31);
const RUN = { numRuns: WORLDS, seed: SEED };

/** Every minute of the range on somebody's grid who leads, with what the own oracle of each host and thing says of it. */
class TeamOracle {
  readonly starts: number[] = [];
  private readonly world: TeamWorld;
  private readonly hosts: readonly Oracle[];
  private readonly things: readonly Oracle[];

  constructor(world: TeamWorld) {
    this.world = world;
    const { all, pool, needs = [] } = world.team;
    const oracleOf = (host: HostInDetail) => {
      const before = host.bufferBeforeMinutes ?? world.terms.bufferBeforeMinutes;
      const after = host.bufferAfterMinutes ?? world.terms.bufferAfterMinutes;
      const terms = { ...world.terms, bufferBeforeMinutes: before, bufferAfterMinutes: after };
      return new Oracle({ ...world, ...host, terms });
    };
    this.hosts = [...all, ...pool].map(oracleOf);
    this.things = needs.flatMap(({ options }) => options).map(oracleOf);
    const leads = pool.length > 0 ? this.hosts.slice(all.length) : this.hosts.slice(0, 1);
    for (let ms = Math.ceil(world.from / 60_000) * 60_000; ms < world.to; ms += 60_000) {
      if (leads.some((lead) => lead.isCandidate(ms))) this.starts.push(ms);
    }
  }

  /** Of the hosts, and then of the things. */
  reasons(start: number): string[][] {
    const { all, pool } = this.world.team;
    const ofHosts = [...all, ...pool].map(({ full = [] }, index) => {
      const isLead = pool.length > 0 ? index >= all.length : index === 0;
      const own = this.hosts[index]!.reasons(start).filter((reason) => isLead || reason !== "off_grid");
      return full.some((from, i) => i % 2 === 0 && from <= start && start < full[i + 1]!) ? [...own, "limit"] : own;
    });
    const isOfThing = (reason: string) => !["past", "notice", "window", "off_grid"].includes(reason);
    const ofThings = this.things.map((thing) => (thing.reasons(start).some(isOfThing) ? ["resource"] : []));
    return [...ofHosts, ...ofThings];
  }

  offered(): number[] {
    return this.starts.filter((start) => this.isOffered(this.reasons(start)));
  }

  /** Of each of the pool what he could serve, whether or not things that are needed are to be had. */
  offeredBy(): number[][] {
    const needed = this.world.team.all.length;
    const offered = this.starts.map((start) => ({ start, reasons: this.reasons(start) }));
    const served = offered.filter(({ reasons }) => this.isServed(reasons));
    return this.world.team.pool.map((_, index) =>
      served.filter(({ reasons }) => reasons[needed + index]!.length === 0).map(({ start }) => start),
    );
  }

  private isOffered(reasons: string[][]): boolean {
    let first = this.hosts.length;
    const isToBeHad = this.world.team.needs?.every(({ count, options }) => {
      const free = reasons.slice(first, (first += options.length)).filter(isFree);
      return free.length >= count;
    });
    return this.isServed(reasons) && isToBeHad !== false;
  }

  private isServed(reasons: string[][]): boolean {
    const { length } = this.world.team.all;
    const pool = reasons.slice(length, this.hosts.length);
    return reasons.slice(0, length).every(isFree) && (pool.length === 0 || pool.some(isFree));
  }
}

const isFree = (reasons: string[]) => reasons.length === 0;

const inIntervals = (world: TeamWorld) => ({
  ...world,
  team: mapTeam(world.team, (host) => ({ ...host, busy: busyIntervals(host.busy) })),
});

test(`several hosts offer exactly what the oracle offers, in ${WORLDS} worlds (seed ${SEED})`, () => {
  let [alone, together, inTurn] = [0, 0, 0];
  fc.assert(
    fc.property(teamWorlds, (world) => {
      const offered = offeredSlots(inIntervals(world));
      expect(offered).toEqual(new TeamOracle(world).offered());
      if (offered.length === 0) return;
      if (world.team.pool.length > 0) inTurn++;
      else if (world.team.all.length > 1) together++;
      else alone++;
    }),
    RUN,
  );
  for (const offering of [alone, together, inTurn]) expect(offering).toBeGreaterThan(WORLDS / 100);
});

test(`each of a pool could serve what the oracle says, in ${WORLDS} worlds (seed ${SEED})`, () => {
  fc.assert(
    fc.property(
      teamWorlds.filter(({ team }) => team.pool.length > 0),
      (world) => {
        const slots = slotsOfPool(inIntervals(world));
        expect(slots).toEqual(new TeamOracle(world).offeredBy());
      },
    ),
    { ...RUN, numRuns: Math.ceil(WORLDS / 5) },
  );
});

test(`a start is refused exactly when it is not offered, with every host's reasons (seed ${SEED})`, () => {
  const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  fc.assert(
    fc.property(teamWorlds, fc.array(share, { minLength: 6, maxLength: 6 }), (world, shares) => {
      const oracle = new TeamOracle(world);
      const offered = offeredSlots(inIntervals(world));
      const minutes = Math.floor((world.to - world.from) / 60_000);
      const drawn = shares.map((each) => world.from + Math.floor(each * minutes) * 60_000);
      const starts = minutes === 0 ? [] : [...drawn, ...oracle.starts.slice(0, 3), ...offered.slice(-3)];
      const refusals = starts.map((start) => teamRefusalsOf(world, start));
      const told = refusals.map((each) => ({ reasons: membersOf(each), offered: reasonAgainst(each) === null }));
      // All at once: an expectation takes longer than the rest.
      expect(told).toEqual(
        starts.map((start) => ({ reasons: oracle.reasons(start), offered: offered.includes(start) })),
      );
    }),
    { ...RUN, numRuns: Math.ceil(WORLDS / 2) },
  );
});

test("a host's own buffers take the place of the event type's, one by one", () => {
  const terms = { bufferBeforeMinutes: 10, bufferAfterMinutes: 20 } as TeamWorld["terms"];
  const schedule = { timeZone: "UTC", weekly: [], overrides: [] };
  expect(termsFor(terms, { schedule, bufferBeforeMinutes: 0, bufferAfterMinutes: null })).toMatchObject({
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 20,
  });
});
