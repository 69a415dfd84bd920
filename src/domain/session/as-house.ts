import type { Recorder } from "../audit/record-command.ts";
import type { LogInContext } from "./logged-in.ts";

/** Nobody has logged in: it is the house that refused. */
export function asHouse(ctx: LogInContext, organisationId: string): Recorder {
  return { ...ctx, actor: { kind: "system", organisationId, credentialId: "log-in", scopes: new Set() } };
}
