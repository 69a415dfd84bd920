import { randomBytes } from "node:crypto";
import type { FlowSecrets } from "../../../src/domain/ports/identity-provider.ts";

const chance = () => randomBytes(32).toString("base64url");

export function newFlowSecrets(): FlowSecrets {
  return { state: chance(), nonce: chance(), codeVerifier: chance() };
}
