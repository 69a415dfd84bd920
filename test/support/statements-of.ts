import type pg from "pg";

type Query = (config: string | { text: string }, ...more: unknown[]) => unknown;

/** The texts of the statements that go over the pool's connections while the work lasts, in order. */
export async function statementsOf(pool: pg.Pool, work: () => Promise<unknown>): Promise<string[]> {
  const texts: string[] = [];
  const listening = new Set<pg.PoolClient>();
  const listen = (client: pg.PoolClient) => {
    if (listening.has(client)) return;
    const original = client.query.bind(client) as Query;
    listening.add(client);
    const query: Query = (config, ...more) => {
      texts.push(typeof config === "string" ? config : config.text);
      return original(config, ...more);
    };
    client.query = query as pg.PoolClient["query"];
  };
  pool.on("acquire", listen);
  try {
    await work();
  } finally {
    pool.off("acquire", listen);
    // Its own `query` hides that of its class, which comes back.
    for (const client of listening) Reflect.deleteProperty(client, "query");
  }
  return texts;
}
