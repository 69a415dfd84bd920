import { Agent, request as httpRequest } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { HttpRequest, PacedLoad } from "./load.ts";
import { measureCalls } from "./measure.ts";

process.once("message", (load: PacedLoad) => void run(load));

/** Callers enough that none of them is what a request waits for. */
const CALLERS = 256;

/** Each request has its moment, whether or not those before it were answered; its latency begins then. */
async function run({ origin, perSecond, forMs, requests, addresses }: PacedLoad): Promise<void> {
  // Each call opens a connection of its own: one that was kept may be closed by the server at the moment it is used again.
  const agents = addresses.map((localAddress) => new Agent({ keepAlive: false, localAddress }));
  const startedAt = performance.now() + 100;
  const count = Math.floor((perSecond * forMs) / 1_000);
  const dueAt = (index: number) => startedAt + (index * 1_000) / perSecond;
  const result = await measureCalls({ count }, CALLERS, async (index) => {
    const waitMs = dueAt(index) - performance.now();
    if (waitMs > 0) await sleep(waitMs);
    const ending = await call(origin, requests[index % requests.length]!, agents[index % agents.length]!);
    return { ...ending, dueAt: dueAt(index) };
  });
  for (const agent of agents) agent.destroy();
  process.send!(result);
}

function call(origin: string, { method, path, headers, body }: HttpRequest, agent: Agent) {
  return new Promise<{ outcome: string; text: () => string }>((resolve, reject) => {
    const length = body === undefined ? {} : { "content-length": Buffer.byteLength(body) };
    const outgoing = httpRequest(origin + path, { method, agent, headers: { ...headers, ...length } }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.once("error", reject);
      incoming.once("end", () => {
        resolve({ outcome: String(incoming.statusCode), text: () => Buffer.concat(chunks).toString() });
      });
    });
    outgoing.once("error", reject);
    outgoing.end(body);
  });
}
