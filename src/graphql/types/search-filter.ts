import { searchPattern } from "../../domain/booking/search-text.ts";
import { PRICES } from "../reading/price.ts";

/** What the filters by a text have in common. How many rows a text fits nobody knows before it is there. */
export const searchFilter = {
  type: "String",
  read: (given: string) => searchPattern(given),
  isPlannedEachTime: true,
  price: PRICES.search,
} as const;

export const SEARCH_RULES = "At least 3 characters, which stand for themselves; case makes no difference, accents do.";
