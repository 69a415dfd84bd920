import type { DeadLetter } from "../../domain/dead-letter/dead-letter.ts";
import type { components } from "../../generated/contract.ts";
import { instant } from "../instant.ts";

export function toDeadLetterResource(letter: DeadLetter): components["schemas"]["DeadLetter"] {
  return { ...letter, createdAt: instant(letter.createdAt), diedAt: instant(letter.diedAt) };
}
