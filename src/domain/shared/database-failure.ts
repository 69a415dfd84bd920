import { Prisma } from "../../generated/prisma/client.ts";
import { DomainError } from "./errors.ts";

/** A failure as PostgreSQL's driver raised it, also where Prisma wrapped it. */
interface Failure {
  /** SQLSTATE, a system error such as ECONNREFUSED, or Prisma's own code. */
  code: string;
  message: string;
  /** What the server was doing; lost where Prisma wrapped it. */
  where: string;
  /** Prisma's adapter's word for it, where it had one: a closed socket has no SQLSTATE. */
  kind: string;
}

const LOCK_TIMEOUT = "55P03";
/** Deadlock and serialization failure, and Prisma's code for both. */
const REPEATABLE = /^(40P01|40001|P2034)$/;
/** Lock and statement time-outs, and Prisma's for a transaction that could not begin or end in time. */
const TOO_BUSY = /^(55P03|57014|40P01|40001|P2028|P2034)$/;
const NO_CONNECTION_IN_TIME = /timeout exceeded when trying to connect/;
const UNREACHABLE = /^(08...|57P0[1-3]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|ETIMEDOUT|P1001|P1002|P1017)$/;
const NO_CONNECTION = /^(DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections)$/;
/** Said with no code: by a statement that was running, and by the later ones of its transaction. */
const CONNECTION_LOST = /Connection terminated|server closed the connection|is not queryable/;

export function isRepeatable(error: unknown): boolean {
  return REPEATABLE.test(failureOf(error).code);
}

/** Whether a lock was waited for in vain. */
export function isLockTimeout(error: unknown): boolean {
  return failureOf(error).code === LOCK_TIMEOUT;
}

/** Failures of the server become expected outcomes; whatever else was thrown is a bug and stays as it is. */
export function toExpectedFailure(error: unknown): unknown {
  if (error instanceof DomainError) return error;
  const { code, message, where, kind } = failureOf(error);
  if (code === LOCK_TIMEOUT && where.includes('"idempotency_key"')) return keyInProgress(error);
  if (TOO_BUSY.test(code) || NO_CONNECTION_IN_TIME.test(message))
    return new DomainError("overloaded", {
      detail: "The database is too busy to answer in time.",
      retryAfterSeconds: 1,
      cause: error,
    });
  if (UNREACHABLE.test(code) || NO_CONNECTION.test(kind) || CONNECTION_LOST.test(message))
    return new DomainError("unavailable", {
      detail: "The database cannot be reached, or the connection to it was lost.",
      retryAfterSeconds: 5,
      cause: error,
    });
  return error;
}

/** Somebody else's call with the same idempotency key is still running. */
export function keyInProgress(cause: unknown): DomainError {
  return new DomainError("idempotency_in_progress", {
    detail: "A request with this idempotency key is still running.",
    retryAfterSeconds: 1,
    cause,
  });
}

function failureOf(error: unknown): Failure {
  const { code = "", message = "", where = "" } = (error ?? {}) as Partial<Failure>;
  const { originalCode = code, kind = "" } = adapterCauseOf(error) ?? {};
  return { code: originalCode, message, where, kind };
}

interface AdapterCause {
  originalCode?: string;
  kind?: string;
}

/** Prisma wraps what its adapter raised, but for a failure of BEGIN, which comes as the adapter's own error. */
function adapterCauseOf(error: unknown): AdapterCause | undefined {
  if (error instanceof Prisma.PrismaClientKnownRequestError)
    return (error.meta as { driverAdapterError?: { cause?: AdapterCause } } | undefined)?.driverAdapterError?.cause;
  if (error instanceof Error && error.name === "DriverAdapterError") return error.cause as AdapterCause;
  return undefined;
}
