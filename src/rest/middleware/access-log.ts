import type { RequestHandler } from "express";
import type { Actor } from "../../domain/shared/actor.ts";
import type { Log } from "../../domain/shared/log.ts";

/** One line a request: identifiers and figures. The path is the contract's, since the real one and its query may be personal. */
export function accessLog(log: Log): RequestHandler {
  return (req, res, next) => {
    const startedAt = performance.now();
    res.once("close", () => {
      const route = req.route as { path?: string } | undefined;
      const actor = res.locals.actor as Actor | undefined;
      const line = {
        requestId: req.id,
        method: req.method,
        route: route?.path ?? null,
        status: res.statusCode,
        durationMs: Math.round((performance.now() - startedAt) * 10) / 10,
        credentialId: actor?.credentialId ?? null,
        aborted: !res.writableFinished,
      };
      log.info(line, "request");
    });
    next();
  };
}
