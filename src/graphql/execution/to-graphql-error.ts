import { GraphQLError } from "graphql";
import { DomainError } from "../../domain/shared/errors.ts";
import type { Log } from "../../domain/shared/log.ts";

/** Expected failures keep their code; of all others the caller learns nothing. */
export function toGraphQLError(error: unknown, log: Log): GraphQLError {
  const original = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  if (original instanceof DomainError) {
    const { code, message, errors, retryAfterSeconds } = original;
    return at(error, message, { code, errors, ...(retryAfterSeconds && { retryAfterSeconds }) });
  }
  if (original instanceof GraphQLError) return original;
  log.error({ err: original }, "unexpected error");
  return at(error, "An unexpected error was logged.", { code: "internal_error" });
}

function at(error: unknown, message: string, extensions: Record<string, unknown>): GraphQLError {
  const place = error instanceof GraphQLError ? { nodes: error.nodes, path: error.path } : {};
  return new GraphQLError(message, { ...place, extensions });
}
