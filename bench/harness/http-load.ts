import { Client } from "undici";
import type { HttpLoad, HttpRequest } from "./load.ts";
import { measureCalls } from "./measure.ts";

process.once("message", (load: HttpLoad) => void run(load));

/** The connections are open before the clock starts. */
async function run({ origin, connections, requests, forMs, failure }: HttpLoad): Promise<void> {
  const clients = Array.from({ length: connections }, () => new Client(origin));
  await Promise.all(clients.map((client) => callOver(client, { method: "GET", path: "/livez", headers: {} })));
  const until = forMs === undefined ? { count: requests.length } : { forMs };
  const result = await measureCalls(until, connections, async (index, caller) => {
    const { status, body } = await callOver(clients[caller]!, requests[index % requests.length]!);
    const hasFailed = failure !== undefined && body.includes(failure);
    return { outcome: hasFailed ? "failed" : String(status), text: () => body.toString() };
  });
  await Promise.all(clients.map((client) => client.close()));
  process.send!(result);
}

/** By undici's dispatch: a third of the CPU of fetch, and this process shares the machine with what it measures. */
function callOver(client: Client, { body, ...request }: HttpRequest): Promise<{ status: number; body: Buffer }> {
  return new Promise((resolve, reject) => {
    let status = 0;
    const chunks: Buffer[] = [];
    client.dispatch(
      { ...request, body: body ?? null },
      {
        onRequestStart: () => undefined,
        onResponseStart: (_, statusCode) => void (status = statusCode),
        onResponseData: (_, chunk) => void chunks.push(chunk),
        onResponseEnd: () => {
          resolve({ status, body: Buffer.concat(chunks) });
        },
        onResponseError: (_, error) => {
          reject(error);
        },
      },
    );
  });
}
