import type { IncomingMessage, ServerResponse } from "node:http";
import { Router, type RequestHandler } from "express";
import type { ReceivedRequest } from "../../domain/ports/receiver.ts";
import { openReceiver, receiveEvent, type ReceivingContext } from "../../domain/received-event/receive-event.ts";
import { DomainError } from "../../domain/shared/errors.ts";
import { countWrongCredential } from "../../http/count-wrong-credential.ts";
import { requestOrigin } from "../../http/request-origin.ts";
import type { RestDeps } from "../app.ts";
import { readWithin } from "../middleware/json-body.ts";
import { wrongMethod } from "../middleware/problems.ts";

/** Of what providers tell, nothing is longer. */
const MOST_BYTES = 262_144;

/**
 * Where providers tell of something: `POST /{provider}/{connection}`, each in its own way, which is not ours to write a contract of.
 * Whether there is such a connection is asked before the body is read; what came is kept before it is answered, and looked at after.
 */
export function receivers(deps: RestDeps): Router {
  const router = Router({ caseSensitive: true });
  router.post("/:provider/:connection", receive(deps));
  router.all("/:provider/:connection", wrongMethod(["POST"]));
  return router;
}

function receive(deps: RestDeps): RequestHandler<{ provider: string; connection: string }> {
  return async (req, res) => {
    const ctx: ReceivingContext = { ...deps, request: requestOrigin(req) };
    const open = await openReceiver(ctx, req.params);
    const isNew = await receiveEvent(ctx, open, await toReceivedRequest(deps, req)).catch(
      countingForgeries(deps, req, res),
    );
    if (isNew) deps.tellOfWork();
    const { contentType, body } = open.receiver.answer;
    res.set({ "Content-Type": contentType, "Cache-Control": "no-store" }).status(200).end(body);
  };
}

/** Who proves who he is gets through, whatever his neighbours have tried. */
function countingForgeries({ limits }: RestDeps, { ip }: { ip?: string }, res: ServerResponse) {
  return async (error: unknown): Promise<never> => {
    if (error instanceof DomainError && error.code === "unauthenticated") await countWrongCredential(limits, ip, res);
    throw error;
  };
}

async function toReceivedRequest(
  { publicUrl, bodyLimitBytes }: RestDeps,
  req: IncomingMessage & { originalUrl: string },
): Promise<ReceivedRequest> {
  const body = await readWithin(req, Math.min(bodyLimitBytes, MOST_BYTES));
  const headers = Object.entries(req.headers).map(([name, value]) => [name, String(value)]);
  return { url: publicUrl + req.originalUrl, headers: Object.fromEntries(headers) as Record<string, string>, body };
}
