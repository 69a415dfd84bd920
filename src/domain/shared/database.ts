import { PrismaPg } from "@prisma/adapter-pg";
import type pg from "pg";
import { PrismaClient, type Prisma } from "../../generated/prisma/client.ts";
import { isRepeatable, toExpectedFailure } from "./database-failure.ts";
import { createTextReader, type TextReader } from "./read-text.ts";

/** One pool, two ways in: ordinary Prisma, and the hot statements by prepared name. */
export interface Database {
  prisma: PrismaClient;
  /** Runs a prepared statement. `name` stands for its text on every connection, so one name has one text. */
  query<Row>(statement: PreparedStatement, values: readonly unknown[]): Promise<Row[]>;
  /** Calls one SQL function of `prisma/functions/` with its arguments by position; objects and lists go as jsonb. */
  call<Result>(name: string, args: readonly unknown[]): Promise<Result>;
  /** Runs a statement of `projection-statement.ts`. */
  readText: TextReader;
  /** Several Prisma statements that take effect together or not at all. */
  transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result>;
  /** @throws unavailable when the database does not answer */
  ping(): Promise<void>;
}

export interface PreparedStatement {
  name: string;
  text: string;
}

export type Transaction = Prisma.TransactionClient;

/** How long a transaction waits for a connection, and may last; both end as `overloaded`. */
const TRANSACTION_LIMITS = { maxWait: 10_000, timeout: 10_000 };

/** A deadlock or a serialization failure undid the transaction: it may simply be run again. */
const REPEATS = 2;

/** @param pool the caller's: it is ended by whoever made it */
export function createDatabase(pool: pg.Pool): Database {
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool), errorFormat: "minimal" });

  const query = <Row>(statement: PreparedStatement, values: readonly unknown[]): Promise<Row[]> =>
    repeating(async () => {
      const result = await pool.query({ ...statement, values: values as unknown[] });
      return result.rows as Row[];
    });

  const readText = createTextReader(pool);

  return {
    prisma: translating(prisma),
    query,
    readText: (text, values, signal) => repeating(() => readText(text, values, signal)),
    async call(name, args) {
      const places = args.map((_, index) => `$${index + 1}`).join(", ");
      const rows = await query<{ result: unknown }>(
        { name, text: `SELECT ${name}(${places}) AS result` },
        args.map((arg) => (typeof arg === "object" && arg !== null ? JSON.stringify(arg) : arg)),
      );
      return rows[0]!.result as never;
    },
    transaction: (work) => repeating(() => prisma.$transaction(work, TRANSACTION_LIMITS)),
    async ping() {
      await query({ name: "ping", text: "SELECT 1" }, []);
    },
  };
}

/** The same client, whose failures come as domain errors. */
function translating(prisma: PrismaClient): PrismaClient {
  return prisma.$extends({
    query: { $allOperations: ({ args, query }) => repeating(() => query(args)) },
  }) as unknown as PrismaClient;
}

async function repeating<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt < REPEATS && isRepeatable(error)) continue;
      throw toExpectedFailure(error);
    }
  }
}
