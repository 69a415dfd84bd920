import type { DomainContext } from "../../src/domain/shared/context.ts";
import { createDocumentCaches } from "../../src/graphql/documents/document-caches.ts";
import { prepareDocument } from "../../src/graphql/documents/prepare-document.ts";
import { createPlanner } from "../../src/graphql/reading/operation-plan.ts";
import { readRoot } from "../../src/graphql/reading/read-root.ts";
import { schema } from "../../src/graphql/schema.ts";

const planOperation = createPlanner(schema);

/** What the roots of a document read, without the edge round it: the answers' texts in order. */
export async function readGraphQL(ctx: DomainContext, query: string): Promise<string[]> {
  const { prepared } = prepareDocument({ schema, caches: createDocumentCaches(), suggestsNames: false }, query);
  const [operation] = prepared!.operations.values();
  const { roots, args } = planOperation(ctx, prepared!, operation!, {});
  return Promise.all(roots.map((root) => readRoot(ctx, root, args, new AbortController().signal)));
}
