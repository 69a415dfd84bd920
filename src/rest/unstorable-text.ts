import type { FieldError } from "../domain/shared/errors.ts";

/** Keys that reach behind an object rather than into it. No field of ours is called so. */
const DANGEROUS_KEYS = new Set(["__proto__", "constructor", "prototype"]);

/**
 * What no schema of the contract can say: half a surrogate pair, which PostgreSQL refuses, and keys of free-form objects
 * that JavaScript gives a meaning of their own. For values that fit their schema, whose depth is bounded.
 */
export function unstorableErrors(value: unknown, pointer = ""): FieldError[] {
  if (typeof value === "string")
    return value.isWellFormed() ? [] : [{ pointer, message: "must not contain half a surrogate pair" }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    DANGEROUS_KEYS.has(key)
      ? [{ pointer: `${pointer}/${key}`, message: "is not a known field" }]
      : unstorableErrors(item, `${pointer}/${key}`),
  );
}
