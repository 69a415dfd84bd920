import jwt from "jsonwebtoken";
import { fieldOf, type Ask } from "../../sending/ask-provider.ts";

/** Of the JSON file that Google Cloud gives for a service account. */
export interface ServiceAccount {
  project_id: string;
  client_email: string;
  private_key: string;
  private_key_id: string;
  /** Where assertions become access tokens. */
  token_uri: string;
}

/** Google gives no token for what we have signed. */
export class GoogleTokenError extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`no access token: HTTP ${status}`);
    this.name = "GoogleTokenError";
    this.status = status;
  }
}

export interface GoogleToken {
  /** @throws GoogleTokenError, and what the network throws */
  current(): Promise<string>;
  forget(): void;
}

const SCOPE = "https://www.googleapis.com/auth/firebase.messaging";
const HOUR_SECONDS = 3_600;

/** A token that has less than this before it is not used any more. */
const SPARE_MS = 5 * 60_000;

/** Access tokens by what a service account signs (RFC 7523 2.1), one for many messages; who asks meanwhile waits for the same. */
export function createGoogleToken(account: ServiceAccount, ask: Ask, clock: { now(): Date }): GoogleToken {
  let kept: { token: Promise<string>; until: number } | null = null;
  const load = async (now: number) => {
    const answer = await ask(account.token_uri, { method: "POST", body: toForm(account, now) });
    const token = fieldOf(answer.body, "access_token");
    if (answer.status !== 200 || typeof token !== "string") throw new GoogleTokenError(answer.status);
    const lifeMs = Number(fieldOf(answer.body, "expires_in") ?? HOUR_SECONDS) * 1_000;
    kept = { token: Promise.resolve(token), until: now + lifeMs - SPARE_MS };
    return token;
  };
  const forget = () => void (kept = null);
  return {
    forget,
    current() {
      const now = clock.now().getTime();
      if (kept === null || kept.until <= now) {
        const token = load(now);
        kept = { token, until: Infinity };
        token.catch(forget);
      }
      return kept.token;
    },
  };
}

function toForm({ client_email, private_key, private_key_id, token_uri }: ServiceAccount, now: number) {
  const iat = Math.floor(now / 1_000);
  const claims = { iss: client_email, scope: SCOPE, aud: token_uri, iat, exp: iat + HOUR_SECONDS };
  const assertion = jwt.sign(claims, private_key, { algorithm: "RS256", keyid: private_key_id });
  return new URLSearchParams({ grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer", assertion });
}
