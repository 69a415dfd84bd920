import { sql } from "../../domain/shared/sql.ts";
import type { Filter } from "../reading/source.ts";

/** Shows what was deleted in place of the rest. */
export const deletedFilter: Filter = {
  type: "Boolean",
  defaultValue: false,
  description: "The deleted ones instead of the others.",
  holds: (row, _through, value) => sql`(${row("deleted_at")} IS NOT NULL) = ${value}`,
};
