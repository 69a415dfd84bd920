import { createHmac, sign, createPrivateKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import jwt from "jsonwebtoken";
import { newKeyPair, toPublicKey, type PublicJwk } from "../../../src/domain/access/signing-key.ts";
import { newId } from "../../../src/domain/shared/ids.ts";
import { TEST_SEALER } from "../../support/rest-app.ts";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";

/** RFC 8725: what a JWT says of itself decides nothing. */

let world: RestWorld;
let genuine: string;
let claims: jwt.JwtPayload;
let kid: string;
let privateKey: KeyObject;
let publicJwk: PublicJwk;

beforeAll(async () => {
  world = await createRestWorld();
  genuine = (await world.logIn()).accessToken;
  const { header, payload } = jwt.decode(genuine, { complete: true })!;
  claims = payload as jwt.JwtPayload;
  kid = header.kid!;
  const [row] = await world.sql<{ private_key: string; public_jwk: PublicJwk }>(
    "SELECT private_key, public_jwk FROM signing_key WHERE kid = $1",
    [kid],
  );
  privateKey = createPrivateKey(TEST_SEALER.open(row!.private_key, "signing keys")!);
  publicJwk = row!.public_jwk;
});

afterAll(() => world.close());

const call = (key: string) => world.call("GET", "/v1/me", { key });
const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** A token that is right in all but what is given. */
function forged(other: { claims?: object; header?: object; without?: string; key?: KeyObject } = {}): string {
  const all = Object.entries({ ...claims, ...other.claims });
  const payload = Object.fromEntries(all.filter(([name]) => name !== other.without));
  const header = { alg: "ES256", typ: "at+jwt", kid, ...other.header };
  return signed(`${base64(header)}.${base64(payload)}`, other.key);
}

function signed(text: string, key = privateKey): string {
  return `${text}.${sign("sha256", Buffer.from(text), { key, dsaEncoding: "ieee-p1363" }).toString("base64url")}`;
}

function unsigned(alg: string): string {
  return `${base64({ alg, typ: "at+jwt", kid })}.${base64(claims)}.`;
}

function signedByPublicKey(secret: string, header: object = {}): string {
  const text = `${base64({ alg: "HS256", typ: "at+jwt", kid, ...header })}.${base64(claims)}`;
  return `${text}.${createHmac("sha256", secret).update(text).digest("base64url")}`;
}

test("says whom it stands for, and is one of RFC 9068", async () => {
  const { header } = jwt.decode(genuine, { complete: true })!;
  expect(header).toEqual({ alg: "ES256", typ: "at+jwt", kid });
  expect(claims).toEqual({
    iss: "holdfast",
    aud: "holdfast-api",
    sub: expect.stringMatching(/^usr_/),
    org: world.clinic.organisationId,
    mem: world.clinic.owner.memberId,
    sid: expect.stringMatching(/^dev_/),
    jti: expect.any(String),
    iat: world.clock.now().getTime() / 1000,
    exp: world.clock.now().getTime() / 1000 + 900,
  });
  expect((await call(forged())).status).toBe(200);
});

const elsewhere = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
const now = () => Math.floor(world.clock.now().getTime() / 1000);

describe.each<[string, () => string]>([
  ["alg none", () => unsigned("none")],
  ["alg None", () => unsigned("None")],
  ["alg none in another letter case, with the genuine signature", () => unsigned("nOnE") + genuine.split(".")[2]!],
  ["alg ES256 and no signature", () => unsigned("ES256")],
  ["HS256 by the public key as PEM", () => signedByPublicKey(pem())],
  ["HS256 by the public key as JWK", () => signedByPublicKey(JSON.stringify(publicJwk))],
  ["an HMAC under alg ES256", () => signedByPublicKey(pem(), { alg: "ES256" })],
  ["another key under our kid", () => forged({ key: elsewhere })],
  ["a kid that is none of ours", () => forged({ key: elsewhere, header: { kid: newKeyPair().publicJwk.kid } })],
  ["a kid that is a path", () => forged({ header: { kid: "../../dev/null" } })],
  ["a kid that is SQL", () => forged({ header: { kid: "' OR '1'='1" } })],
  ["no kid", () => forged({ header: { kid: undefined } })],
  ["a key of its own in the header", () => forged({ key: elsewhere, header: { jwk: publicJwk } })],
  ["an address of keys in the header", () => forged({ header: { jku: "https://example.com/jwks.json" } })],
  ["a critical extension", () => forged({ header: { crit: ["b64"], b64: false } })],
  ["typ JWT", () => forged({ header: { typ: "JWT" } })],
  ["no typ", () => forged({ header: { typ: undefined } })],
  ["another issuer", () => forged({ claims: { iss: "https://example.com" } })],
  ["no issuer", () => forged({ without: "iss" })],
  ["another audience", () => forged({ claims: { aud: "somebody-else" } })],
  ["several audiences", () => forged({ claims: { aud: ["holdfast-api", "somebody-else"] } })],
  ["no audience", () => forged({ without: "aud" })],
  ["no expiry", () => forged({ without: "exp" })],
  ["no time of issue", () => forged({ without: "iat" })],
  ["a time of issue to come", () => forged({ claims: { iat: now() + 3600, exp: now() + 4500 } })],
  ["a time before which it is not valid", () => forged({ claims: { nbf: now() + 60 } })],
  ["a session that never was", () => forged({ claims: { sid: newId("session") } })],
  ["another member", () => forged({ claims: { mem: world.clinic.admin.memberId } })],
  ["another organisation", () => forged({ claims: { org: world.stranger.organisationId } })],
  ["another user", () => forged({ claims: { sub: newId("user") } })],
  ["a session that is no text", () => forged({ claims: { sid: 1 } })],
  [
    "a bit of the signature turned",
    () => genuine.slice(0, -10) + (genuine.at(-10) === "A" ? "B" : "A") + genuine.slice(-9),
  ],
  [
    "a payload of its own",
    () => [genuine.split(".")[0], base64({ ...claims, role: "owner" }), genuine.split(".")[2]].join("."),
  ],
  ["two parts", () => genuine.split(".").slice(0, 2).join(".")],
  ["more parts", () => `${genuine}.x`],
  ["a payload that is no JSON, signed by us", () => signed(`${genuine.split(".")[0]}.bm9uZQ`)],
  ["a payload that is a list, signed by us", () => signed(`${genuine.split(".")[0]}.W10`)],
  ["a signature in ASN.1", () => asn1Signed(genuine.split(".").slice(0, 2).join("."))],
  ["no JSON", () => "a.b.c"],
])("with %s", (_, token) => {
  test("it is 401, over REST and over GraphQL", async () => {
    const { status, body, headers } = await call(token());
    expect([status, body.code]).toEqual([401, "unauthenticated"]);
    expect(headers["www-authenticate"]).toBe('Bearer realm="holdfast"');
    const asked = await world.call("POST", "/graphql", { key: token(), body: { query: "{ viewer { scopes } }" } });
    expect(JSON.parse(asked.text)).toMatchObject({ errors: [{ extensions: { code: "unauthenticated" } }] });
  });
});

function asn1Signed(text: string): string {
  return `${text}.${sign("sha256", Buffer.from(text), privateKey).toString("base64url")}`;
}

function pem(): string {
  return toPublicKey(publicJwk).export({ format: "pem", type: "spki" }).toString();
}

test("expired, it is 401 token_expired, also when it was in memory", async () => {
  const token = forged({ claims: { iat: now() - 900 + 1, exp: now() + 1 } });
  expect((await call(token)).status).toBe(200);
  world.clock.advance(1000);
  for (const key of [token, forged({ claims: { iat: now() - 900, exp: now() } })])
    expect((await call(key)).body.code).toBe("token_expired");
});

test("it holds for 15 minutes, whatever it says", async () => {
  const token = forged({ claims: { iat: now() - 901, exp: now() + 3600 } });
  expect((await call(token)).body.code).toBe("token_expired");
});

test("a token goes over GraphQL as over REST", async () => {
  const { accessToken } = await world.logIn();
  const { text } = await world.call("POST", "/graphql", {
    key: accessToken,
    body: { query: "{ viewer { member { id } } }" },
  });
  expect(JSON.parse(text)).toMatchObject({ data: { viewer: { member: { id: world.clinic.owner.memberId } } } });
});

test("no token, password or refresh token stands in a log line", async () => {
  const { accessToken, refreshToken } = await world.logIn();
  await call(accessToken);
  await call(forged({ key: elsewhere }));
  const { email, password } = world.clinic.ownerLogIn;
  await world.call("POST", "/v1/auth/log-in", { key: null, body: { email, password: `${password}!` } });
  await world.call("POST", "/v1/auth/refresh", { key: null, body: { refreshToken } });
  const lines = JSON.stringify(world.app.logged);
  expect(lines).toContain("/v1/auth/refresh");
  for (const secret of [accessToken.split(".")[2]!, refreshToken, password, email]) expect(lines).not.toContain(secret);
});
