import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { jest } from "@jest/globals";
import Provider, { type Configuration } from "oidc-provider";
import type { ChooseForm } from "./browser.ts";
import { CLIENT } from "./emulated.ts";

export interface OpenIdServer {
  issuer: string;
  close: () => Promise<void>;
}

export interface OpenIdPerson {
  name: string;
  email: string;
  isEmailVerified: boolean;
}

/** A certified provider of OpenID Connect, whose log-in page takes anybody for whom he says he is. */
export async function startOpenIdServer(
  people: Record<string, OpenIdPerson>,
  redirectUri: string,
  more: Configuration = {},
): Promise<OpenIdServer> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // It warns of each thing that is fit for a test alone.
  const warnings = jest.spyOn(console, "warn").mockImplementation(() => undefined);
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: [redirectUri] }],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    conformIdTokenClaims: false,
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    cookies: { keys: ["a key of the tests"] },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...claimsOf(people[id]!) }) }),
    ...more,
  });
  warnings.mockRestore();
  server.on("request", provider.callback() as never);
  return {
    issuer,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function claimsOf({ name, email, isEmailVerified }: OpenIdPerson) {
  return { name, email, email_verified: isEmailVerified };
}

/** Logs in as this account, then consents. */
export function logInAs(accountId: string): ChooseForm {
  return ([form]) => form && { ...form, fields: { ...form.fields, login: accountId, password: "any" } };
}
