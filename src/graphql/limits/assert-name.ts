import type { ASTNode } from "graphql";
import { LIMITS, NAMES_NOT_ALLOWED } from "./limits.ts";
import { beyond, refusal } from "./refusal.ts";

/** @throws name_too_long, name_not_allowed. GraphQL's names are ASCII, so that a character is a byte. */
export function assertName(name: string, node?: ASTNode): void {
  if (name.length > LIMITS.nameCharacters.most) throw beyond("nameCharacters", name.length, node);
  if (NAMES_NOT_ALLOWED.has(name)) throw refusal("name_not_allowed", `Nothing may be called ${name}.`, node);
}
