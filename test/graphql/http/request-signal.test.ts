import { afterEach, expect, test } from "@jest/globals";
import { once } from "node:events";
import { createServer, get, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { readBody } from "../../../src/graphql/http/read-body.ts";
import { CallerGone, requestSignal } from "../../../src/graphql/http/request-signal.ts";

let server: Server | undefined;

afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => server?.close(resolve));
});

async function serve(listener: RequestListener): Promise<number> {
  server = createServer(listener);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

test("it fires when the caller goes before the answer", async () => {
  let tell: (reason: unknown) => void;
  const gone = new Promise<unknown>((resolve) => (tell = resolve));
  const port = await serve((_, res) => {
    const signal = requestSignal(res);
    signal.addEventListener("abort", () => {
      tell(signal.reason);
    });
    request.destroy();
  });
  const request = get({ port });
  request.on("error", () => undefined);
  expect(await gone).toBeInstanceOf(CallerGone);
});

test("it does not fire once the answer is there", async () => {
  let signal: AbortSignal | undefined;
  const port = await serve((_, res) => {
    signal = requestSignal(res);
    res.end();
  });
  const [response] = (await once(get({ port, agent: false }), "response")) as [NodeJS.ReadableStream];
  await once(response.resume(), "end");
  await new Promise(setImmediate);
  expect(signal?.aborted).toBe(false);
});

test("who goes while he is still sending is not waited for", async () => {
  let tell: (reason: unknown) => void;
  const gone = new Promise<unknown>((resolve) => (tell = resolve));
  const port = await serve((req) => {
    readBody(req, 1_000).catch((error: unknown) => {
      tell(error);
    });
    request.destroy();
  });
  const request = get({ port, method: "POST", headers: { "content-length": 100 } });
  request.on("error", () => undefined);
  request.write("{");
  expect(await gone).toBeInstanceOf(CallerGone);
});
