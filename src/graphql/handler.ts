import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { GraphQLError } from "graphql";
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
}

interface ServerContext {
  req: IncomingMessage & { id: string; ip?: string };
  res: ServerResponse;
}

/** As deep as the deepest type of the schema, and a little more. */
const DEEPEST = 8;

/** The GraphQL edge, to be mounted at /graphql. */
export function createGraphQLHandler(deps: GraphQLDeps): RequestListener {
  const yoga = createYoga<ServerContext, { domain: DomainContext }>({
    schema,
    graphqlEndpoint: "/graphql",
    graphiql: false,
    landingPage: false,
    logging: false,
    cors: false,
    context: async ({ req }) => ({ domain: await toDomainContext(deps, req) }),
    maskedErrors: { maskError: (error) => toGraphQLError(error, deps.log) },
    plugins: [limits],
  });
  return (req, res) => void yoga(req, res);
}

const limits: Plugin = {
  onValidate({ addValidationRule }) {
    addValidationRule(depthLimit(DEEPEST));
  },
};

async function toDomainContext(deps: GraphQLDeps, req: ServerContext["req"]): Promise<DomainContext> {
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
