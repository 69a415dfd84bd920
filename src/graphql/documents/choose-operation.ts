import type { OperationDefinitionNode } from "graphql";
import { refusal } from "../limits/refusal.ts";
import type { PreparedDocument } from "./prepare-document.ts";

/** The operation that a request names, or the only one there is. @throws operation_not_found */
export function chooseOperation({ operations }: PreparedDocument, name: string | null): OperationDefinitionNode {
  if (name === null || name === "") {
    const [only, another] = operations.values();
    if (another || !only)
      throw refusal("operation_not_found", "The document has several operations: name one of them.");
    return only;
  }
  const named = operations.get(name);
  if (!named) throw refusal("operation_not_found", "The document has no operation of this name.");
  return named;
}
