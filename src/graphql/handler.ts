import type { RequestListener, ServerResponse } from "node:http";
import type { Plans } from "../domain/plan/plan.ts";
import type { RateLimiter } from "../domain/ports/rate-limiter.ts";
import type { Log } from "../domain/shared/log.ts";
import { createTurns, type Turns } from "../domain/shared/turns.ts";
import type { AuthenticationDeps, Locals } from "../http/authenticate-request.ts";
import type { NamedRequest } from "../http/request-origin.ts";
import { createDocumentCaches } from "./documents/document-caches.ts";
import { createNewDocuments } from "./documents/new-documents.ts";
import { automaticDocuments, trustedDocuments, type DocumentManifest } from "./documents/persisted-documents.ts";
import { warnOfRefusedDocuments } from "./documents/warn-of-refused-documents.ts";
import { answerRequest, type Gateway } from "./execution/answer-request.ts";
import { toRefusalAnswer, type Answer } from "./execution/answer.ts";
import { toGraphQLError } from "./execution/to-graphql-error.ts";
import { serveGraphiQL } from "./graphiql/serve-graphiql.ts";
import { authenticate } from "./http/authenticate.ts";
import { acceptedMediaType, assertJsonBody } from "./http/media-types.ts";
import { readBody } from "./http/read-body.ts";
import { readGet, readPost } from "./http/read-request.ts";
import { CallerGone, requestSignal } from "./http/request-signal.ts";
import { toResponse, writeResponse } from "./http/response.ts";
import { createYogaLane } from "./http/yoga-lane.ts";
import { LIMITS } from "./limits/limits.ts";
import { refusal } from "./limits/refusal.ts";
import { schema } from "./schema.ts";

export interface GraphQLDeps extends AuthenticationDeps {
  bodyLimitBytes: number;
  /** Whether everybody may ask for the schema, is told which name was probably meant, and has GraphiQL. */
  isDevelopment?: boolean;
  /** Where points are kept, and how many a credential has by each plan. */
  limiter: RateLimiter;
  plans: Plans;
  /** The only documents that are carried out. Null or left out: all are. */
  trustedManifest?: DocumentManifest | null;
}

/** The application's log of requests reads there who acted. */
type Response = ServerResponse & Locals;

/**
 * The GraphQL edge, to be mounted at /graphql. A POST takes a lane of our own (ADR 2), all else goes through yoga; both get
 * their answer here. Nothing of a request is looked at before its sender is known.
 */
export function createGraphQLHandler(deps: GraphQLDeps): RequestListener {
  const gateway = createGateway(deps);
  const yoga = createYogaLane();

  const answer = async (req: NamedRequest, res: Response, isAcceptable: boolean): Promise<Answer> => {
    const domain = await authenticate(deps, req, res);
    if (!isAcceptable) throw refusal("not_acceptable", "Answers come as application/json only.");
    const request = await readRequest(req, deps.bodyLimitBytes);
    const ctx = { domain, budget: gateway.budget, statements: operationTurns() };
    return answerRequest(gateway, ctx, request, requestSignal(res));
  };

  const serve = async (req: NamedRequest, res: Response): Promise<void> => {
    if (deps.isDevelopment && (await serveGraphiQL(deps.clock, req, res))) return;
    const accepted = acceptedMediaType(req.headers.accept);
    const mediaType = accepted ?? "application/json";
    const respond = async () =>
      toResponse(req, await expectingFailure(deps.log, answer(req, res, accepted !== null)), mediaType);
    if (req.method === "GET") await yoga(req, res, { respond });
    else writeResponse(res, await respond());
  };

  return (req, res) => {
    serve(req as NamedRequest, res).catch((error: unknown) => {
      deps.log.error({ err: error }, "could not answer");
      res.destroy();
    });
  };
}

/** However many roots an operation has, it leaves connections to others. */
const STATEMENTS_AT_ONCE = 4;

function operationTurns(): Turns {
  return createTurns({ atOnce: STATEMENTS_AT_ONCE, waiting: LIMITS.rootFields.most });
}

function createGateway(deps: GraphQLDeps): Gateway {
  const { isDevelopment = false, limiter, plans, trustedManifest, log } = deps;
  const documentContext = { schema, caches: createDocumentCaches(), suggestsNames: isDevelopment };
  if (trustedManifest) warnOfRefusedDocuments(documentContext, trustedManifest, log);
  const findDocument = trustedManifest ? trustedDocuments(trustedManifest) : automaticDocuments;
  return {
    ...documentContext,
    findDocument,
    newDocuments: createNewDocuments(),
    isDevelopment,
    budget: { limiter, plans },
  };
}

async function readRequest(req: NamedRequest, bodyLimitBytes: number) {
  if (req.method === "GET") return readGet(req.url ?? "");
  if (req.method !== "POST") throw refusal("method_not_allowed", "GraphQL is asked by GET or POST.");
  assertJsonBody(req);
  return readPost(await readBody(req, bodyLimitBytes));
}

/** What a proxy's log calls a caller who has closed the connection. */
const CALLER_GONE: Answer = { body: "", ok: false, status: 499 };

async function expectingFailure(log: Log, answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    return error instanceof CallerGone ? CALLER_GONE : toRefusalAnswer([toGraphQLError(error, log)]);
  }
}
