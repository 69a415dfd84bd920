import { DomainError } from "../../domain/shared/errors.ts";
import { getOutboxLag } from "../../domain/outbox/get-outbox-lag.ts";
import { ok } from "../answer.ts";
import type { Operation } from "../operation.ts";

export const getReadinessRoute: Operation<"getReadiness"> = async (ctx) => {
  if (ctx.isDraining())
    throw new DomainError("unavailable", { detail: "This server is shutting down.", retryAfterSeconds: 1 });
  await ctx.db.ping();
  return ok({ status: "ok", events: await getOutboxLag(ctx), integrations: ctx.integrationStates() });
};
