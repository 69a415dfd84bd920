import type { Values } from "./variables.ts";

interface Client {
  clientId: string;
  clientSecret: string;
}

/** Null: people cannot log in with this one. */
export interface IdentityProviderSettings {
  /** Each provider's word goes after it. Null: that of the app. */
  callbackUrl: string | null;
  google: (Client & { issuer: string }) | null;
  microsoft: (Client & { baseUrl: string; tenant: string }) | null;
  github: (Client & { baseUrl: string; apiUrl: string }) | null;
  openid: (Client & { issuer: string; name: string }) | null;
}

/** What takes each other: with one of a row, all of it. */
export const IDENTITY_PROVIDERS_TOGETHER = [
  ["GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET"],
  ["MICROSOFT_CLIENT_ID", "MICROSOFT_CLIENT_SECRET"],
  ["GITHUB_CLIENT_ID", "GITHUB_CLIENT_SECRET"],
  ["OPENID_ISSUER", "OPENID_CLIENT_ID", "OPENID_CLIENT_SECRET"],
] as const;

export function toIdentityProviderSettings(values: Values): IdentityProviderSettings {
  const google = toClient(values.GOOGLE_CLIENT_ID, values.GOOGLE_CLIENT_SECRET);
  const microsoft = toClient(values.MICROSOFT_CLIENT_ID, values.MICROSOFT_CLIENT_SECRET);
  const github = toClient(values.GITHUB_CLIENT_ID, values.GITHUB_CLIENT_SECRET);
  const openid = toClient(values.OPENID_CLIENT_ID, values.OPENID_CLIENT_SECRET);
  return {
    callbackUrl: values.SOCIAL_CALLBACK_URL,
    google: google && { ...google, issuer: values.GOOGLE_ISSUER },
    microsoft: microsoft && {
      ...microsoft,
      baseUrl: withoutSlash(values.MICROSOFT_BASE_URL),
      tenant: values.MICROSOFT_TENANT,
    },
    github: github && {
      ...github,
      baseUrl: withoutSlash(values.GITHUB_BASE_URL),
      apiUrl: withoutSlash(values.GITHUB_API_URL),
    },
    openid: openid && { ...openid, issuer: values.OPENID_ISSUER!, name: values.OPENID_NAME ?? "OpenID" },
  };
}

function toClient(clientId: string | null, clientSecret: string | null): Client | null {
  return clientId === null || clientSecret === null ? null : { clientId, clientSecret };
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, "");
}
