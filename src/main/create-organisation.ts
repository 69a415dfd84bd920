import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { pino } from "pino";
import { createArgon2PasswordHasher } from "../adapters/password-hasher/argon2/argon2-password-hasher.ts";
import { createApiKey } from "../domain/access/create-api-key.ts";
import { createOrganisation } from "../domain/identity/create-organisation.ts";
import { createDatabase } from "../domain/shared/database.ts";
import { newId } from "../domain/shared/ids.ts";
import { isTimeZone } from "../domain/shared/time-zone.ts";
import { loadEnvFile, parseConfig } from "./config.ts";
import { consoleContext } from "./console-context.ts";
import { openDatabase } from "./open-database.ts";
import { StartError } from "./start-error.ts";
import { systemClock } from "./system-clock.ts";

const USAGE = `Makes a live organisation with its owner, and prints its keys: they are shown this once.

  npm run create-organisation -- --name "Acme" --owner-name "Ada Byron" --owner-email ada@acme.example --time-zone Europe/Berlin

With --test-of <organisation id> it makes a test organisation beside a live one. The password is that of a new owner;
somebody who is known by this address keeps his.`;

/** The first organisation of a server of one's own, where there is no demo. */
async function main(): Promise<void> {
  const input = readArguments();
  loadEnvFile();
  const config = parseConfig(process.env);
  const log = pino({ level: "warn" }, process.stderr);
  const opened = await openDatabase(config, log);
  try {
    const db = createDatabase(opened.pool);
    const password = randomBytes(12).toString("base64url");
    const { owner, ...organisation } = input;
    const { organisationId, ownerMemberId } = await createOrganisation(
      { db, clock: systemClock, ids: newId, passwordHasher: createArgon2PasswordHasher() },
      { ...organisation, owner: { ...owner, password, locale: "en" } },
    );
    const ctx = consoleContext({ db, log }, { organisationId, id: ownerMemberId });
    const { secret: apiKey } = await createApiKey(ctx, { name: "First back end", kind: "secret" });
    const { secret: publishableKey } = await createApiKey(ctx, { name: "First web page", kind: "publishable" });
    const made = { organisationId, ownerMemberId, ownerEmail: owner.email, ownerPassword: password };
    process.stdout.write(`${JSON.stringify({ ...made, apiKey, publishableKey }, null, 2)}\n`);
  } finally {
    await opened.close();
  }
}

function readArguments() {
  const { values } = parseArgs({
    options: {
      name: { type: "string" },
      "owner-name": { type: "string" },
      "owner-email": { type: "string" },
      "time-zone": { type: "string" },
      "test-of": { type: "string" },
    },
  });
  const { name, "owner-name": ownerName, "owner-email": email, "time-zone": timeZone } = values;
  if (!name || !ownerName || !email?.includes("@") || !timeZone) throw new StartError(USAGE);
  if (!isTimeZone(timeZone)) throw new StartError(`${timeZone} is not an IANA time zone.`);
  const liveOrganisationId = values["test-of"];
  const mode = liveOrganisationId === undefined ? ("live" as const) : ("test" as const);
  return { name, mode, liveOrganisationId, owner: { name: ownerName, email, timeZone } };
}

main().catch((error: unknown) => {
  const isExpected = error instanceof StartError || (error as Error).name === "TypeError";
  process.stderr.write(`${isExpected ? (error as Error).message : (error as Error).stack}\n`);
  process.exit(1);
});
