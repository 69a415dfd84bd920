import { sql, type Sql } from "../../domain/shared/sql.ts";
import { value, type Field } from "../reading/source.ts";

/** A place's fields: of an element of a JSON array, or of the `location` column. */
export function locationFields(reads: "columns" | "properties"): Record<string, Field> {
  const part = (name: string) =>
    reads === "columns"
      ? { of: (row: (column: string) => Sql) => sql`${row("location")} -> ${sql.lit(name)}` }
      : undefined;
  return {
    type: value("String", "`address`, `phone` or `link`.", part("type")),
    value: value("String", "The address, number or link; null where the attendee gives it.", {
      nullable: true,
      ...part("value"),
    }),
    label: value("String", "What people call it.", { nullable: true, ...part("label") }),
  };
}
