import { afterAll, describe, expect, test } from "@jest/globals";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseConfig } from "../../src/main/config.ts";
import { readRateLimits } from "../../src/main/read-rate-limits.ts";
import { GUARDS } from "../../src/rest/limits/guards.ts";

const folder = mkdtempSync(path.join(tmpdir(), "holdfast-rate-limits-"));
const file = path.join(folder, "limits.json");

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function read(content: unknown, environment: Record<string, string> = {}) {
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return readRateLimits(parseConfig({ RATE_LIMITS: file, HOLDFAST_DEMO: "off", ...environment }));
}

const minuteOf = ({ plans }: ReturnType<typeof read>, name: string) => plans.get(name)!.requests[0]!.quota;

describe("rate limits", () => {
  test("are the built-in ones without a file, and loose for a demo but by account", () => {
    const strict = readRateLimits(parseConfig({ HOLDFAST_DEMO: "off" }));
    const demo = readRateLimits(parseConfig({}));
    expect([minuteOf(strict, "standard"), strict.guards.anonymous.quota]).toEqual([1_200, 300]);
    expect([minuteOf(demo, "standard"), demo.guards.anonymous.quota]).toEqual([10_000_000, 1_000_000]);
    for (const { guards } of [strict, demo]) expect(guards["log-in-account"].quota).toBe(50);
  });

  test("of a file go before the built-in ones, and what it leaves out stays", () => {
    const limits = read({ plans: { team: { requestsPerMinute: 5 } }, guards: { "log-in-account": 7 } });
    expect([minuteOf(limits, "standard"), minuteOf(limits, "team")]).toEqual([1_200, 5]);
    expect(limits.plans.get("team")!.requests[1]!.quota).toBe(36_000);
    expect([limits.guards["log-in-account"].quota, limits.guards["log-in-device"].quota]).toEqual([7, 20]);
  });

  test("GRAPHQL_POINTS_PER_MINUTE is for every plan that does not say", () => {
    const { plans } = read({ plans: { team: { graphqlPointsPerMinute: 9 } } }, { GRAPHQL_POINTS_PER_MINUTE: "77" });
    expect([plans.get("standard")!.points.quota, plans.get("team")!.points.quota]).toEqual([77, 9]);
  });

  test.each([
    ["{", /cannot be used \(.*JSON/],
    [[], /\(it must be an object\)/],
    [{ plan: {} }, /\(it has plan, which is not known\)/],
    [{ plans: { Team: {} } }, /Team is no name in lower-case letters/],
    [{ plans: { team: { requests: 1 } } }, /\(plans\.team has requests, which is not known\)/],
    [
      { plans: { team: { requestsPerDay: 0 } } },
      /plans\.team\.requestsPerDay must be a whole number from 1 to 10000000/,
    ],
    [{ plans: { team: null } }, /plans\.team must be an object/],
    [{ guards: { "log-in": 5 } }, /guards has log-in, which is not known/],
    [{ guards: { anonymous: "5" } }, /guards\.anonymous must be a whole number/],
  ])("that cannot be used stop the start with what is wrong: %j", (content, message) => {
    expect(() => read(content)).toThrow(message);
    expect(() => read(content)).toThrow(`RATE_LIMITS names ${file}, which cannot be used`);
  });

  test("a file that is not there does so too", () => {
    expect(() => readRateLimits({ rateLimits: "nowhere.json", graphqlPointsPerMinute: null, demo: false })).toThrow(
      "RATE_LIMITS names nowhere.json, which cannot be used (ENOENT).",
    );
  });

  test("of tests and benches leave nothing out", () => {
    const { guards } = JSON.parse(readFileSync(new URL("../support/unlimited.json", import.meta.url), "utf8")) as {
      guards: object;
    };
    expect(Object.keys(guards)).toEqual(Object.keys(GUARDS));
  });
});
