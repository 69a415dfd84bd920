import type { DomainContext } from "../domain/shared/context.ts";

/** What every resolver is given. */
export interface GraphQLContext {
  domain: DomainContext;
  /** What was read for the roots that a plan reads, by response key; set for one operation. */
  answers?: ReadonlyMap<string, () => Promise<unknown>>;
}
