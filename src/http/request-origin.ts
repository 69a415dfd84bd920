import type { IncomingMessage } from "node:http";
import type { RequestOrigin } from "../domain/shared/context.ts";

/** As the application's first steps leave it. */
export type NamedRequest = IncomingMessage & { id: string; ip?: string };

export function requestOrigin(req: NamedRequest): RequestOrigin {
  const { traceparent, "user-agent": userAgent = null } = req.headers;
  const traceId = typeof traceparent === "string" ? traceIdOf(traceparent) : undefined;
  return { requestId: req.id, ...(traceId && { traceId }), address: req.ip ?? null, userAgent };
}

/** W3C Trace Context 3.2.2; a later version may say more behind the flags. */
const TRACEPARENT = /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(?:-.*)?$/;

function traceIdOf(traceparent: string): string | undefined {
  return TRACEPARENT.exec(traceparent)?.[1];
}
