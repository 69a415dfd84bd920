import { assertName } from "./assert-name.ts";
import { LIMITS, NAMES_NOT_ALLOWED } from "./limits.ts";
import { beyond, refusal } from "./refusal.ts";

/**
 * @param variables as they came, parsed from JSON
 * @throws variables_too_large, name_too_long, name_not_allowed
 */
export function assertVariablesWithinLimits(variables: Record<string, unknown>): void {
  for (const name of Object.keys(variables)) assertName(name);
  charactersOf(variables, 0, LIMITS.variableDepth.most + 1);
}

/** Counts on from `sum`, and stops at the limit: what is beyond it is never visited. */
function charactersOf(value: unknown, sum: number, levelsLeft: number): number {
  let total = sum + (typeof value === "string" ? value.length : 1);
  if (typeof value === "object" && value !== null) {
    if (levelsLeft === 0) throw beyond("variableDepth");
    for (const key in value) {
      if (NAMES_NOT_ALLOWED.has(key)) throw refusal("name_not_allowed", `Nothing may be called ${key}.`);
      if (!Array.isArray(value)) total += key.length;
      total = charactersOf((value as Record<string, unknown>)[key], total, levelsLeft - 1);
    }
  }
  if (total > LIMITS.variableCharacters.most) throw beyond("variableCharacters");
  return total;
}
