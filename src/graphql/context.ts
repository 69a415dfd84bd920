import type { DomainContext } from "../domain/shared/context.ts";

/** What every resolver is given. */
export interface GraphQLContext {
  domain: DomainContext;
}
