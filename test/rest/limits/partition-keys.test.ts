import { expect, test } from "@jest/globals";
import { networkOf } from "../../../src/domain/shared/network.ts";
import { partitionKeyOf } from "../../../src/rest/limits/partition-keys.ts";

test.each([
  ["192.0.2.7", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["2001:db8:0:1:1:2:3:4", "2001:db8:0:1::/64"],
  ["2001:DB8::1:0:0:9", "2001:db8:0:0::/64"],
  ["2001:db8:1:2::", "2001:db8:1:2::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["64:ff9b::192.0.2.33", "64:ff9b:0:0::/64"],
  ["1:2:3:4:5:6:192.0.2.33", "1:2:3:4::/64"],
])("%s counts as %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test("all addresses of one /64 are one, and the next /64 is another", () => {
  expect(networkOf("2001:db8:0:1::1")).toBe(networkOf("2001:db8:0:1:ffff::2"));
  expect(networkOf("2001:db8:0:1::1")).not.toBe(networkOf("2001:db8:0:2::1"));
});

test("one account is one however it is written, and its address is not told", () => {
  const keys = ["Grace@example.com", "grace@EXAMPLE.com", " grace@example.com"].map((email) =>
    partitionKeyOf("account", { address: "192.0.2.7", email }),
  );
  expect(new Set(keys).size).toBe(1);
  expect(keys[0]).not.toContain("grace");
});
