import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import pg from "pg";
import { createArgon2PasswordHasher } from "../../src/adapters/password-hasher/argon2/argon2-password-hasher.ts";
import { systemClock } from "../../src/main/system-clock.ts";
import { createDatabase } from "../../src/domain/shared/database.ts";
import { createSealer } from "../../src/domain/shared/sealer.ts";
import { newId } from "../../src/domain/shared/ids.ts";
import { PLAIN_COOKIES } from "../../src/http/session-cookies.ts";
import { createApp } from "../../src/rest/app.ts";
import { runHttpLoad, type HttpRequest, type StatementLoad } from "./load.ts";
import { SILENT_LOG } from "./organisation.ts";
import { unlimited } from "./unlimited.ts";

type Captured = Pick<StatementLoad, "statement" | "values">;

const CALLERS = 4;

/**
 * The calls of one SQL function that the server would make for these requests: the whole app answers them, but on
 * connections that keep these statements to themselves and say that it is done.
 */
export async function captureStatements(
  connectionString: string,
  functionName: string,
  requests: HttpRequest[],
): Promise<Captured> {
  const pool = new pg.Pool({ connectionString });
  const captured: pg.QueryConfig[] = [];
  const query = pool.query.bind(pool) as (config: pg.QueryConfig) => Promise<unknown>;
  const listen = (config: pg.QueryConfig) => {
    if (config.name !== functionName) return query(config);
    captured.push(config);
    return Promise.resolve({ rows: [{ result: { outcome: "done" } }] });
  };
  const app = createApp({
    db: createDatabase(Object.assign(pool, { query: listen })),
    clock: systemClock,
    ids: newId,
    log: SILENT_LOG,
    sealer: createSealer("bench"),
    passwordHasher: createArgon2PasswordHasher(),
    signUp: "open",
    identityProviders: new Map(),
    pushOffer: { kinds: new Set(), applicationServerKey: null },
    limits: unlimited(),
    relyingParty: { id: "localhost", name: "bench", origins: [] },
    isDraining: () => false,
    integrationStates: () => ({}),
    tellOfWork: () => undefined,
    bodyLimitBytes: 262_144,
    trustProxy: null,
    appUrl: "",
    allowsPlainHttp: false,
    publicUrl: "",
    receivers: new Map(),
    installationSecrets: new Map(),
    appOrigins: new Set(),
    isSecure: false,
    cookies: PLAIN_COOKIES,
  });
  const server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await runHttpLoad({ origin, connections: CALLERS, requests });
  server.close();
  await pool.end();
  return {
    statement: { name: functionName, text: captured[0]!.text },
    values: captured.map(({ values }) => values as unknown[]),
  };
}
