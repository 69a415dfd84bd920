import * as client from "openid-client";
import {
  IdentityProviderError,
  type IdentityProvider,
  type ProvenIdentity,
} from "../../../domain/ports/identity-provider.ts";
import {
  allowPlain,
  isPlain,
  redeem,
  toAuthorisationUrl,
  toEmail,
  toName,
  type ClientOptions,
} from "../open-id/open-id-provider.ts";
import type { ProviderFetch } from "../open-id/provider-fetch.ts";

export interface GitHubOptions extends ClientOptions {
  /** https://github.com, or that of a GitHub Enterprise Server. */
  baseUrl: string;
  /** https://api.github.com, or that of a GitHub Enterprise Server, which ends in /api/v3. */
  apiUrl: string;
}

/** The profile, and the e-mail addresses with what GitHub knows of them. */
const SCOPE = "read:user user:email";

/** GitHub has OAuth 2 with PKCE and no ID token: who it is says its own interface, to the bearer of the token. */
export function createGitHubProvider(options: GitHubOptions): IdentityProvider {
  const configuration = toConfiguration(options);
  return {
    name: "GitHub",
    authorisationUrl: (secrets) => toAuthorisationUrl(configuration, options, secrets, { scope: SCOPE }),
    async identify(answer, secrets) {
      const { access_token } = await redeem(configuration, options, answer, secrets, {});
      return readIdentity(options, access_token);
    },
  };
}

function toConfiguration({ baseUrl, clientId, clientSecret, fetch }: GitHubOptions): client.Configuration {
  const server = {
    // What GitHub sends as `iss`, since it has begun to (RFC 9207).
    issuer: issuerOf(baseUrl),
    authorization_endpoint: `${baseUrl}/login/oauth/authorize`,
    token_endpoint: `${baseUrl}/login/oauth/access_token`,
  };
  const configuration = new client.Configuration(server, clientId, {}, client.ClientSecretPost(clientSecret));
  configuration[client.customFetch] = withHonestStatus(fetch);
  if (isPlain(new URL(baseUrl))) allowPlain(configuration);
  return configuration;
}

function issuerOf(baseUrl: string): string {
  return `${baseUrl}/login/oauth`;
}

/** GitHub refuses a code by an answer of 200 with an error in it, which RFC 6749 5.2 says is a 400. */
function withHonestStatus(fetch: ProviderFetch): client.CustomFetch {
  return async (url, init) => {
    const response = await fetch(url, init);
    const answer: unknown = await response
      .clone()
      .json()
      .catch(() => null);
    const isError = response.ok && typeof answer === "object" && answer !== null && "error" in answer;
    return isError ? new Response(response.body, { status: 400, headers: response.headers }) : response;
  };
}

async function readIdentity(options: GitHubOptions, token: string): Promise<ProvenIdentity> {
  const [user, emails] = await Promise.all([readApi(options, "/user", token), readApi(options, "/user/emails", token)]);
  const { id, name, login } = (user ?? {}) as Record<string, unknown>;
  if (!Number.isSafeInteger(id)) throw unexpected("it tells no number of the user");
  const { email, verified } = primaryOf(emails);
  return {
    issuer: issuerOf(options.baseUrl),
    subject: String(id),
    email: toEmail(email),
    isEmailVerified: verified === true,
    name: toName(name) ?? toName(login),
  };
}

/** The address that he has made his first one. What `/user` shows in public may be another, and says nothing of its proof. */
function primaryOf(emails: unknown): { email?: unknown; verified?: unknown } {
  if (!Array.isArray(emails)) throw unexpected("it tells no list of addresses");
  const list = emails as { email?: unknown; primary?: unknown; verified?: unknown }[];
  return list.find(({ primary }) => primary === true) ?? {};
}

async function readApi({ apiUrl, fetch }: GitHubOptions, path: string, token: string): Promise<unknown> {
  const headers = {
    Accept: "application/vnd.github+json",
    Authorization: `Bearer ${token}`,
    "User-Agent": "Holdfast",
    "X-GitHub-Api-Version": "2022-11-28",
  };
  const response = await fetch(apiUrl + path, { method: "GET", headers, body: null, redirect: "manual" });
  if (!response.ok) throw unexpected(`it answered ${response.status} to ${path}`);
  return response.json().catch(() => {
    throw unexpected(`its answer to ${path} is no JSON`);
  });
}

function unexpected(reason: string): IdentityProviderError {
  return new IdentityProviderError("unavailable", reason);
}
