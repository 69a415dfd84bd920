/** Who somebody is to a provider that he has logged in with. */
export interface ProvenIdentity {
  /** The provider's own name for itself. A subject means something together with it alone (OpenID Connect Core 2). */
  issuer: string;
  /** Names this person for ever, and nobody else. */
  subject: string;
  /** Lower case; null when the provider tells none. */
  email: string | null;
  /** Whether the provider has seen that the address is his. Where it is false, anybody may have written anything there. */
  isEmailVerified: boolean;
  name: string | null;
}

/** What ties a flow to the one who began it. Each is chance, made for one flow and used in no other. */
export interface FlowSecrets {
  /** Comes back with the browser (RFC 6749 10.12). */
  state: string;
  /** Comes back in the ID token (OpenID Connect Core 3.1.2.1). */
  nonce: string;
  /** Only whoever knows it can use the code (RFC 7636); 43 characters or more. */
  codeVerifier: string;
}

/** What the browser brought back. */
export interface ProviderAnswer {
  code: string;
  state: string;
  /** Who gave the code (RFC 9207), where the provider says so. */
  iss?: string;
}

/** A house that people have accounts with, and that tells us who they are. */
export interface IdentityProvider {
  /** As people know it: Google. */
  name: string;
  /** Where to send the browser. It comes back to the redirect URI that the provider was made with. @throws IdentityProviderError */
  authorisationUrl(secrets: FlowSecrets): Promise<string>;
  /** Uses the code up. @throws IdentityProviderError */
  identify(answer: ProviderAnswer, secrets: FlowSecrets): Promise<ProvenIdentity>;
}

/**
 * Why nobody was identified. `refused`: the code was wrong, was used before, or belongs to another flow, or the answer to it
 * proves nothing. `unavailable`: the provider does not answer, or not as it should; `misconfigured`: it does not know us.
 */
export type IdentityProviderFailure = "refused" | "unavailable" | "misconfigured";

export class IdentityProviderError extends Error {
  readonly failure: IdentityProviderFailure;

  /** @param reason for the log: names no person, and repeats nothing that is secret */
  constructor(failure: IdentityProviderFailure, reason: string, cause?: unknown) {
    super(reason, { cause });
    this.name = "IdentityProviderError";
    this.failure = failure;
  }
}

/** Those that are configured, by the word that stands for each in addresses: `google`. */
export type IdentityProviders = ReadonlyMap<string, IdentityProvider>;
