import { hash } from "node:crypto";

/** SHA-256 over the path parameters and the body, whatever the order of its keys; hex. */
export function requestHash(params: unknown, body: unknown): string {
  return hash("sha256", JSON.stringify([canonical(params), canonical(body)]), "hex");
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([key, inner]) => [key, canonical(inner)]);
}
