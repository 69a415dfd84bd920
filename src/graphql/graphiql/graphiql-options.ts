import type { GraphiQLOptions } from "graphql-yoga";
import type { Clock } from "../../domain/shared/clock.ts";
import { DAY_MS } from "../../domain/shared/local-date.ts";
import { EXAMPLES } from "./examples.ts";

/** What stands where the reader puts his own key; demo.json in the data folder has two. */
const HEADERS = JSON.stringify({ Authorization: "Bearer <key>" }, null, 2);

const DAYS_SHOWN = 7;

/** The tabs of somebody who opens the page for the first time. */
export function graphiqlOptions(clock: Clock): GraphiQLOptions {
  const now = clock.now();
  const variables = {
    from: now.toISOString(),
    to: new Date(now.getTime() + DAYS_SHOWN * DAY_MS).toISOString(),
    eventTypeId: "evt_...",
  };
  const tabs = EXAMPLES.map(({ query, names }) => ({
    query,
    variables: JSON.stringify(Object.fromEntries(names.map((name) => [name, variables[name]])), null, 2),
    headers: HEADERS,
  }));
  return {
    title: "Holdfast GraphQL",
    endpoint: "/graphql",
    defaultTabs: tabs,
    defaultHeaders: HEADERS,
    shouldPersistHeaders: true,
    defaultEditorToolsVisibility: "headers",
    inputValueDeprecation: true,
    schemaDescription: true,
  };
}
