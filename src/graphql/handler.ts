import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { GraphQLError, parse, type ParseOptions } from "graphql";
import depthLimit from "graphql-depth-limit";
import { createYoga, type Plugin } from "graphql-yoga";
import { authenticateKey } from "../domain/access/authenticate-key.ts";
import type { Clock } from "../domain/shared/clock.ts";
import type { DomainContext } from "../domain/shared/context.ts";
import type { Database } from "../domain/shared/database.ts";
import { DomainError } from "../domain/shared/errors.ts";
import type { IdFactory } from "../domain/shared/ids.ts";
import type { Log } from "../domain/shared/log.ts";
import { schema } from "./schema.ts";

export interface GraphQLDeps {
  db: Database;
  clock: Clock;
  ids: IdFactory;
  log: Log;
  bodyLimitBytes: number;
}

type Request = IncomingMessage & { id: string; ip?: string };

interface ServerContext {
  req: Request;
  res: ServerResponse;
  domain: DomainContext;
}

/** As deep as the deepest type of the schema, and a little more. */
const DEEPEST = 8;
/** What a long honest document has, twice. */
const MOST_TOKENS = 1_000;

/** The GraphQL edge, to be mounted at /graphql. Nothing of a document is looked at before its sender is known. */
export function createGraphQLHandler(deps: GraphQLDeps): RequestListener {
  const yoga = createYoga<ServerContext>({
    schema,
    graphqlEndpoint: "/graphql",
    maxRequestBodySize: deps.bodyLimitBytes,
    graphiql: false,
    landingPage: false,
    logging: false,
    cors: false,
    maskedErrors: { maskError: (error) => toGraphQLError(error, deps.log) },
    plugins: [limits],
  });
  return (req, res) => {
    toDomainContext(deps, req as Request)
      .then((domain) => yoga(req, res, { domain }))
      .catch((error: unknown) => {
        refuse(res, toGraphQLError(error, deps.log));
      });
  };
}

/** Answers a request whose document is not looked at. */
function refuse(res: ServerResponse, error: GraphQLError): void {
  const { http, ...extensions } = error.extensions as { http?: { status: number } };
  res.writeHead(http?.status ?? 503, { "Content-Type": "application/json; charset=utf-8" });
  res.end(JSON.stringify({ errors: [{ message: error.message, extensions }] }));
}

const limits: Plugin = {
  onParse({ setParseFn }) {
    setParseFn((source, options) => parse(source as string, { ...(options as ParseOptions), maxTokens: MOST_TOKENS }));
  },
  onValidate({ addValidationRule }) {
    addValidationRule(depthLimit(DEEPEST));
  },
};

async function toDomainContext({ bodyLimitBytes, ...deps }: GraphQLDeps, req: Request): Promise<DomainContext> {
  const token = /^Bearer +(\S+) *$/i.exec(req.headers.authorization ?? "")?.[1];
  if (token === undefined)
    throw new DomainError("unauthenticated", { detail: "This needs an API key: Authorization: Bearer <key>." });
  return {
    ...deps,
    actor: await authenticateKey(deps, token),
    request: { requestId: req.id, address: req.ip ?? null, userAgent: req.headers["user-agent"] ?? null },
  };
}

/** Expected failures keep their code; of all others the caller learns nothing. */
function toGraphQLError(error: unknown, log: Log): GraphQLError {
  const original = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  if (original instanceof DomainError) {
    const { code, message, errors, retryAfterSeconds } = original;
    const http = code === "unauthenticated" ? { http: { status: 401 } } : {};
    return graphQLError(error, message, { code, errors, ...(retryAfterSeconds && { retryAfterSeconds }), ...http });
  }
  if (original instanceof GraphQLError) return original;
  log.error({ err: original }, "unexpected error");
  return graphQLError(error, "An unexpected error was logged.", { code: "internal_error" });
}

function graphQLError(at: unknown, message: string, extensions: Record<string, unknown>): GraphQLError {
  const place = at instanceof GraphQLError ? { nodes: at.nodes, path: at.path } : {};
  return new GraphQLError(message, { ...place, extensions });
}
