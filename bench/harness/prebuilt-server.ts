import { Router, text } from "express";
import { pino } from "pino";
import { createArgon2PasswordHasher } from "../../src/adapters/password-hasher/argon2/argon2-password-hasher.ts";
import { systemClock } from "../../src/main/system-clock.ts";
import { createDatabase } from "../../src/domain/shared/database.ts";
import { createSealer } from "../../src/domain/shared/sealer.ts";
import { newId } from "../../src/domain/shared/ids.ts";
import { parseConfig } from "../../src/main/config.ts";
import { createPool } from "../../src/main/database-pool.ts";
import { listen } from "../../src/main/http-server.ts";
import { ok, writeAnswer } from "../../src/rest/answer.ts";
import { PLAIN_COOKIES } from "../../src/http/session-cookies.ts";
import { createApp, type RestDeps } from "../../src/rest/app.ts";
import { authorise } from "../../src/rest/handle-operation.ts";
import { send } from "../../src/rest/send.ts";
import { unlimited } from "./unlimited.ts";

// The server with one more route: what was PUT to /prebuilt is answered to each GET, with the key checked, the headers
// set and the entity tag made as for availability, but with nothing asked of the database and nothing computed.

const config = parseConfig(process.env);
const log = pino({ level: config.logLevel });
const http = await listen(config.host, config.port);
const pool = createPool(config.databaseUrl!, config, log);
const { bodyLimitBytes, trustProxy } = config;
const deps: RestDeps = {
  db: createDatabase(pool),
  clock: systemClock,
  ids: newId,
  log,
  sealer: createSealer("bench"),
  passwordHasher: createArgon2PasswordHasher(),
  signUp: "open",
  identityProviders: new Map(),
  pushOffer: { kinds: new Set(), applicationServerKey: null },
  limits: unlimited(),
  relyingParty: { id: "localhost", name: "bench", origins: [] },
  isDraining: http.isDraining,
  integrationStates: () => ({}),
  tellOfWork: () => undefined,
  bodyLimitBytes,
  trustProxy,
  appUrl: "",
  allowsPlainHttp: false,
  publicUrl: "",
  receivers: new Map(),
  installationSecrets: new Map(),
  appOrigins: new Set(),
  isSecure: false,
  cookies: PLAIN_COOKIES,
};
http.serve(createApp(deps, { "/prebuilt": prebuilt() }));

process.once("SIGTERM", () => {
  void http
    .drain(config.shutdownTimeoutMs)
    .then(() => pool.end())
    .then(() => process.exit(0));
});

function prebuilt(): Router {
  let body = "";
  const router = Router();
  router.put("/", text({ type: () => true, limit: bodyLimitBytes }), (req, res) => {
    body = req.body as string;
    res.status(204).end();
  });
  router.get("/", authorise(deps, "getAvailability"), (req, res) => {
    send(req, res, writeAnswer(ok(body, { taggedByBody: true })));
  });
  return router;
}
