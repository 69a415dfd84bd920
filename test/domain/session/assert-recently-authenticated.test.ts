import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createInProcessRateLimiter } from "../../../src/adapters/rate-limiter/in-process/in-process-rate-limiter.ts";
import { createOrganisation } from "../../../src/domain/identity/create-organisation.ts";
import { assertRecentlyAuthenticated } from "../../../src/domain/session/assert-recently-authenticated.ts";
import { logIn } from "../../../src/domain/session/log-in.ts";
import { asSession } from "../../../src/domain/session/logged-in.ts";
import type { DomainContext } from "../../../src/domain/shared/context.ts";
import { newId } from "../../../src/domain/shared/ids.ts";
import { createTestDomain, type TestDomain } from "../../support/domain-context.ts";
import { createListLog } from "../../support/list-log.ts";
import { TEST_PASSWORD_HASHER } from "../../support/password-hasher.ts";
import { codeOf } from "../../support/outcome.ts";
import { TEST_RELYING_PARTY, TEST_SEALER } from "../../support/rest-app.ts";

const EMAIL = "owner@clinic.example";
const PASSWORD = "correct horse battery staple";

let domain: TestDomain;

beforeAll(async () => {
  domain = await createTestDomain();
  await createOrganisation(deps(), {
    name: "Clinic",
    mode: "live",
    owner: { name: "Ada", email: EMAIL, password: PASSWORD, timeZone: "UTC", locale: "en" },
  });
});

afterAll(() => domain.close());

const deps = () => ({
  db: domain.db,
  clock: domain.clock,
  ids: newId,
  log: createListLog([]),
  sealer: TEST_SEALER,
  passwordHasher: TEST_PASSWORD_HASHER,
  limiter: createInProcessRateLimiter({ clock: domain.clock }),
  relyingParty: TEST_RELYING_PARTY,
  identityProviders: new Map(),
  request: { requestId: "test", address: null, userAgent: null },
});

async function loggedIn(): Promise<DomainContext> {
  const { session, member } = await logIn(deps(), { email: EMAIL, password: PASSWORD });
  return { ...deps(), ...asSession(deps(), session, member) };
}

test("a session may do what is sensitive for ten minutes after its log-in, and then only after a step-up", async () => {
  const ctx = await loggedIn();
  domain.clock.advance(600_000);
  expect(await codeOf(assertRecentlyAuthenticated(ctx))).toBeUndefined();
  domain.clock.advance(1);
  expect(await codeOf(assertRecentlyAuthenticated(ctx))).toBe("step_up_required");
});

test("the log-in on one device proves nothing for another", async () => {
  const old = await loggedIn();
  domain.clock.advance(600_001);
  const recent = await loggedIn();
  expect(await codeOf(assertRecentlyAuthenticated(recent))).toBeUndefined();
  expect(await codeOf(assertRecentlyAuthenticated(old))).toBe("step_up_required");
});

test("a key goes on", async () => {
  const clinic = await domain.addOrganisation();
  expect(await codeOf(assertRecentlyAuthenticated(clinic.as(clinic.ownerId)))).toBeUndefined();
});
