import type { IdentityProvider } from "../../../domain/ports/identity-provider.ts";
import { createOpenIdProvider, type ClientOptions } from "../open-id/open-id-provider.ts";

export interface GoogleOptions extends ClientOptions {
  /** https://accounts.google.com, but in tests. */
  issuer: string;
}

/** Google keeps to the standard, `email_verified` included. */
export function createGoogleProvider(options: GoogleOptions): IdentityProvider {
  return createOpenIdProvider({ name: "Google", ...options });
}
