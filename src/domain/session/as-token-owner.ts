import type { Recorder } from "../audit/record-command.ts";
import type { Anonymous } from "../identity/record-of-user.ts";

/** Whoever had the token of a mail ends sessions: each session's own organisation takes the place of the empty one. */
export function asTokenOwner(ctx: Anonymous): Recorder {
  return { ...ctx, actor: { kind: "system", organisationId: "", credentialId: "one-time-token", scopes: new Set() } };
}
