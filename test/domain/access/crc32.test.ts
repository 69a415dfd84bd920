import { expect, test } from "@jest/globals";
import { crc32 as zlibCrc32 } from "node:zlib";
import { crc32 } from "../../../src/domain/access/crc32.ts";

test("the check value of CRC-32 is that of the standard", () => {
  expect(crc32("123456789")).toBe(0xcbf43926);
});

test.each(["", "a", `hf_live_sk_${"Zz9".repeat(10)}`])("%j has the checksum that zlib gives it", (text) => {
  expect(crc32(text)).toBe(zlibCrc32(text));
});
