import type { LocalPerson } from "../../../src/adapters/identity-provider/local/local-provider.ts";
import type { Answer, RestApp } from "../rest-app.ts";
import { answerOf } from "./browser.ts";

/** Who comes by the local provider; a name and a proven address where it is not said otherwise. */
export type Person = Pick<LocalPerson, "email"> & Partial<LocalPerson>;

/** Begins a log-in, says who it is, and comes back. @returns what the app posts to finish it */
export async function comeBack(app: RestApp, person: Person, start: object = {}): Promise<object> {
  const started = await app.call("POST", "/v1/auth/social/local/start", { body: start });
  return backFrom(app, started, person);
}

/** The same for somebody who has logged in, to link an identity. */
export async function comeBackToLink(app: RestApp, person: Person, key: string, start: object = {}): Promise<object> {
  const started = await app.call("POST", "/v1/me/identities/local/start", { key, body: start });
  return backFrom(app, started, person);
}

function backFrom({ localProvider }: RestApp, { status, body, text }: Answer, person: Person): object {
  if (status !== 200) throw new Error(`Not begun: ${text}`);
  const { searchParams } = new URL(body.authorisationUrl);
  const back = localProvider.consent(searchParams, { name: "Ada Lovelace", isEmailVerified: true, ...person });
  return { ...answerOf(new URL(back!)), flowToken: body.flowToken };
}
