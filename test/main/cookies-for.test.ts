import { expect, test } from "@jest/globals";
import { PLAIN_COOKIES, SECURE_COOKIES } from "../../src/http/session-cookies.ts";
import { cookiesFor } from "../../src/main/cookies-for.ts";

test.each(["http://localhost:4000", "http://127.0.0.1", "http://[::1]:4000"])(
  "%s, a developer's own machine, has cookies that need no https",
  (url) => {
    expect(cookiesFor(url)).toBe(PLAIN_COOKIES);
  },
);

test.each(["https://api.example.com", "https://localhost", "http://api.example.com", "http://0.0.0.0:4000"])(
  "%s has cookies that go over https alone",
  (url) => {
    expect(cookiesFor(url)).toBe(SECURE_COOKIES);
  },
);
