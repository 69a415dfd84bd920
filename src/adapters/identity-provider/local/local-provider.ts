import { hash, randomBytes } from "node:crypto";
import {
  IdentityProviderError,
  type IdentityProvider,
  type ProvenIdentity,
} from "../../../domain/ports/identity-provider.ts";

/** A provider that takes anybody's word for who he is, for developers alone. */
export interface LocalProvider extends IdentityProvider {
  /** Says yes to an authorisation URL's query in somebody's name. @returns where the browser goes on to; null when nobody asked us */
  consent(query: URLSearchParams, person: LocalPerson): string | null;
}

export interface LocalPerson {
  email: string;
  name: string | null;
  isEmailVerified: boolean;
}

export interface LocalProviderOptions {
  /** The page that asks who it is; it calls `consent`. */
  pageUrl: string;
  redirectUri: string;
}

interface Granted {
  identity: ProvenIdentity;
  challenge: string;
}

/** The same steps as at the others, with codes that work once and for the right verifier, and no account anywhere. */
export function createLocalProvider({ pageUrl, redirectUri }: LocalProviderOptions): LocalProvider {
  const granted = new Map<string, Granted>();
  return {
    name: "Local",
    authorisationUrl({ state, codeVerifier }) {
      const url = new URL(pageUrl);
      url.search = new URLSearchParams({ state, code_challenge: challengeOf(codeVerifier) }).toString();
      return Promise.resolve(url.href);
    },
    identify({ code }, { codeVerifier }) {
      const found = granted.get(code);
      granted.delete(code);
      if (!found) return Promise.reject(refused("the code is unknown or was used"));
      if (found.challenge !== challengeOf(codeVerifier))
        return Promise.reject(refused("the code belongs to another verifier"));
      return Promise.resolve(found.identity);
    },
    consent(query, person) {
      const [state, challenge] = [query.get("state"), query.get("code_challenge")];
      if (state === null || challenge === null) return null;
      const code = randomBytes(16).toString("base64url");
      granted.set(code, { identity: toIdentity(person), challenge });
      const url = new URL(redirectUri);
      url.search = new URLSearchParams({ code, state }).toString();
      return url.href;
    },
  };
}

function toIdentity({ email, name, isEmailVerified }: LocalPerson): ProvenIdentity {
  const address = email.toLowerCase();
  return { issuer: "local", subject: address, email: address, isEmailVerified, name };
}

/** RFC 7636 4.2. */
function challengeOf(codeVerifier: string): string {
  return hash("sha256", codeVerifier, "base64url");
}

function refused(reason: string): IdentityProviderError {
  return new IdentityProviderError("refused", reason);
}
