import { describe, expect, it } from "@jest/globals";
import { slotsByDate } from "../../../src/domain/availability/slots-by-date.ts";

const at = (text: string) => Date.parse(text);

describe("slots under the local dates of the viewer", () => {
  it("fall on another date where the viewer lives far away", () => {
    const start = at("2026-03-02T23:00Z");
    const [from, to] = [at("2026-03-02T00:00Z"), at("2026-03-03T00:00Z")];
    expect(slotsByDate([start], from, to, "UTC")).toEqual([{ date: "2026-03-02", startsAt: [start] }]);
    expect(slotsByDate([start], from, to, "Asia/Tokyo")).toEqual([
      { date: "2026-03-02", startsAt: [] },
      { date: "2026-03-03", startsAt: [start] },
    ]);
  });

  it("have no date that the zone's calendar skipped", () => {
    const days = slotsByDate([], at("2011-12-28T10:00Z"), at("2012-01-01T10:00Z"), "Pacific/Apia");
    expect(days.map(({ date }) => date)).toEqual(["2011-12-28", "2011-12-29", "2011-12-31", "2012-01-01"]);
  });

  it("have no date for an empty range", () => {
    expect(slotsByDate([], at("2026-03-02T00:00Z"), at("2026-03-02T00:00Z"), "UTC")).toEqual([]);
  });
});
