import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "@jest/globals";

const script = fileURLToPath(new URL("./fixed-computation.ts", import.meta.url));

/** The two lines that the computation prints in a process of its own: where it believes to be, and what it found. */
function runUnder(zone: string): string[] {
  const output = execFileSync(process.execPath, [script], {
    env: { ...process.env, TZ: zone, NODE_OPTIONS: "" },
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return output.trimEnd().split("\n");
}

describe("the server's own time zone", () => {
  it("never matters: the same answer, byte for byte, in Kolkata, New York and UTC", () => {
    const [utc, kolkata, newYork] = ["UTC", "Asia/Kolkata", "America/New_York"].map(runUnder);
    expect([utc, kolkata, newYork].map((lines) => JSON.parse(lines![0]!) as unknown)).toEqual([
      { serverZone: "UTC", offset: 0 },
      { serverZone: "Asia/Kolkata", offset: -330 },
      { serverZone: "America/New_York", offset: 300 },
    ]);
    expect(utc![1]!.length).toBeGreaterThan(100_000);
    expect(kolkata![1]).toBe(utc![1]);
    expect(newYork![1]).toBe(utc![1]);
  });
});
