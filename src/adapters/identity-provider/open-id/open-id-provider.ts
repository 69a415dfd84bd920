import * as client from "openid-client";
import {
  IdentityProviderError,
  type FlowSecrets,
  type IdentityProvider,
  type ProvenIdentity,
  type ProviderAnswer,
} from "../../../domain/ports/identity-provider.ts";
import { loadDaily } from "./load-daily.ts";
import type { ProviderFetch } from "./provider-fetch.ts";
import { toProviderError } from "./to-provider-error.ts";

/** What a provider knows us by. */
export interface ClientOptions {
  clientId: string;
  clientSecret: string;
  /** Where the browser comes back to. Without a query, and exactly as the provider was told. */
  redirectUri: string;
  fetch: ProviderFetch;
  clock: { now(): Date };
}

export interface OpenIdOptions extends ClientOptions {
  name: string;
  /** Its discovery document lies under it. By https, but for a loopback host. */
  issuer: string;
  /** What the claims say of the person, where it is not what the standard says. */
  toIdentity?: (claims: client.IDToken) => ProvenIdentity;
}

/** Of the ID token, all that we ask for. */
const SCOPE = "openid email profile";

const LONGEST_NAME = 200;

/**
 * A provider of OpenID Connect: the authorization code flow with PKCE, state and nonce (OpenID Connect Core 3.1, RFC 9700 2.1). The ID token's
 * signature is checked by the provider's keys although it comes over TLS: the transport alone is no proof to keep.
 */
export function createOpenIdProvider(options: OpenIdOptions): IdentityProvider {
  const { name, clock, toIdentity = toStandardIdentity } = options;
  const configuration = loadDaily(clock, () => discover(options));
  return {
    name,
    authorisationUrl: async (secrets) =>
      toAuthorisationUrl(await configuration(), options, secrets, { scope: SCOPE, nonce: secrets.nonce }),
    async identify(answer, secrets) {
      const { nonce: expectedNonce } = secrets;
      const tokens = await redeem(await configuration(), options, answer, secrets, { expectedNonce });
      return toIdentity(tokens.claims()!);
    },
  };
}

async function discover({ issuer, clientId, clientSecret, fetch }: OpenIdOptions): Promise<client.Configuration> {
  const url = new URL(issuer);
  const execute = [client.enableNonRepudiationChecks, ...(isPlain(url) ? [allowPlain] : [])];
  try {
    return await client.discovery(url, clientId, {}, authenticateBy(clientSecret), {
      [client.customFetch]: fetch,
      execute,
    });
  } catch (error) {
    throw toDiscoveryError(error);
  }
}

/** Whatever is wrong with it, nobody who logs in is at fault. */
function toDiscoveryError(error: unknown): unknown {
  const known = toProviderError(error);
  return known instanceof IdentityProviderError && known.failure === "refused"
    ? new IdentityProviderError("misconfigured", `its discovery document is no good: ${known.message}`, error)
    : known;
}

/** Without TLS. The configuration takes that for a loopback host alone. */
export function isPlain({ protocol }: URL): boolean {
  return protocol === "http:";
}

// eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so to stand out, and used where its note says
export const allowPlain: (configuration: client.Configuration) => void = client.allowInsecureRequests;

/** In the body where the provider says that it takes it there, else as every provider has to (RFC 6749 2.3.1). */
function authenticateBy(clientSecret: string): client.ClientAuth {
  const [post, basic] = [client.ClientSecretPost(clientSecret), client.ClientSecretBasic(clientSecret)];
  return (server, ...rest) => {
    const inBody = server.token_endpoint_auth_methods_supported?.includes("client_secret_post") === true;
    (inBody ? post : basic)(server, ...rest);
  };
}

export async function toAuthorisationUrl(
  configuration: client.Configuration,
  { redirectUri }: ClientOptions,
  { state, codeVerifier }: FlowSecrets,
  more: Record<string, string>,
): Promise<string> {
  const challenge = await client.calculatePKCECodeChallenge(codeVerifier);
  const pkce = { code_challenge: challenge, code_challenge_method: "S256" };
  try {
    return client.buildAuthorizationUrl(configuration, { redirect_uri: redirectUri, state, ...pkce, ...more }).href;
  } catch (error) {
    throw new IdentityProviderError("misconfigured", "its authorisation endpoint is no good", error);
  }
}

/** Exchanges the code for tokens, and checks all that the standards ask to be checked. @throws IdentityProviderError */
export async function redeem(
  configuration: client.Configuration,
  { redirectUri }: ClientOptions,
  { code, state, iss }: ProviderAnswer,
  { state: expectedState, codeVerifier: pkceCodeVerifier }: FlowSecrets,
  checks: client.AuthorizationCodeGrantChecks,
) {
  const url = new URL(redirectUri);
  url.search = new URLSearchParams({ code, state, ...(iss === undefined ? {} : { iss }) }).toString();
  try {
    return await client.authorizationCodeGrant(configuration, url, { expectedState, pkceCodeVerifier, ...checks });
  } catch (error) {
    throw toProviderError(error);
  }
}

/** OpenID Connect Core 5.1. @throws IdentityProviderError */
export function toStandardIdentity(claims: client.IDToken): ProvenIdentity {
  return {
    issuer: claims.iss,
    subject: toSubject(claims.sub),
    email: toEmail(claims.email),
    isEmailVerified: claims.email_verified === true,
    name: toName(claims.name),
  };
}

/** At most 255 characters of ASCII (OpenID Connect Core 2). @throws IdentityProviderError */
export function toSubject(claim: string): string {
  if (/^[\x20-\x7e]{1,255}$/.test(claim)) return claim;
  throw new IdentityProviderError("refused", "the subject is too long, or has characters that none may have");
}

export function toEmail(claim: unknown): string | null {
  const isAddress = typeof claim === "string" && claim.length <= 254 && /^[^\s@\0]+@[^\s@\0]+$/.test(claim);
  return isAddress ? claim.toLowerCase() : null;
}

export function toName(claim: unknown): string | null {
  if (typeof claim !== "string") return null;
  const line = claim
    .replace(/\p{Cc}/gu, " ")
    .trim()
    .slice(0, LONGEST_NAME);
  return line === "" ? null : line.toWellFormed();
}
