import { generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { CLIENT } from "./emulated.ts";

/** A provider that lies as it is told to. Its keys and its discovery document are in order; its answers to a code need not be. */
export interface HostileProvider {
  issuer: string;
  /** What the next answers to a code are. */
  answerBy: (answer: (response: ServerResponse, issuer: string) => void) => void;
  /** What the discovery document says besides. */
  discovery: Record<string, unknown>;
  close: () => Promise<void>;
}

const ours = generateKeyPairSync("ec", { namedCurve: "P-256" });
const somebodys = generateKeyPairSync("ec", { namedCurve: "P-256" });
const KID = "1";

export async function startHostileProvider(): Promise<HostileProvider> {
  let answer: (response: ServerResponse, issuer: string) => void = (response) => response.destroy();
  const server = createServer((request, response) => {
    if (request.url === "/.well-known/openid-configuration")
      sendJson(response, 200, { ...documentOf(issuer), ...provider.discovery });
    else if (request.url === "/keys") sendJson(response, 200, keySet());
    else answer(response, issuer);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider: HostileProvider = {
    issuer,
    answerBy: (next) => (answer = next),
    discovery: {},
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return provider;
}

function documentOf(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorise`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    // `none` and HS256 as a hostile document would have them.
    id_token_signing_alg_values_supported: ["ES256", "HS256", "none"],
  };
}

/** What `signedBy` the provider is checked by. */
export function keySet(): object {
  return { keys: [{ ...ours.publicKey.export({ format: "jwk" }), kid: KID, use: "sig", alg: "ES256" }] };
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
}

/** A token answer with this ID token. */
export function tokenAnswer(idToken: string | undefined): object {
  return { access_token: randomBytes(16).toString("hex"), token_type: "Bearer", expires_in: 300, id_token: idToken };
}

/** The claims that a good ID token has; an undefined one is left out. */
export function goodClaims(issuer: string, nonce: string): Record<string, unknown> {
  const now = Math.floor(Date.now() / 1_000);
  const person = { sub: "1234", email: "Ada@Example.com", email_verified: true, name: "Ada Lovelace" };
  return { iss: issuer, aud: CLIENT.clientId, iat: now, exp: now + 300, nonce, ...person };
}

export function signedBy(signer: "provider" | "somebody", claims: object, header: object = {}): string {
  const text = unsigned(claims, { alg: "ES256", kid: KID, ...header });
  const { privateKey: key } = signer === "provider" ? ours : somebodys;
  return `${text}.${sign("sha256", Buffer.from(text), { key, dsaEncoding: "ieee-p1363" }).toString("base64url")}`;
}

/** Header and payload, without the last dot. */
export function unsigned(claims: object, header: object): string {
  return [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
}
