import SchemaBuilder from "@pothos/core";
import type { GraphQLContext } from "./context.ts";

export interface GraphQLTypes {
  Context: GraphQLContext;
  DefaultFieldNullability: false;
  Scalars: {
    /** A Date from callers; text as it is to leave, or epoch ms, to them. */
    Instant: { Input: Date; Output: string | number };
    SafeInt: { Input: number; Output: number };
    LocalDate: { Input: string; Output: string };
    JSON: { Input: unknown; Output: unknown };
  };
}

export const builder = new SchemaBuilder<GraphQLTypes>({
  defaultFieldNullability: false,
});
