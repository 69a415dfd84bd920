import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { createDatabase } from "../../src/domain/shared/database.ts";
import { migrate } from "../../src/main/migrate.ts";
import { freePort } from "../../src/main/postgres/cluster.ts";
import { systemClock } from "../../src/main/system-clock.ts";
import { createClinic } from "../support/clinic.ts";
import { startRedisServer, type RedisServer } from "../support/redis-server.ts";
import { SMTP_CREDENTIALS, startSmtpPeer, type SmtpPeer } from "../support/senders/smtp-peer.ts";
import type { Place } from "./client-story.ts";
import { startOwnPostgres, type OwnPostgres } from "./own-postgres.ts";
import { supervise, type Supervised } from "./supervised.ts";
import { startWebhookReceiver, type WebhookReceiver } from "./webhook-receiver.ts";

/** A whole installation: a server, a worker, and all that they talk to, each in a process of its own or a socket of ours. */
export interface FaultsWorld {
  postgres: OwnPostgres;
  /** Null: there is none on this machine. */
  redis: RedisServer | null;
  mail: SmtpPeer;
  receiver: WebhookReceiver;
  server: Supervised;
  worker: Supervised;
  baseUrl: string;
  apiKey: string;
  places: Place[];
  close: () => Promise<void>;
}

const HOSTS = 8;
const WEEKS = 12;
const UNLIMITED = fileURLToPath(new URL("../support/unlimited.json", import.meta.url));

export async function openFaultsWorld({ withRedis }: { withRedis: boolean }): Promise<FaultsWorld> {
  const folder = mkdtempSync(path.join(tmpdir(), "holdfast-faults-"));
  chmodSync(folder, 0o711);
  const postgres = await startOwnPostgres(folder);
  const redis = withRedis ? await startRedisServer() : null;
  const [mail, receiver] = [await startSmtpPeer(), await startWebhookReceiver()];
  await migrate(postgres.connectionString);
  const { key: apiKey, eventTypes } = await foundClinic(postgres.connectionString);
  const port = await freePort();
  const { user, password } = SMTP_CREDENTIALS;
  const environment = {
    ...{ DATABASE_URL: postgres.connectionString, HOLDFAST_SECRET: "the secret of the faults, which is none" },
    ...{ HOLDFAST_DATA_DIR: folder, HOLDFAST_DEMO: "off", PORT: String(port), LOG_LEVEL: "warn" },
    ...{ RATE_LIMITS: UNLIMITED, WEBHOOK_ALLOWED_NETWORKS: "127.0.0.0/8", EVENT_STREAM_LENGTH: "1000000" },
    ...{ SMTP_URL: `smtp://${user}:${encodeURIComponent(password)}@127.0.0.1:${mail.port}?tls=optional` },
    MAIL_FROM: "bookings@clinic.example",
    ...(redis && { REDIS_URL: redis.url }),
  };
  const server = supervise("src/main/server.ts", { ...environment, HOLDFAST_WORKER: "off" });
  const worker = supervise("src/main/worker.ts", environment);
  return {
    ...{ postgres, redis, mail, receiver, server, worker, apiKey },
    baseUrl: `http://127.0.0.1:${port}`,
    places: placesOf(eventTypes),
    async close() {
      await Promise.all([server.stop(), worker.stop()]);
      await Promise.all([receiver.close(), mail.close(), redis?.remove()]);
      await postgres.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Hosts with an event type each, and one that any of them serves. */
async function foundClinic(connectionString: string): Promise<{ key: string; eventTypes: string[] }> {
  const pool = new pg.Pool({ connectionString, max: 4 });
  const clinic = await createClinic(createDatabase(pool), systemClock, "faults");
  const hosts: { memberId: string }[] = [];
  const eventTypes: string[] = [];
  for (let n = 0; n < HOSTS; n++) {
    const { memberId } = await clinic.addPerson();
    hosts.push({ memberId });
    eventTypes.push((await clinic.addEventType({ hosts: [{ memberId }] })).id);
  }
  eventTypes.push((await clinic.addEventType({ title: "Any of us", assignment: "round_robin", hosts })).id);
  await pool.end();
  return { key: clinic.owner.key, eventTypes };
}

/** Every half hour from 09:00 to 15:30 of Berlin's winter, which all of them work in summer too; from next week on. */
function placesOf(eventTypes: readonly string[]): Place[] {
  const today = Math.floor(Date.now() / 86_400_000);
  const days = Array.from({ length: WEEKS * 7 }, (_, n) => new Date((today + 7 + n) * 86_400_000));
  const starts = days
    .filter((day) => day.getUTCDay() % 6 !== 0)
    .flatMap((day) =>
      Array.from({ length: 13 }, (_, n) => new Date(day.getTime() + (16 + n) * 1_800_000).toISOString()),
    );
  return eventTypes.flatMap((eventTypeId) => starts.map((startsAt) => ({ eventTypeId, startsAt })));
}
