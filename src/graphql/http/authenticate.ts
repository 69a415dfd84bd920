import type { ServerResponse } from "node:http";
import type { DomainContext } from "../../domain/shared/context.ts";
import { authenticateRequest, type AuthenticationDeps, type Locals } from "../../http/authenticate-request.ts";
import { requestOrigin, type NamedRequest } from "../../http/request-origin.ts";

/** Who asks, with what every use case needs besides. @throws unauthenticated, token_expired, csrf_token_invalid, origin_not_allowed */
export async function authenticate(
  deps: AuthenticationDeps,
  req: NamedRequest,
  res: ServerResponse & Locals,
): Promise<DomainContext> {
  const { db, clock, ids, log } = deps;
  const actor = await authenticateRequest(deps, req, res);
  return { db, clock, ids, log, actor, request: requestOrigin(req) };
}
