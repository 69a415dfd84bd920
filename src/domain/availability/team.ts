/** Who serves a time together: everybody of `all`, and one of the pool where there is one. */
export interface Team<Member> {
  all: readonly Member[];
  pool: readonly Member[];
}

/** Those on whose grids a time may begin: any of the pool, or else the first of all. */
export function leadsOf<Member>({ all, pool }: Team<Member>): readonly Member[] {
  return pool.length > 0 ? pool : all.slice(0, 1);
}

/** Everybody, in the order in which `mapTeam` meets them. */
export function membersOf<Member>({ all, pool }: Team<Member>): readonly Member[] {
  return pool.length > 0 ? [...all, ...pool] : all;
}

/** The same team with something else for each member; `index` is his place in `membersOf`. */
export function mapTeam<Member, Other>(
  { all, pool }: Team<Member>,
  toOther: (member: Member, index: number) => Other,
): Team<Other> {
  return { all: all.map(toOther), pool: pool.map((member, index) => toOther(member, all.length + index)) };
}
