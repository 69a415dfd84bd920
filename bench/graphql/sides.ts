import { readFileSync } from "node:fs";
import path from "node:path";
import type { ServerProcess } from "../harness/server-process.ts";
import type { World } from "../harness/world.ts";
import { OURS, POSTGRAPHILE, POTHOS, STATEMENTS, type Documents } from "./documents.ts";

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
/** Every answer by way of objects and resolvers. */
const WITHOUT_TEXT = { GRAPHQL_TEXT_ANSWERS: "off" };

const FUNCTIONS = path.join(import.meta.dirname, "peers/postgraphile.sql");

/** One process each, all of them on the same database. */
export async function startSides({ pool, startServer }: World) {
  await pool.query(readFileSync(FUNCTIONS, "utf8"));
  const ours = (name: string, server: ServerProcess): Side => ({ name, documents: OURS, server, isOurs: true });
  const peer = (name: string, documents: Documents, server: ServerProcess): Side => ({
    name,
    documents,
    server,
    isOurs: false,
  });
  const graphile = { ...POOL, GRAPHILE_ENV: "production" };
  return {
    text: ours("Holdfast", await startServer(undefined, OUR_ENV)),
    objects: ours("Holdfast without text", await startServer(undefined, { ...OUR_ENV, ...WITHOUT_TEXT })),
    postgraphile: peer("PostGraphile", POSTGRAPHILE, await startServer("../graphql/peers/postgraphile.js", graphile)),
    pothos: peer("yoga + Pothos Prisma", POTHOS, await startServer("../graphql/peers/pothos.js", POOL)),
    statement: peer("statement by hand", STATEMENTS, await startServer("../graphql/statement-server.ts", POOL)),
  };
}
