import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { TEST_RELYING_PARTY, type Answer } from "../../support/rest-app.ts";
import { createRestWorld, seenBy, type RestWorld } from "../../support/rest-world.ts";
import { codeAt, createFactorFixture, type FactorFixture } from "../../support/second-factors.ts";
import {
  createAuthenticator,
  type Authenticator,
  type Ceremony,
  type CreationOptions,
} from "../../support/software-authenticator.ts";

const [ORIGIN, OTHER_ORIGIN] = TEST_RELYING_PARTY.origins as [string, string];
const RP_ID = TEST_RELYING_PARTY.id;

let world: RestWorld;
let factors: FactorFixture;
let phone: Authenticator;
/** An access token of the owner. */
let key: string;

beforeAll(async () => {
  world = await createRestWorld();
  factors = await createFactorFixture(world);
});

beforeEach(async () => {
  await factors.remove();
  await world.sql("DELETE FROM outgoing_mail");
  // Whoever has tried often may try again after a day.
  world.clock.advance(86_400_000);
  key = (await world.logIn()).accessToken;
  phone = createAuthenticator({ origin: ORIGIN, rpId: RP_ID });
});

afterAll(() => world.close());

const anonymous = (path: string, body?: object, requestId = "anonymous") =>
  world.call("POST", `/v1/auth/${path}`, { key: null, body, headers: { "X-Request-Id": requestId } });

const mine = (method: string, path = "", body?: object, headers?: Record<string, string>) =>
  world.call(method, `/v1/me/passkeys${path}`, { key, body, headers });

const newOptions = async () => (await mine("POST", "/registration-options")).body as unknown as CreationOptions;
const newChallenge = async () => (await anonymous("passkey-options")).body as unknown as { challenge: string };

const register = async (ceremony?: Ceremony, more: object = {}) =>
  mine("POST", "", { response: phone.create(await newOptions(), ceremony), ...more });

const logIn = async (ceremony?: Ceremony, more: object = {}, requestId?: string) =>
  anonymous("log-in-with-passkey", { response: phone.get(await newChallenge(), ceremony), ...more }, requestId);

const codeOf = ({ status, body: { code } }: Answer) => [status, code];
const REFUSED = [401, "invalid_passkey"];

/** What the request did; that its session was used for the first time is written beside it. */
const actionsOf = async (requestId: string) =>
  (
    await world.sql<{ action: string }>(
      "SELECT action FROM audit_entry WHERE request_id = $1 AND action <> 'session.first_used' ORDER BY action",
      [requestId],
    )
  ).map(({ action }) => action);

const mailed = async () =>
  (await world.sql<{ kind: string }>("SELECT kind FROM outgoing_mail")).map(({ kind }) => kind);

