import type { Actor } from "../../domain/shared/actor.ts";
import type { OperationPlan } from "../reading/operation-plan.ts";

/** Whether everybody who holds the actor's key, which stands in web pages, is given the same answer. */
export function isPublicRead({ kind }: Actor, { roots }: OperationPlan): boolean {
  if (kind !== "publishable_key") return false;
  return roots.every(
    ({ selected: { name, field } }) => name === "__typename" || field?.extensions.isPublicRead === true,
  );
}
