import SchemaBuilder from "@pothos/core";
import type { DomainContext } from "../domain/shared/context.ts";

export interface GraphQLTypes {
  Context: { domain: DomainContext };
  DefaultFieldNullability: false;
  Scalars: {
    /** Epoch ms inside, RFC 3339 in UTC outside. */
    Instant: { Input: Date; Output: Date | number };
    LocalDate: { Input: string; Output: string };
    JSON: { Input: unknown; Output: unknown };
  };
}

export const builder = new SchemaBuilder<GraphQLTypes>({
  defaultFieldNullability: false,
});
