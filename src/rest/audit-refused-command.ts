import type { ErrorRequestHandler } from "express";
import { auditRefusal } from "../domain/audit/audit-beside.ts";
import type { Actor } from "../domain/shared/actor.ts";
import { DomainError, type ErrorCode } from "../domain/shared/errors.ts";
import type { OperationId } from "../generated/contract-operations.ts";
import { requestOrigin } from "../http/request-origin.ts";
import type { RestDeps } from "./app.ts";

const NOT_LET: ReadonlySet<ErrorCode> = new Set(["forbidden", "step_up_required", "csrf_token_invalid"]);

/**
 * Tells the audit log of a command that its caller was not let carry out, under the operation's name. With which object he
 * wanted to is left out: he may have made it up, or it may be another organisation's.
 */
export function auditRefusedCommand({ db, clock, ids, log }: RestDeps, id: OperationId): ErrorRequestHandler {
  return (error, req, res, next) => {
    const actor = res.locals.actor as Actor | undefined;
    if (actor && error instanceof DomainError && NOT_LET.has(error.code))
      auditRefusal(
        { db, clock, ids, log, actor, request: requestOrigin(req) },
        { type: id, objectId: actor.organisationId },
      );
    next(error);
  };
}
