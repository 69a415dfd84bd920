import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { TEST_PASSWORD_HASHER } from "../support/password-hasher.ts";
import { hasRedisServer } from "../support/redis-server.ts";
import { createChance, type Chance } from "./chance.ts";
import * as check from "./check.ts";
import { tellStory, type Story } from "./client-story.ts";
import { createCommandClient, type CommandClient } from "./command-client.ts";
import { planFaults } from "./fault-plan.ts";
import { openFaultsWorld, type FaultsWorld } from "./faults-world.ts";

// npm run test:faults                    10,000 commands: a quarter of an hour
// npm run test:faults -- --short         a minute, as in the gate
// npm run test:faults -- --seed 7        the same commands and faults once more

const { values } = parseArgs({ options: { short: { type: "boolean", default: false }, seed: { type: "string" } } });
const SIZE = values.short
  ? { commands: 800, clients: 64, serverKills: 3, workerKills: 3, databaseStops: 1, redisFaults: 1 }
  : { commands: 10_000, clients: 64, serverKills: 20, workerKills: 20, databaseStops: 3, redisFaults: 2 };
const seed = values.seed === undefined ? randomInt(2 ** 31) : Number(values.seed);

const OUTBOX_EMPTY_WITHIN_S = 30;
/** A delivery whose worker was killed is made again when the lease is over; one that failed waits for its next attempt. */
const ALL_DONE_WITHIN_S = 600;
/** What everybody wants: so few that most are refused. */
const WANTED = 40;

const say = (line: string) => void process.stdout.write(`${line}\n`);

const world = await openFaultsWorld({ withRedis: hasRedisServer() });
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => void world.close().then(() => process.exit(1)));
try {
  process.exitCode = (await run(world)) ? 0 : 1;
} finally {
  await world.close();
  await TEST_PASSWORD_HASHER.close();
}

async function run(world: FaultsWorld): Promise<boolean> {
  const { postgres, receiver } = world;
  say(`seed ${seed}: ${SIZE.commands} commands of ${SIZE.clients} clients`);
  const client = createCommandClient(world.baseUrl, world.apiKey);
  const [{ since }] = (await postgres.query<{ since: string }>(
    "SELECT coalesce(max(sequence), 0)::text AS since FROM outbox_event",
  )) as [{ since: string }];
  await makeEndpoint(world, client);

  const begunAt = performance.now();
  const chance = createChance(seed);
  const plan = planFaults(chance, SIZE.commands, faultsOf(world, chance));
  const stories = await tellStories(world, client, plan.onCommand);
  const struck = await plan.end();
  const seconds = Math.round((performance.now() - begunAt) / 1_000);
  const outboxSeconds = await check.secondsUntil(() => check.isOutboxEmpty(postgres.query), OUTBOX_EMPTY_WITHIN_S);
  const doneSeconds = await check.secondsUntil(() => check.isAllDone(postgres.query), ALL_DONE_WITHIN_S);

  const losses: check.Losses = {
    "overlapping claims": await check.findOverlaps(postgres.query),
    "acknowledged commands lost": await check.findLostCommands(postgres.query, stories),
    "events missing": await check.findLostEvents(postgres.query, stories),
    "events not delivered": await check.findUndelivered(postgres.query, receiver, since),
    "deliveries that were wrong": receiver.faults,
    "events missing in the stream": world.redis ? await check.findMissingInStream(postgres.query, world.redis.url) : [],
    "dead letters": await check.findDeadLetters(postgres.query),
    "answers of 500": client.counts.broken.map(({ body }) => JSON.stringify(body)),
    "outbox not empty": outboxSeconds === null ? [`within ${OUTBOX_EMPTY_WITHIN_S} s of the end`] : [],
    "work not done": doneSeconds === null ? [`within ${ALL_DONE_WITHIN_S} s of the end`] : [],
  };
  tell(world, { client, stories, struck, seconds, outboxSeconds, doneSeconds });
  return tellLosses(losses);
}

async function makeEndpoint({ receiver }: FaultsWorld, client: CommandClient): Promise<void> {
  const { body } = await client.send("/v1/webhook-endpoints", "the-endpoint", { url: receiver.url });
  receiver.setSecret(body["secret"] as string);
}

