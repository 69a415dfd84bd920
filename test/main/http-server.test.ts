import { afterEach, expect, test } from "@jest/globals";
import { once } from "node:events";
import { Agent, get, type IncomingMessage, type ServerResponse } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { type HttpServer, listen } from "../../src/main/http-server.ts";

const agent = new Agent({ keepAlive: true });
let server: HttpServer;

afterEach(async () => {
  await server.drain(0);
});

async function request(): Promise<{ status: number; headers: IncomingMessage["headers"]; body: string }> {
  const [response] = (await once(get({ port: server.port, host: "127.0.0.1", agent }), "response")) as [
    IncomingMessage,
  ];
  return { status: response.statusCode!, headers: response.headers, body: await text(response) };
}

/** Serves one request whose answer is ours to give. */
async function serveSlowly(): Promise<{ answer: ReturnType<typeof request>; response: ServerResponse }> {
  const arrived = new Promise<ServerResponse>((resolve) => {
    server.serve((_, response) => {
      resolve(response);
    });
  });
  const answer = request();
  answer.catch(() => undefined);
  return { answer, response: await arrived };
}

test("answers 503 until there is something to serve", async () => {
  server = await listen("127.0.0.1", 0);
  expect(await request()).toMatchObject({ status: 503, headers: { "retry-after": "1" } });
  server.serve((_, response) => response.end("hello"));
  expect(await request()).toMatchObject({ status: 200, body: "hello" });
});

test("a running request is finished before it ends, and the connection is closed with it", async () => {
  server = await listen("127.0.0.1", 0);
  const { answer, response } = await serveSlowly();
  const drained = server.drain(10_000);
  expect(server.isDraining()).toBe(true);
  await expect(request()).rejects.toThrow("ECONNREFUSED");
  response.end("late");
  expect(await answer).toMatchObject({ status: 200, body: "late" });
  await drained;
});

test("a connection that is kept alive without a request does not hold it up", async () => {
  server = await listen("127.0.0.1", 0);
  server.serve((_, response) => response.end());
  await request();
  const startedAt = performance.now();
  await server.drain(10_000);
  expect(performance.now() - startedAt).toBeLessThan(2_000);
});

test("neither does a connection that has never sent anything", async () => {
  server = await listen("127.0.0.1", 0);
  const socket = connect(server.port, "127.0.0.1");
  await once(socket, "connect");
  const startedAt = performance.now();
  await server.drain(10_000);
  expect(performance.now() - startedAt).toBeLessThan(2_000);
  socket.destroy();
});

test("a request that takes longer than is allowed is cut off", async () => {
  server = await listen("127.0.0.1", 0);
  const { answer } = await serveSlowly();
  const startedAt = performance.now();
  await server.drain(200);
  expect(performance.now() - startedAt).toBeLessThan(2_000);
  await expect(answer).rejects.toThrow("socket hang up");
});

test("a port in use is named in one line", async () => {
  server = await listen("127.0.0.1", 0);
  await expect(listen("127.0.0.1", server.port)).rejects.toThrow(
    `The port ${server.port} on 127.0.0.1 is in use: stop what uses it, or set PORT to another one.`,
  );
});
