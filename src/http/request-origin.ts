import type { IncomingMessage } from "node:http";
import type { RequestOrigin } from "../domain/shared/context.ts";

/** As the application's first steps leave it. */
export type NamedRequest = IncomingMessage & { id: string; ip?: string };

export function requestOrigin(req: NamedRequest): RequestOrigin {
  return { requestId: req.id, address: req.ip ?? null, userAgent: req.headers["user-agent"] ?? null };
}
