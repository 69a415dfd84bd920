import { GraphQLError, type ASTNode } from "graphql";
import { LIMITS } from "./limits.ts";
import type { RefusalCode } from "./refusal-codes.ts";

/** Why a request is not carried out, to be thrown. */
export function refusal(code: RefusalCode, message: string, nodes?: ASTNode): GraphQLError {
  return new GraphQLError(message, { nodes, extensions: { code } });
}

/** Says which limit it was and, where that is known, by how much it was missed. */
export function beyond(name: keyof typeof LIMITS, found?: number, nodes?: ASTNode): GraphQLError {
  const { most, code, counts } = LIMITS[name];
  const asked = found !== undefined && Number.isFinite(found) ? ` ${found} were asked.` : "";
  return new GraphQLError(`At most ${most} ${counts}.${asked}`, { nodes, extensions: { code, limit: most } });
}
