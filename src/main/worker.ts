import { setTimeout as sleep } from "node:timers/promises";
import { createDatabase } from "../domain/shared/database.ts";
import { newId } from "../domain/shared/ids.ts";
import { createSealer } from "../domain/shared/sealer.ts";
import { createBreakers } from "./breakers.ts";
import { assertSecretGiven, findSecret } from "./find-secret.ts";
import { mailFromOf } from "./mail-from-of.ts";
import { openDatabase } from "./open-database.ts";
import { RECEIVERS } from "./receivers.ts";
import { runProcess } from "./run-process.ts";
import { createSenders } from "./senders.ts";
import { StartError } from "./start-error.ts";
import { startWork } from "./start-work.ts";
import { systemClock } from "./system-clock.ts";
import { createWorkSignal } from "./work-signal.ts";

/** A process that hands events on and does jobs, and serves nobody. Any number of them run beside the servers. */
runProcess(async (config, log) => {
  if (config.databaseUrl === null)
    throw new StartError(
      "A worker needs DATABASE_URL: the embedded database is its server's, which works on jobs itself.",
    );
  assertSecretGiven(config);
  const opened = await openDatabase(config, log);
  const signal = createWorkSignal(opened.pool, opened.connectionString, log);
  const senders = createSenders(config, log, createBreakers(log));
  const publicUrl = config.publicUrl ?? `http://${config.host}:${config.port}`;
  const stopWork = await startWork(
    {
      db: createDatabase(opened.pool),
      clock: systemClock,
      ids: newId,
      log,
      sealer: createSealer(findSecret(config, log)),
      mailer: senders.mailer,
      smsSender: senders.smsSender,
      pushSender: senders.pushSender,
      webhookSender: senders.webhookSender,
      receivers: RECEIVERS,
      appUrl: config.appUrl ?? publicUrl,
      publicUrl,
      mailFrom: mailFromOf(config, publicUrl),
    },
    config,
    signal,
  );
  log.info({ startMs: Math.round(performance.now()) }, "the worker is ready");
  return {
    failed: opened.ended,
    async stop() {
      await Promise.race([stopWork(), sleep(config.shutdownTimeoutMs, undefined, { ref: false })]);
      senders.close();
      await signal.close();
      await opened.close();
    },
  };
});
