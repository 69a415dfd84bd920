import type sequencer from "@jest/test-sequencer";
import { createRequire } from "node:module";

// Its types know it as CommonJS alone, where the class is one step further down.
const { default: TestSequencer } = createRequire(import.meta.url)("@jest/test-sequencer") as typeof sequencer;

type Tests = Parameters<InstanceType<typeof TestSequencer>["sort"]>[0];

/** Begun last, each of them would run on alone for a minute. */
const LONGEST = [
  "access/rest-matrix",
  "canary/canary",
  "graphql/reading/query-plans",
  "main/embedded-postgres",
  "main/server",
  "graphql/reading/strangers",
  "journeys/two-servers-one-redis",
  "rest/races",
].map((name) => `/test/${name}.test.ts`);

/** As Jest orders by the durations of the last run, where there was one: in a fresh clone it goes by the size of a file. */
export default class LongestFirst extends TestSequencer {
  override sort(tests: Tests): Tests {
    const isLong = ({ path }: Tests[number]) => LONGEST.some((name) => path.replaceAll("\\", "/").endsWith(name));
    const sorted = super.sort(tests) as Tests;
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))];
  }
}
