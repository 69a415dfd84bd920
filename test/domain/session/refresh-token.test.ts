import { describe, expect, test } from "@jest/globals";
import {
  decideRefresh,
  firstRefreshToken,
  newNonce,
  nextRefreshToken,
} from "../../../src/domain/session/refresh-token.ts";
import { expiryOf } from "../../../src/domain/session/session.ts";

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 23) + seconds * 1000);
const living = { endedAt: null, expiresAt: at(1000) };

describe("a refresh", () => {
  test.each([
    ["a token that was not used", { usedAt: null }, living, "rotate"],
    ["one that was used 30 s ago", { usedAt: at(-30) }, living, "repeat"],
    ["one that was used longer ago", { usedAt: at(-30.001) }, living, "reused"],
    ["an unused one of a session that was ended", { usedAt: null }, { ...living, endedAt: at(-1) }, "over"],
    ["an unused one of a session that has run out", { usedAt: null }, { ...living, expiresAt: at(0) }, "over"],
  ] as const)("with %s: %j of %j is to %s", (_, token, session, decision) => {
    expect(decideRefresh(token, session, at(0))).toBe(decision);
  });
});

test("the next token takes both the token and the nonce, and always comes out the same", () => {
  const [token, nonce] = [firstRefreshToken(), newNonce()];
  const next = nextRefreshToken(token, nonce);
  expect(nextRefreshToken(token, nonce)).toBe(next);
  expect(next).toMatch(/^hf_rt_[\w-]{43}$/);
  expect(new Set([next, nextRefreshToken(token, newNonce()), nextRefreshToken(firstRefreshToken(), nonce)]).size).toBe(
    3,
  );
});

test("a session ends 30 days after its last use, and a year after its beginning", () => {
  const day = 86_400;
  expect(expiryOf(at(0), at(0))).toEqual(at(30 * day));
  expect(expiryOf(at(0), at(100 * day))).toEqual(at(130 * day));
  expect(expiryOf(at(0), at(350 * day))).toEqual(at(365 * day));
});
