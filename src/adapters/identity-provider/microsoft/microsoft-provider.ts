import type { IDToken } from "openid-client";
import {
  IdentityProviderError,
  type IdentityProvider,
  type ProvenIdentity,
} from "../../../domain/ports/identity-provider.ts";
import {
  createOpenIdProvider,
  toStandardIdentity,
  toSubject,
  type ClientOptions,
} from "../open-id/open-id-provider.ts";

export interface MicrosoftOptions extends ClientOptions {
  /** https://login.microsoftonline.com, but in tests and in national clouds. */
  baseUrl: string;
  /** Whose accounts get in: `common`, `organizations`, `consumers`, or one tenant's identifier. */
  tenant: string;
}

/** Microsoft Entra ID, version 2.0, with personal accounts where the tenant lets them in. */
export function createMicrosoftProvider({ baseUrl, tenant, ...options }: MicrosoftOptions): IdentityProvider {
  return createOpenIdProvider({ name: "Microsoft", issuer: `${baseUrl}/${tenant}/v2.0`, toIdentity, ...options });
}

/**
 * `tid` and `oid` together are the one name that lasts. The e-mail address is what the tenant's administrator has typed,
 * whosever it is: whoever takes it for verified lets strangers into other people's accounts (known as nOAuth).
 */
function toIdentity(claims: IDToken): ProvenIdentity {
  const { tid, oid } = claims;
  if (typeof tid !== "string" || typeof oid !== "string")
    throw new IdentityProviderError("refused", "its ID token has no tid and oid");
  return { ...toStandardIdentity(claims), subject: toSubject(`${tid}.${oid}`), isEmailVerified: false };
}