function faultsOf({ server, worker, postgres, redis }: FaultsWorld, chance: Chance) {
  return [
    { times: SIZE.serverKills, fault: { name: "server killed", strike: () => server.kill(chance.below(2_000)) } },
    { times: SIZE.workerKills, fault: { name: "worker killed", strike: () => worker.kill(chance.below(6_000)) } },
    {
      times: SIZE.databaseStops,
      fault: {
        name: "PostgreSQL stopped at once",
        strike: async () => {
          await postgres.stopAtOnce();
          await sleep(chance.below(1_500));
          await postgres.start();
        },
      },
    },
    ...(redis
      ? [
          {
            times: SIZE.redisFaults,
            fault: { name: "Redis killed and empty", strike: () => restartRedis(redis, chance) },
          },
        ]
      : []),
  ];
}

async function restartRedis(redis: NonNullable<FaultsWorld["redis"]>, chance: Chance): Promise<void> {
  await redis.stop();
  await sleep(chance.below(2_000));
  await redis.start();
}

async function tellStories(
  world: FaultsWorld,
  client: CommandClient,
  onDone: (done: number) => void,
): Promise<Story[]> {
  const { places } = world;
  let done = 0;
  const chance = createChance(seed + 1);
  const wanted = Array.from({ length: WANTED }, () => chance.pick(places));
  return Promise.all(
    Array.from({ length: SIZE.clients }, (_, n) =>
      tellStory({
        ...{ client, places, wanted, name: `${seed}-${n}`, chance: createChance(seed + 100 + n) },
        mayGoOn: () => done < SIZE.commands,
        onCommand() {
          onDone(++done);
          if (done % 500 === 0) say(`${done} commands`);
        },
      }),
    ),
  );
}

interface Told {
  client: CommandClient;
  stories: readonly Story[];
  struck: Record<string, number>;
  seconds: number;
  outboxSeconds: number | null;
  doneSeconds: number | null;
}

function tell(world: FaultsWorld, { client, stories, struck, seconds, outboxSeconds, doneSeconds }: Told): void {
  const { received } = world.receiver;
  const { sent, repeats, replayed } = client.counts;
  const times = [...received.values()].reduce((sum, count) => sum + count, 0);
  say(
    `took ${seconds} s; then the outbox was empty after ${inSeconds(outboxSeconds)}, all work done after ${inSeconds(doneSeconds)}`,
  );
  say(`faults: ${inWords(struck)}`);
  say(`acknowledged: ${inWords(sum(stories.map(({ acknowledged }) => acknowledged)))}`);
  say(`refused: ${inWords(sum(stories.map(({ refused }) => refused)))}`);
  say(`requests: ${sent}; sent again for: ${inWords(repeats)}; answered from what was kept: ${replayed}`);
  say(`webhooks: ${received.size} events in ${times} deliveries; mails: ${world.mail.messages.length}`);
  for (const [name, { endedByItself, errors }] of Object.entries({ server: world.server, worker: world.worker })) {
    const { times: ends, last } = endedByItself();
    if (ends > 0) say(`the ${name} ended by itself ${ends} times, last: ${last}`);
    for (const [error, count] of errors()) say(`the ${name} logged ${count} times: ${error}`);
  }
}

function tellLosses(losses: check.Losses): boolean {
  for (const [what, found] of Object.entries(losses)) {
    say(`${found.length} ${what}`);
    for (const one of found.slice(0, 10)) say(`  ${one}`);
  }
  return Object.values(losses).every((found) => found.length === 0);
}

function sum(all: readonly Record<string, number>[]): Record<string, number> {
  const total: Record<string, number> = {};
  for (const counts of all)
    for (const [name, count] of Object.entries(counts)) total[name] = (total[name] ?? 0) + count;
  return total;
}

function inSeconds(seconds: number | null): string {
  return seconds === null ? "never" : `${seconds.toFixed(1)} s`;
}

function inWords(counts: Record<string, number>): string {
  const sorted = Object.entries(counts).sort();
  return sorted.map(([name, count]) => `${count} ${name}`).join(", ") || "none";
}
