import type { Organisation } from "../../domain/identity/organisation.ts";
import type { components } from "../../generated/contract.ts";
import { ok, type Answer } from "../answer.ts";
import { instant } from "../instant.ts";

export function organisationAnswer(organisation: Organisation): Answer {
  const { createdAt, updatedAt, ...rest } = organisation;
  const resource: components["schemas"]["Organisation"] = {
    ...rest,
    createdAt: instant(createdAt),
    updatedAt: instant(updatedAt),
  };
  return ok(resource, { version: organisation.version });
}
