import type { DomainContext } from "../../domain/shared/context.ts";
import { computed } from "./compute.ts";
import type { PlannedRoot } from "./operation-plan.ts";
import { bindValues } from "./plan.ts";
import type { Args } from "./source.ts";

/** What a root answers by its plan, as JSON text under the response's keys. @param args by site */
export async function readRoot(
  ctx: DomainContext,
  { plan, selected }: PlannedRoot,
  args: readonly Args[],
  signal: AbortSignal,
): Promise<string> {
  if (!plan) return "null";
  const text = await ctx.db.readText(plan.text, bindValues(plan, ctx, args), signal);
  if (text === null) return "null";
  return plan.computes ? computed(text, selected, selected.site === null ? {} : args[selected.site]!) : text;
}
