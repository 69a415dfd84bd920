/**
 * Who serves a time together, and with what: everybody of `all`, one of the pool where there is one, and for each need so
 * many of its things.
 */
export interface Team<Member, Thing = Member> {
  all: readonly Member[];
  pool: readonly Member[];
  /** None where left out. */
  needs?: readonly Need<Thing>[];
}

/** So many of the options: rooms, equipment. No option is one of two needs. */
export interface Need<Thing> {
  count: number;
  options: readonly Thing[];
}

/** Those on whose grids a time may begin: any of the pool, or else the first of all. */
export function leadsOf<Member>({ all, pool }: Pick<Team<Member>, "all" | "pool">): readonly Member[] {
  return pool.length > 0 ? pool : all.slice(0, 1);
}

/** Everybody, and then everything, in the order in which `mapTeam` meets them. */
export function membersOf<Member, Thing>({ all, pool, needs }: Team<Member, Thing>): readonly (Member | Thing)[] {
  if (pool.length === 0 && !needs?.length) return all;
  return [...all, ...pool, ...(needs ?? []).flatMap(({ options }) => options)];
}

/** The same team with something else for each member and thing; `index` is its place in `membersOf`. */
export function mapTeam<Member, Thing, Other>(
  { all, pool, needs = [] }: Team<Member, Thing>,
  toOther: (member: Member | Thing, index: number) => Other,
): Required<Team<Other>> {
  let met = all.length + pool.length;
  return {
    all: all.map((member, index) => toOther(member, index)),
    pool: pool.map((member, index) => toOther(member, all.length + index)),
    needs: needs.map(({ count, options }) => ({ count, options: options.map((thing) => toOther(thing, met++)) })),
  };
}
