import { expect, test } from "@jest/globals";
import { createSealer } from "../../../src/domain/shared/sealer.ts";

const sealer = createSealer("secret");

test("what was sealed opens again, for its purpose and by its secret alone", () => {
  const sealed = sealer.seal("text", "keys");
  expect(sealer.open(sealed, "keys")).toBe("text");
  expect(createSealer("secret").open(sealed, "keys")).toBe("text");
  expect(sealer.open(sealed, "others")).toBeNull();
  expect(createSealer("another").open(sealed, "keys")).toBeNull();
});

test("it is another text each time, and does not show what is in it", () => {
  const sealed = [sealer.seal("text", "keys"), sealer.seal("text", "keys")];
  expect(sealed[0]).not.toBe(sealed[1]);
  expect(Buffer.from(sealed[0]!, "base64url").toString("latin1")).not.toContain("text");
});

test("what was tampered with, cut off or is nonsense does not open", () => {
  const bytes = Buffer.from(sealer.seal("text", "keys"), "base64url");
  for (let i = 0; i < bytes.length; i++) {
    const tampered = Buffer.from(bytes);
    tampered[i]! ^= 1;
    expect(sealer.open(tampered.toString("base64url"), "keys")).toBeNull();
    expect(sealer.open(bytes.subarray(0, i).toString("base64url"), "keys")).toBeNull();
  }
  expect(sealer.open("nonsense", "keys")).toBeNull();
});
