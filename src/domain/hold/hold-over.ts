import { DomainError } from "../shared/errors.ts";
import type { HoldStatus } from "./hold.ts";

export function holdOver(status: Exclude<HoldStatus, "live">): DomainError {
  return new DomainError("hold_over", { detail: `The hold is over: it is ${status}.` });
}
