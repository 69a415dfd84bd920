import { sql } from "../../domain/shared/sql.ts";
import { value, type ObjectField, type Shape } from "../reading/source.ts";

/** Of a row, or of a JSON object with the same columns. */
export const Money: Shape = {
  name: "Money",
  description: "An amount in a currency.",
  reads: "columns",
  fields: () => ({
    amountMinor: value("SafeInt", "In the smallest unit of the currency.", { of: (row) => row("price_amount_minor") }),
    currency: value("String", "The ISO 4217 code.", { of: (row) => row("price_currency") }),
  }),
};

/** The price in a row's `price_amount_minor` and `price_currency`. */
export function priceField(description: string): ObjectField {
  return {
    kind: "object",
    nullable: true,
    shape: Money,
    present: (row) => sql`${row("price_currency")} IS NOT NULL`,
    description,
  };
}
