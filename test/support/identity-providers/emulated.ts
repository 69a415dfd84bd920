import { createEmulator, type Emulator } from "emulate";
import type { ChooseForm } from "./browser.ts";
import { REDIRECT_URI } from "./redirect-uri.ts";

export const CLIENT = { clientId: "holdfast", clientSecret: "a secret that the provider knows" };

/** The tenant that the stand-in for Microsoft knows. */
export const TENANT = "9188040d-6c67-4c5b-b112-36a304b66dad";

export interface EmulatedPerson {
  email: string;
  name: string;
  /** Google alone can say no. */
  isEmailVerified?: boolean;
}

/** A stand-in for one of the three, with these people and with us as its client. */
export async function startEmulated(
  service: "google" | "microsoft" | "github",
  people: EmulatedPerson[],
  redirectUri = REDIRECT_URI,
): Promise<Emulator> {
  const client = {
    client_id: CLIENT.clientId,
    client_secret: CLIENT.clientSecret,
    name: "Holdfast",
    redirect_uris: [redirectUri],
  };
  const seeds: Record<typeof service, object> = {
    google: {
      users: people.map(({ isEmailVerified, ...rest }) => ({ ...rest, email_verified: isEmailVerified ?? true })),
      oauth_clients: [client],
    },
    microsoft: { users: people, oauth_clients: [client] },
    github: { users: people.map((each) => ({ ...each, login: loginOf(each.email) })), oauth_apps: [client] },
  };
  return createEmulator({
    service,
    port: 0,
    seed: { [service]: seeds[service] },
  });
}

function loginOf(email: string): string {
  return email.split("@")[0]!;
}

/** Says yes in this person's name. */
export function consentAs(email: string): ChooseForm {
  return (forms) => forms.find(({ fields }) => fields.email === email || fields.login === loginOf(email));
}
