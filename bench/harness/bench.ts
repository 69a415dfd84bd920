import { isDeepStrictEqual } from "node:util";
import type { World } from "./world.ts";

/** One bench: the default export of a file `bench/<name>.bench.ts`. */
export interface Bench {
  title: string;
  /** @throws when an answer is wrong: a figure for wrong answers is worth nothing */
  run(world: World): Promise<Figure[]>;
}

export interface Figure {
  name: string;
  /** Null where there is nothing to measure yet. */
  value: number | null;
  unit: "/s" | "ms" | "bytes";
  /** What the value is compared with, measured in the same run. */
  beside?: { name: string; value: number };
  /** Bounds of the value, or of its ratio to what stands beside it. */
  target?: { of: "value" | "ratio"; atLeast?: number; atMost?: number };
  /** What else was seen of the same answers. */
  details?: Record<string, number>;
}

const ROUNDS = 3;
/** Not counted: V8 goes on compiling what is hot for some ten thousand requests. */
const WARM_UP_ROUNDS = 2;

/** Runs all sides in turn, A B A B A B, so that what else the machine does hits all alike. @returns each side's rounds */
export async function alternate<Results extends unknown[]>(
  ...sides: { [Side in keyof Results]: () => Promise<Results[Side]> }
): Promise<{ [Side in keyof Results]: Results[Side][] }> {
  const results = sides.map((): unknown[] => []);
  for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
    for (const [index, side] of sides.entries()) {
      const result = await side();
      if (round >= 0) results[index]!.push(result);
    }
  }
  return results as { [Side in keyof Results]: Results[Side][] };
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

export function assertEqual(what: string, actual: unknown, expected: unknown): void {
  if (isDeepStrictEqual(actual, expected)) return;
  throw new Error(`${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`);
}

export function ratioOf({ value, beside }: Figure): number | null {
  return beside && value !== null ? value / beside.value : null;
}

/** Null where there is no target, or nothing to judge yet. */
export function isMet(figure: Figure): boolean | null {
  if (!figure.target || figure.value === null) return null;
  const { of, atLeast = -Infinity, atMost = Infinity } = figure.target;
  const judged = of === "value" ? figure.value : ratioOf(figure)!;
  return judged >= atLeast && judged <= atMost;
}
