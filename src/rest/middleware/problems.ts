import type { ErrorRequestHandler, RequestHandler } from "express";
import { DomainError } from "../../domain/shared/errors.ts";
import type { Log } from "../../domain/shared/log.ts";
import { writeProblem } from "../problem.ts";
import { send } from "../send.ts";

/** The end of the road for what no route has taken. */
export const noSuchPath: RequestHandler = (req) => {
  throw new DomainError("not_found", { detail: `There is nothing at ${req.path}.` });
};

/** For a path of the contract with another method. */
export function wrongMethod(allowed: readonly string[]): RequestHandler {
  return (req, res) => {
    res.set("Allow", allowed.join(", "));
    throw new DomainError("method_not_allowed", { detail: `${req.method} is not possible here.` });
  };
}

/** Answers every error as a problem. What nobody expected keeps its stack in the log; its request id goes to the caller. */
export function problems(log: Log): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (res.headersSent) {
      next(error);
      return;
    }
    const expected = toDomainError(error);
    if (expected.code === "internal_error") log.error({ requestId: req.id, err: error }, "unexpected error");
    else if (expected.cause) log.warn({ requestId: req.id, code: expected.code, err: expected.cause }, "failed");
    res.locals.code = expected.code;
    send(req, res, writeProblem(expected, req.path, req.id));
  };
}

function toDomainError(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  const { status } = (error ?? {}) as { status?: number };
  // What Express throws of a path that cannot be decoded.
  if (status === 400) return new DomainError("malformed_request", { detail: "The request cannot be read." });
  return new DomainError("internal_error", { detail: "An unexpected error was logged with this request's id." });
}