describe("a passkey", () => {
  test("is made for the person and the app, such that it is found without a name and verifies him", async () => {
    const { body } = await mine("POST", "/registration-options");
    expect(body).toMatchObject({
      rp: { id: RP_ID, name: "Holdfast" },
      user: { name: world.clinic.ownerLogIn.email },
      attestation: "none",
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
      excludeCredentials: [],
    });
    const { challenge } = body as unknown as CreationOptions;
    expect(Buffer.from(challenge, "base64url")).toHaveLength(32);
    expect(await newOptions()).not.toMatchObject({ challenge });
    for (const table of ["passkey_challenge", "idempotency_key"])
      expect(await world.sql(`SELECT FROM ${table} t WHERE strpos(t::text, $1) > 0`, [challenge])).toEqual([]);
  });

  test("is kept with a name, told by mail, and comes with recovery codes for who has none", async () => {
    const { status, body, headers } = await register({}, { name: "Phone" });
    expect([status, headers["location"]]).toEqual([201, `/v1/me/passkeys/${body.id}`]);
    expect(body).toMatchObject({ id: expect.stringMatching(/^psk_/), name: "Phone", synced: false, lastUsedAt: null });
    expect(body.recoveryCodes).toHaveLength(10);
    expect(await mailed()).toEqual(["passkey_added"]);
    const second = await register();
    expect(second.body).toMatchObject({ name: null, recoveryCodes: null });
    const listed = await mine("GET");
    expect(listed.body.data.map(({ id }) => id)).toEqual([body.id, second.body.id]);
    const { excludeCredentials } = (await mine("POST", "/registration-options")).body as unknown as {
      excludeCredentials: unknown[];
    };
    expect(excludeCredentials).toHaveLength(2);
    const factorsNow = await world.call("GET", "/v1/me/second-factors", { key });
    expect(factorsNow.body).toMatchObject({ required: true, passkeys: 2, totp: null, recoveryCodesLeft: 10 });
  });

  test("is added once for a request that is repeated, without its recovery codes", async () => {
    const body = { response: phone.create(await newOptions()) };
    const add = () => mine("POST", "", body, { "Idempotency-Key": "add" });
    const first = await add();
    const again = await add();
    expect(again.headers["idempotency-replayed"]).toBe("true");
    expect(again.body).toEqual({ ...first.body, recoveryCodes: null });
  });

  test.each<[string, Ceremony]>([
    ["from another origin", { origin: "https://clinic.example.evil.example" }],
    ["from the app's origin without TLS", { origin: "http://app.clinic.example" }],
    ["for another app", { rpId: "evil.example" }],
    ["from a frame in somebody else's page", { crossOrigin: true }],
    ["by somebody who was not verified", { isUserVerified: false }],
    ["by nobody", { isUserPresent: false }],
    ["of another ceremony", { type: "webauthn.get" }],
    ["to a challenge that is not ours", { challenge: Buffer.alloc(32).toString("base64url") }],
    [
      "with a certificate, whose revocation list would have to be loaded",
      {
        attestation: {
          fmt: "packed",
          attStmt: new Map<string, unknown>([
            ["alg", -7],
            ["sig", new Uint8Array(70)],
            ["x5c", [new Uint8Array(9)]],
          ]),
        },
      },
    ],
    [
      "with a signature of itself that is wrong",
      {
        attestation: {
          fmt: "packed",
          attStmt: new Map<string, unknown>([
            ["alg", -7],
            ["sig", new Uint8Array(70)],
          ]),
        },
      },
    ],
    ["with an attestation that nobody knows", { attestation: { fmt: "other", attStmt: new Map() } }],
  ])("is not kept when it was made %s", async (_, ceremony) => {
    const { status, body } = await register(ceremony);
    expect([status, body.errors.map(({ pointer }) => pointer)]).toEqual([422, ["/response"]]);
    expect((await mine("GET")).body.data).toEqual([]);
  });

  test("is kept from each of the app's origins", async () => {
    expect((await register({ origin: OTHER_ORIGIN })).status).toBe(201);
  });

  test("is made by a challenge once, within five minutes, and by the person who has asked for it", async () => {
    const options = await newOptions();
    const response = phone.create(options);
    expect((await mine("POST", "", { response })).status).toBe(201);
    expect((await mine("POST", "", { response })).status).toBe(422);
    expect((await mine("POST", "", { response: phone.create(options) })).status).toBe(422);

    const late = await newOptions();
    world.clock.advance(300_000);
    expect((await mine("POST", "", { response: phone.create(late) })).status).toBe(422);

    const strangers = seenBy(world, world.stranger);
    const theirKey = (await strangers.logIn()).accessToken;
    const theirs = await strangers.call("POST", "/v1/me/passkeys", {
      key: theirKey,
      body: { response: phone.create(await newOptions()) },
    });
    expect(theirs.status).toBe(422);
    const asked = (await newChallenge()) as CreationOptions;
    expect((await mine("POST", "", { response: phone.create({ ...asked, user: { id: "" } }) })).status).toBe(422);
  });

  test("belongs to one person: whoever brings it once more keeps nothing", async () => {
    const response = phone.create(await newOptions());
    expect((await mine("POST", "", { response })).status).toBe(201);
    const { challenge } = await newOptions();
    const clientDataJSON = Buffer.from(
      JSON.stringify({ type: "webauthn.create", challenge, origin: ORIGIN, crossOrigin: false }),
    ).toString("base64url");
    const copied = { ...response, response: { ...response.response, clientDataJSON } };
    expect((await mine("POST", "", { response: copied })).status).toBe(422);
  });

  test("is renamed and removed by its owner, and is nothing that anybody else finds", async () => {
    const { id } = (await register()).body;
    expect((await mine("PATCH", `/${id}`, { name: "Key ring" })).body).toMatchObject({ id, name: "Key ring" });
    const strangers = (await seenBy(world, world.stranger).logIn()).accessToken;
    for (const [method, body] of [
      ["PATCH", { name: "Mine" }],
      ["DELETE", undefined],
    ] as const)
      expect((await world.call(method, `/v1/me/passkeys/${id}`, { key: strangers, body })).status).toBe(404);
    expect((await mine("DELETE", `/${id}`, undefined, { "X-Request-Id": "removed" })).status).toBe(204);
    expect((await mine("DELETE", `/${id}`)).status).toBe(404);
    expect(await actionsOf("removed")).toEqual(["user.passkey_removed"]);
    expect(await mailed()).toEqual(["passkey_added", "passkey_removed"]);
    expect(codeOf(await logIn())).toEqual(REFUSED);
    const left = await world.call("GET", "/v1/me/second-factors", { key });
    expect(left.body).toMatchObject({ required: false, recoveryCodesLeft: 0 });
  });

  test("is made and removed by who has proven himself in the last ten minutes", async () => {
    const { id } = (await register()).body;
    world.clock.advance(600_001);
    expect((await mine("POST", "/registration-options")).body.code).toBe("step_up_required");
    expect((await mine("DELETE", `/${id}`)).body.factors).toEqual(["passkey", "recovery_code"]);
    expect((await mine("PATCH", `/${id}`, { name: "Other" })).status).toBe(200);
  });
});

