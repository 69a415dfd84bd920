import type { IncomingMessage } from "node:http";
import { authenticate as authenticateCredential } from "../../domain/access/authenticate.ts";
import type { DomainContext } from "../../domain/shared/context.ts";
import type { Sealer } from "../../domain/shared/sealer.ts";
import { DomainError } from "../../domain/shared/errors.ts";

/** As the application's first steps leave it. */
export type Request = IncomingMessage & { id: string; ip?: string };

/** What every use case needs but who acts. */
export type DomainDeps = Pick<DomainContext, "db" | "clock" | "ids" | "log"> & { sealer: Sealer };

/** Who asks, by the API key or access token of the `Authorization` header and by nothing else: a browser sends no such header by itself. @throws unauthenticated */
export async function authenticate({ db, clock, ids, log, sealer }: DomainDeps, req: Request): Promise<DomainContext> {
  const token = /^Bearer +(\S+) *$/i.exec(req.headers.authorization ?? "")?.[1];
  if (token === undefined)
    throw new DomainError("unauthenticated", {
      detail: "This needs an API key or an access token: Authorization: Bearer <it>.",
    });
  const request = { requestId: req.id, address: req.ip ?? null, userAgent: req.headers["user-agent"] ?? null };
  const deps = { db, clock, ids, log, request };
  return { ...deps, actor: await authenticateCredential({ ...deps, sealer }, token) };
}
