import type { StartedFlow } from "../../domain/social/flow.ts";
import type { components } from "../../generated/contract.ts";
import { instant } from "../instant.ts";

export function toStartedFlowResource({
  authorisationUrl,
  flowToken,
  expiresAt,
}: StartedFlow): components["schemas"]["StartedFlow"] {
  return { authorisationUrl, flowToken, expiresAt: instant(expiresAt) };
}
