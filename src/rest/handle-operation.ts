import type { Request, RequestHandler, Response } from "express";
import { assertMay } from "../domain/access/may.ts";
import type { Actor } from "../domain/shared/actor.ts";
import type { DomainContext } from "../domain/shared/context.ts";
import { DomainError } from "../domain/shared/errors.ts";
import { AnsweredBefore, assertNotAnswered, keepAnswer, type IdempotentCall } from "../domain/shared/idempotency.ts";
import type { OperationId } from "../generated/contract-operations.ts";
import { authenticateRequest } from "../http/authenticate-request.ts";
import { requestOrigin } from "../http/request-origin.ts";
import { needsNoCredential, ruleOf } from "./access.ts";
import { writeAnswer, type WrittenAnswer } from "./answer.ts";
import type { RestDeps } from "./app.ts";
import { validateRequest, type RawRequest } from "./contract-validator.ts";
import { refreshCookieOf, tellCookies } from "./cookies.ts";
import { requestHash } from "./idempotent-request.ts";
import type { CallerContext, Command, Operation, OperationInput } from "./operation.ts";
import { versionOf } from "./preconditions.ts";
import { writeProblem } from "./problem.ts";
import { send } from "./send.ts";

type AnyInput = OperationInput<OperationId>;
type AnyCommand = Command<OperationId, unknown>;
type AnyOperation = Operation<OperationId>;

/** Rejects a request of whoever may not call the operation with any object at all, before its body is read. */
export function authorise(deps: RestDeps, id: OperationId): RequestHandler {
  const rule = ruleOf(id);
  return async (req, res, next) => {
    assertMay(await authenticateRequest(deps, req, res), rule);
    next();
  };
}

/** Carries out an operation that needs no idempotency key. */
export function handleRead(deps: RestDeps, id: OperationId, operation: AnyOperation): RequestHandler {
  const anonymous = needsNoCredential(id);
  return async (req, res) => {
    const input = toInput(id, req);
    const { limiter } = deps.limits;
    const ctx = anonymous
      ? { ...deps, limiter, request: requestOrigin(req), refreshCookie: refreshCookieOf(deps, req) }
      : toContext(deps, req, res);
    const answer = await operation(ctx as never, input);
    tellCookies(deps, req, res, answer);
    send(req, res, writeAnswer(answer));
  };
}

/** Carries out a command, or repeats the answer that was kept when it was carried out. */
export function handleCommand(deps: RestDeps, id: OperationId, command: AnyCommand): RequestHandler {
  return async (req, res) => {
    const input = toInput(id, req);
    const ctx = toContext(deps, req, res);
    const key = req.get("idempotency-key");
    if (key !== undefined) ctx.once = toIdempotentCall(ctx.actor, id, key, input, command);
    try {
      const result = await command.run(ctx, input);
      const answer = command.answer(result, ctx.actor);
      tellCookies(deps, req, res, answer);
      send(req, res, writeAnswer(answer));
    } catch (error) {
      send(req, res, await answerAgain(ctx, req, error));
    }
  };
}

function toIdempotentCall(
  actor: Actor,
  operation: OperationId,
  key: string,
  input: AnyInput,
  command: AnyCommand,
): IdempotentCall {
  const toKept: AnyCommand["answer"] = (command.keptAnswer ?? command.answer).bind(command);
  return {
    credentialId: actor.credentialId,
    operation,
    key,
    requestHash: requestHash(input.params, input.body),
    toAnswer: (result) => writeAnswer(toKept(result, actor)),
  };
}

/** The kept answer of an earlier call. A refusal by state (409) is kept in its turn; all else is thrown on. */
async function answerAgain(ctx: DomainContext, req: Request, error: unknown): Promise<WrittenAnswer> {
  if (error instanceof AnsweredBefore) return replayed(error);
  if (!(error instanceof DomainError)) throw error;
  const problem = writeProblem(error, req.path, ctx.request.requestId);
  try {
    if (problem.status === 409 && error.code !== "idempotency_in_progress") await keepAnswer(ctx, problem);
    else if (problem.status < 500) await assertNotAnswered(ctx);
  } catch (earlier) {
    if (earlier instanceof AnsweredBefore) return replayed(earlier);
    throw earlier;
  }
  throw error;
}

function replayed({ answer }: AnsweredBefore): WrittenAnswer {
  return { ...answer, headers: { ...answer.headers, "Idempotency-Replayed": "true" } };
}

function toInput(id: OperationId, req: Request): AnyInput {
  const { query, body } = validateRequest(id, req as unknown as RawRequest);
  return { params: req.params, query, body, ifVersion: versionOf(req.get("if-match")) } as unknown as AnyInput;
}

function toContext(deps: RestDeps, req: Request, res: Response): CallerContext {
  const {
    db,
    clock,
    ids,
    log,
    sealer,
    passwordHasher,
    identityProviders,
    limits,
    relyingParty,
    appUrl,
    allowsPlainHttp,
    pushOffer,
    publicUrl,
    receivers,
  } = deps;
  return {
    db,
    clock,
    ids,
    log,
    sealer,
    passwordHasher,
    limiter: limits.limiter,
    relyingParty,
    appUrl,
    allowsPlainHttp,
    publicUrl,
    receivers,
    identityProviders,
    pushOffer,
    actor: res.locals.actor as Actor,
    byCookie: res.locals.byCookie === true,
    request: requestOrigin(req),
  };
}
