import { readFileSync } from "node:fs";
import path from "node:path";
import type { ServerProcess } from "../harness/server-process.ts";
import type { World } from "../harness/world.ts";
import { OURS, OURS_BESIDE_A_RESOLVER, POSTGRAPHILE, POTHOS, STATEMENTS, type Documents } from "./documents.ts";

export interface Side {
  name: string;
  documents: Documents;
  server: ServerProcess;
  /** The real server, with everything that it does for a caller. */
  isOurs: boolean;
}

/** The server's default. */
const POOL = { DATABASE_POOL_SIZE: "10" };
/** The budget is counted as ever, but holds for the whole bench. */
const OUR_ENV = { ...POOL, GRAPHQL_POINTS_PER_MINUTE: "1000000000" };

const FUNCTIONS = path.join(import.meta.dirname, "peers/postgraphile.sql");

/** One process each, all of them on the same database; our two sides are one server that is asked in two ways. */
export async function startSides({ pool, startServer }: World) {
  await pool.query(readFileSync(FUNCTIONS, "utf8"));
  const peer = (name: string, documents: Documents, server: ServerProcess): Side => ({
    name,
    documents,
    server,
    isOurs: false,
  });
  const server = await startServer(undefined, OUR_ENV);
  const graphile = { ...POOL, GRAPHILE_ENV: "production" };
  return {
    text: { name: "Holdfast", documents: OURS, server, isOurs: true },
    besideResolver: { name: "Holdfast, and a resolver", documents: OURS_BESIDE_A_RESOLVER, server, isOurs: true },
    postgraphile: peer("PostGraphile", POSTGRAPHILE, await startServer("../graphql/peers/postgraphile.js", graphile)),
    pothos: peer("yoga + Pothos Prisma", POTHOS, await startServer("../graphql/peers/pothos.js", POOL)),
    statement: peer("statement by hand", STATEMENTS, await startServer("../graphql/statement-server.ts", POOL)),
  };
}
