import { describe, expect, test } from "@jest/globals";
import { turnsOf, type HostUse, type TurnHost } from "../../../src/domain/booking/host-turns.ts";

/** A round robin whose counters are kept as `count_host_use` keeps them, with bookings one minute after the other. */
class RoundRobin {
  hosts: TurnHost[];
  readonly uses = new Map<string, HostUse>();
  readonly booked: string[] = [];

  constructor(hosts: (Partial<TurnHost> & { memberId: string })[]) {
    this.hosts = hosts.map((host) => ({ weight: 1, priority: 0, ...host }));
  }

  order(): string[] {
    return turnsOf(this.hosts, this.uses).map(({ host }) => host.memberId);
  }

  /** Books the first who is free; null when nobody is. */
  book(isFree: (memberId: string) => boolean = () => true): string | null {
    const turn = turnsOf(this.hosts, this.uses).find(({ host }) => isFree(host.memberId));
    if (!turn) return null;
    const { host, level, step } = turn;
    const used = Math.max(this.uses.get(host.memberId)?.used ?? -Infinity, level) + step;
    this.uses.set(host.memberId, { used, lastBookedAt: this.booked.length });
    this.booked.push(host.memberId);
    return host.memberId;
  }

  bookTimes(times: number, isFree?: (memberId: string) => boolean): this {
    for (let i = 0; i < times; i++) this.book(isFree);
    return this;
  }

  sharesSince(start: number): Record<string, number> {
    const shares = Object.fromEntries(this.hosts.map(({ memberId }) => [memberId, 0]));
    for (const memberId of this.booked.slice(start)) shares[memberId]! += 1 / (this.booked.length - start);
    return shares;
  }
}

/** Figures in [0, 1) that are the same each time (Lehmer). */
function figures(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

const ABC = ["a", "b", "c"].map((memberId) => ({ memberId }));

describe("the order in which hosts of a round robin are asked", () => {
  test("is that of the list at first, and then who was booked least recently", () => {
    const robin = new RoundRobin(ABC);
    expect(robin.bookTimes(7).booked.join("")).toBe("abcabca");
  });

  test("has a higher priority first, whatever they were used", () => {
    const robin = new RoundRobin([...ABC, { memberId: "chief", priority: 9 }]);
    robin.bookTimes(5);
    expect(robin.booked.join(" ")).toBe("chief chief chief chief chief");
    expect(robin.order()).toEqual(["chief", "a", "b", "c"]);
  });

  test("keeps everybody within three bookings of his share at any time, where all are free", () => {
    const weights: Record<string, number> = { a: 1, b: 2, c: 3, d: 5, e: 13 };
    const robin = new RoundRobin(Object.entries(weights).map(([memberId, weight]) => ({ memberId, weight })));
    const sum = 24;
    for (let total = 1; total <= 2_400; total++) {
      robin.book();
      for (const { memberId, weight } of robin.hosts) {
        const booked = robin.booked.filter((each) => each === memberId).length;
        expect(Math.abs(booked - (total * weight) / sum)).toBeLessThan(3);
      }
    }
  });

  test("keeps shares within two per cent of the weights in the long run, where each is taken now and then", () => {
    const weights: Record<string, number> = { a: 1, b: 2, c: 3, d: 4 };
    const robin = new RoundRobin(Object.entries(weights).map(([memberId, weight]) => ({ memberId, weight })));
    const random = figures(20_261_121);
    for (let i = 0; i < 20_000; i++) {
      const free = new Set(Object.keys(weights).filter(() => random() < 0.7));
      robin.book((memberId) => free.has(memberId));
    }
    for (const [memberId, share] of Object.entries(robin.sharesSince(0))) {
      expect(Math.abs(share - weights[memberId]! / 10)).toBeLessThan(0.02);
    }
  });

  test("does not flood who joins: he is one among equals from the beginning", () => {
    const robin = new RoundRobin(ABC).bookTimes(3_000);
    robin.hosts = [...robin.hosts, { memberId: "new", weight: 1, priority: 0 }];
    robin.bookTimes(40);
    expect(robin.booked.slice(3_000).filter((each) => each === "new").length).toBeLessThanOrEqual(11);
    expect(robin.booked.slice(3_000, 3_008).filter((each) => each === "new").length).toBeGreaterThanOrEqual(1);
  });

  test("does not flood who was away: he catches up with five bookings and is then one among equals", () => {
    const robin = new RoundRobin(ABC).bookTimes(30);
    robin.bookTimes(500, (memberId) => memberId !== "c");
    const back = robin.booked.length;
    robin.bookTimes(60);
    expect(robin.booked.slice(back).filter((each) => each === "c").length).toBeLessThanOrEqual(20 + 5);
    const later = robin.booked.length;
    robin.bookTimes(60);
    expect(robin.booked.slice(later).filter((each) => each === "c")).toHaveLength(20);
  });

  test("does not starve who alone was there while the others were away", () => {
    const robin = new RoundRobin(ABC).bookTimes(30);
    robin.bookTimes(500, (memberId) => memberId === "a");
    const back = robin.booked.length;
    robin.bookTimes(40);
    expect(robin.booked.slice(back).filter((each) => each === "a").length).toBeGreaterThanOrEqual(9);
  });

  test("counts another weight from the next booking on", () => {
    const robin = new RoundRobin(ABC).bookTimes(300);
    robin.hosts = robin.hosts.map((host) => ({ ...host, weight: host.memberId === "a" ? 2 : 1 }));
    robin.bookTimes(400);
    expect(robin.sharesSince(300)["a"]).toBeCloseTo(0.5, 1);
    expect(robin.booked.slice(300, 308).filter((each) => each === "a").length).toBeLessThanOrEqual(5);
  });
});