describe("a log-in by a passkey", () => {
  test("asks the same of everybody, and opens a session without another factor", async () => {
    const options = await anonymous("passkey-options");
    expect(options.body).toMatchObject({ rpId: RP_ID, userVerification: "required", timeout: 300_000 });
    expect(options.body).not.toHaveProperty("allowCredentials");
    const { id } = (await register()).body;
    await factors.addTotp();
    const { status, body } = await logIn({}, { deviceName: "Phone" }, "by-passkey");
    expect([status, body.session]).toMatchObject([200, { name: "Phone", organisationId: world.clinic.organisationId }]);
    expect((await world.call("GET", "/v1/me", { key: body.accessToken })).status).toBe(200);
    expect(await actionsOf("by-passkey")).toEqual(["session.started"]);
    const [listed] = (await mine("GET")).body.data;
    expect(listed).toMatchObject({ id, lastUsedAt: world.clock.now().toISOString() });
    expect((await logIn()).status).toBe(200);
  });

  test.each<[string, Ceremony]>([
    ["from another origin", { origin: "https://evil.example" }],
    ["for another app", { rpId: "evil.example" }],
    ["from a frame in somebody else's page", { crossOrigin: true }],
    ["by somebody who was not verified", { isUserVerified: false }],
    ["by nobody", { isUserPresent: false }],
    ["of another ceremony", { type: "webauthn.create" }],
    ["to a challenge that is not ours", { challenge: Buffer.alloc(32).toString("base64url") }],
    ["for another person", { userHandle: Buffer.from("usr_somebody").toString("base64url") }],
    ["with what was signed changed afterwards", { tamper: (data) => (data.extra = true) }],
  ])("is refused when it was signed %s, and audited", async (_, ceremony) => {
    await register();
    expect(codeOf(await logIn(ceremony, {}, "hostile"))).toEqual(REFUSED);
    expect((await logIn()).status).toBe(200);
  });

  test("is refused alike for a passkey that nobody has, and for who is not of the organisation", async () => {
    const unknown = createAuthenticator({ origin: ORIGIN, rpId: RP_ID });
    unknown.create(await newOptions());
    const stranger = await anonymous("log-in-with-passkey", { response: unknown.get(await newChallenge()) });
    await register();
    const elsewhere = await logIn({}, { organisationId: world.stranger.organisationId });
    expect({ ...elsewhere.body, requestId: "" }).toEqual({ ...stranger.body, requestId: "" });
    expect(codeOf(stranger)).toEqual(REFUSED);
  });

  test("is refused with the name of another one's passkey", async () => {
    await register();
    const strangers = seenBy(world, world.stranger);
    const theirKey = (await strangers.logIn()).accessToken;
    const theirPhone = createAuthenticator({ origin: ORIGIN, rpId: RP_ID });
    const call = (path: string, body?: object) =>
      strangers.call("POST", `/v1/me/passkeys${path}`, { key: theirKey, body });
    const options = (await call("/registration-options")).body as unknown as CreationOptions;
    expect((await call("", { response: theirPhone.create(options) })).status).toBe(201);
    const challenge = await newChallenge();
    const { id, rawId } = phone.get(challenge);
    const forged = { ...theirPhone.get(challenge), id, rawId };
    expect(codeOf(await anonymous("log-in-with-passkey", { response: forged }))).toEqual(REFUSED);
    await world.sql("DELETE FROM passkey");
    await world.sql("DELETE FROM recovery_code");
  });

  test("takes a challenge once, of several at the same moment one, and within five minutes", async () => {
    await register();
    const response = phone.get(await newChallenge());
    const answers = await Promise.all(Array.from({ length: 8 }, () => anonymous("log-in-with-passkey", { response })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(codeOf(await anonymous("log-in-with-passkey", { response }))).toEqual(REFUSED);
    const late = phone.get(await newChallenge());
    world.clock.advance(300_000);
    expect(codeOf(await anonymous("log-in-with-passkey", { response: late }))).toEqual(REFUSED);
    const wrong = await newChallenge();
    await anonymous("log-in-with-passkey", { response: phone.get(wrong, { origin: "https://evil.example" }) });
    expect(codeOf(await anonymous("log-in-with-passkey", { response: phone.get(wrong) }))).toEqual(REFUSED);
  });

  test("refuses a passkey whose counter falls back or stands still: it was copied, which is audited", async () => {
    await register();
    expect((await logIn({ counter: 7 })).status).toBe(200);
    for (const counter of [7, 6, 0]) {
      expect(codeOf(await logIn({ counter }, {}, `copied-${counter}`))).toEqual(REFUSED);
      expect(await actionsOf(`copied-${counter}`)).toEqual(["passkey.copy_suspected"]);
    }
    expect((await logIn({ counter: 4_294_967_295 })).status).toBe(200);
  });

  test("of a counter that falls back without the key's signature says nothing of a copy", async () => {
    await register();
    await logIn({ counter: 7 });
    const forged = { counter: 6, tamper: (data: Record<string, unknown>) => (data.extra = true) };
    expect(codeOf(await logIn(forged, {}, "forged"))).toEqual(REFUSED);
    expect(await actionsOf("forged")).toEqual(["passkey.refused"]);
  });

  test("takes a passkey that counts nothing, as one does that is in several places", async () => {
    phone = createAuthenticator({ origin: ORIGIN, rpId: RP_ID, counts: false });
    expect((await register()).body).toMatchObject({ synced: true });
    expect([(await logIn()).status, (await logIn()).status]).toEqual([200, 200]);
  });
});

describe("a passkey as a second factor", () => {
  test("answers the challenge of a log-in by password, which it asks for", async () => {
    await register();
    const { body } = await anonymous("log-in", world.clinic.ownerLogIn);
    expect([body.code, body.factors]).toEqual(["second_factor_required", ["passkey", "recovery_code"]]);
    const show = (passkey: object) => anonymous("second-factor", { challengeToken: body.challengeToken, passkey });
    expect(codeOf(await show(phone.get(await newChallenge(), { isUserVerified: false })))).toEqual([
      401,
      "invalid_second_factor",
    ]);
    expect((await show(phone.get(await newChallenge()))).status).toBe(200);
  });

  test("stands beside an authenticator app", async () => {
    const secret = await factors.addTotp();
    await register();
    const { body } = await anonymous("log-in", world.clinic.ownerLogIn);
    expect(body.factors).toEqual(["totp", "passkey", "recovery_code"]);
    const code = codeAt(secret, world.clock);
    expect((await anonymous("second-factor", { challengeToken: body.challengeToken, code })).status).toBe(200);
  });

  test("of somebody else is none", async () => {
    await register();
    const { id: userId } = await world.app.db.prisma.user.findUniqueOrThrow({
      where: { email: world.stranger.ownerLogIn.email },
    });
    const { body } = await anonymous("log-in", world.clinic.ownerLogIn);
    await world.sql("UPDATE passkey SET user_id = $1", [userId]);
    const passkey = phone.get(await newChallenge(), { userHandle: Buffer.from(userId).toString("base64url") });
    const { challengeToken } = body;
    expect(codeOf(await anonymous("second-factor", { challengeToken, passkey }))).toEqual([
      401,
      "invalid_second_factor",
    ]);
    await world.sql("DELETE FROM passkey");
  });

  test("steps up, and answers a repeated request once more", async () => {
    await register();
    world.clock.advance(600_001);
    const passkey = phone.get(await newChallenge());
    const stepUp = () =>
      world.call("POST", "/v1/auth/step-up", { key, body: { passkey }, headers: { "Idempotency-Key": "passkey" } });
    const first = await stepUp();
    expect([first.status, first.body]).toMatchObject([200, { authenticatedAt: world.clock.now().toISOString() }]);
    expect((await stepUp()).text).toBe(first.text);
    expect((await mine("POST", "/registration-options")).status).toBe(200);
    const wrong = { passkey: phone.get(await newChallenge(), { origin: "https://evil.example" }) };
    const refused = await world.call("POST", "/v1/auth/step-up", { key, body: wrong });
    expect([refused.status, refused.body.errors.map(({ pointer }) => pointer)]).toEqual([422, ["/passkey"]]);
  });
});
