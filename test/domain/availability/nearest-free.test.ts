import { describe, expect, it } from "@jest/globals";
import { nearestFree } from "../../../src/domain/availability/nearest-free.ts";

describe("the nearest free starts", () => {
  it("lie on both sides of the wanted time and come in time order", () => {
    expect(nearestFree([10, 20, 30, 40, 50], 32, 3)).toEqual([20, 30, 40]);
  });

  it("prefer the earlier of two that are equally near", () => {
    expect(nearestFree([10, 20, 30], 25, 1)).toEqual([20]);
    expect(nearestFree([10, 30], 20, 1)).toEqual([10]);
  });

  it("are all there are when fewer are on offer", () => {
    expect(nearestFree([10, 20], 500, 3)).toEqual([10, 20]);
    expect(nearestFree([], 500, 3)).toEqual([]);
  });
});
