import { DomainError } from "../shared/errors.ts";
import type { Invitation } from "./invitation.ts";

/** @throws invitation_closed when it was accepted or revoked */
export function assertOpen({ status }: Invitation): void {
  if (status === "pending" || status === "expired") return;
  throw new DomainError("invitation_closed", { detail: `The invitation was ${status}.` });
}
