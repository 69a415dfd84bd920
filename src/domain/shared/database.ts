import { PrismaPg } from "@prisma/adapter-pg";
import type pg from "pg";
import { PrismaClient, Prisma } from "../../generated/prisma/client.ts";
import { DomainError } from "./errors.ts";

/** One pool, two ways in: ordinary Prisma, and the hot statements by prepared name. */
export interface Database {
  prisma: PrismaClient;
  /** Runs a prepared statement. `name` stands for its text on every connection, so one name has one text. */
  query<Row>(statement: PreparedStatement, values: readonly unknown[]): Promise<Row[]>;
  /** Calls one SQL function of `prisma/functions/` with its arguments by position; objects and lists go as jsonb. */
  call<Result>(name: string, args: readonly unknown[]): Promise<Result>;
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

/** Deadlock and serialization failure: the transaction was undone and may simply be run again. */
const REPEATABLE_STATES = new Set(["40P01", "40001"]);
const REPEATS = 2;

/** @param pool the caller's: it is ended by whoever made it */
export function createDatabase(pool: pg.Pool): Database {
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool), errorFormat: "minimal" });

  const query = <Row>(statement: PreparedStatement, values: readonly unknown[]): Promise<Row[]> =>
    repeating(async () => {
      const result = await pool.query({ ...statement, values: values as unknown[] });
      return result.rows as Row[];
    });

  return {
    prisma: translating(prisma),
    query,
    async call(name, args) {
      const places = args.map((_, index) => `$${index + 1}`).join(", ");
      const rows = await query<{ result: unknown }>(
        { name, text: `SELECT ${name}(${places}) AS result` },
        args.map((arg) => (typeof arg === "object" && arg !== null ? JSON.stringify(arg) : arg)),
      );
      return rows[0]!.result as never;
    },
    transaction: (work) => repeating(() => prisma.$transaction(work)),
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
      if (attempt < REPEATS && REPEATABLE_STATES.has(sqlState(error) ?? "")) continue;
      throw translated(error);
    }
  }
}

interface PgFailure {
  code?: string;
  where?: string;
  message?: string;
}

/** The failure as pg raised it, also where Prisma wrapped it. */
function pgFailure(error: unknown): PgFailure {
  if (error instanceof Prisma.PrismaClientKnownRequestError) {
    const meta = error.meta as { driverAdapterError?: { cause?: { originalCode?: string } } } | undefined;
    return { code: meta?.driverAdapterError?.cause?.originalCode ?? error.code, message: error.message };
  }
  return error as PgFailure;
}

function sqlState(error: unknown): string | undefined {
  return pgFailure(error).code;
}

const UNREACHABLE = /^(08...|57P0[1-3]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|ETIMEDOUT|P1001|P1002|P1017)$/;

/** Failures of the server become expected outcomes; whatever else was thrown is a bug and stays as it is. */
function translated(error: unknown): unknown {
  if (error instanceof DomainError) return error;
  const { code = "", where = "", message = "" } = pgFailure(error);

  if (code === "55P03" && where.includes('"idempotency_key"')) {
    return new DomainError("idempotency_in_progress", {
      detail: "A request with this idempotency key is still running.",
      retryAfterSeconds: 1,
      cause: error,
    });
  }
  if (code === "55P03" || code === "57014" || REPEATABLE_STATES.has(code) || /timeout exceeded when trying to connect/.test(message)) {
    return new DomainError("overloaded", {
      detail: "The database is too busy to answer in time.",
      retryAfterSeconds: 1,
      cause: error,
    });
  }
  if (UNREACHABLE.test(code) || /Connection terminated|server closed the connection/.test(message)) {
    return new DomainError("unavailable", {
      detail: "The database cannot be reached.",
      retryAfterSeconds: 5,
      cause: error,
    });
  }
  return error;
}
