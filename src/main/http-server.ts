import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { StartError } from "./start-error.ts";

/** The HTTP listener: it answers 503 until it is given what to serve, and ends without cutting an answer short. */
export interface HttpServer {
  port: number;
  serve: (handler: RequestListener) => void;
  /** Whether it is ending: no new work should be sent to it. */
  isDraining: () => boolean;
  /** Takes no more connections, waits for the running requests, then cuts off what is left. */
  drain: (timeoutMs: number) => Promise<void>;
}

const SWEEP_MS = 50;

/** Longer than a balancer keeps an idle connection (60 s, mostly): whoever closes first must not be the one who is about to be asked. */
const KEEP_ALIVE_MS = 65_000;

/** @throws StartError when the address cannot be had */
export async function listen(host: string, port: number): Promise<HttpServer> {
  let handle: RequestListener = answerStarting;
  let draining = false;
  const server = createServer((request, response) => {
    if (draining) response.setHeader("connection", "close");
    handle(request, response);
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  await bind(server, host, port);
  return {
    port: (server.address() as AddressInfo).port,
    serve(handler) {
      handle = handler;
    },
    isDraining: () => draining,
    async drain(timeoutMs) {
      draining = true;
      await closeWithin(server, sockets, timeoutMs);
    },
  };
}

async function bind(server: Server, host: string, port: number): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, host, resolve));
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const reasons: Record<string, string> = {
      EADDRINUSE: `The port ${port} on ${host} is in use: stop what uses it, or set PORT to another one.`,
      EACCES: `The port ${port} on ${host} is not for this user: set PORT to one above 1023.`,
      EADDRNOTAVAIL: `This machine has no address ${host}: set HOST to one that it has.`,
      ENOTFOUND: `There is no host ${host}: set HOST to an address of this machine.`,
    };
    throw new StartError(reasons[code ?? ""] ?? `Cannot listen on ${host}, port ${port} (${code}).`, { cause });
  }
}

/** `close` ends the connections that are idle by then. Those that become so later, or have never asked anything, are swept up. */
async function closeWithin(server: Server, sockets: Set<Socket>, timeoutMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  const sweeper = setInterval(() => {
    server.closeIdleConnections();
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
  }, SWEEP_MS);
  await Promise.race([closed, sleep(timeoutMs, undefined, { ref: false })]);
  clearInterval(sweeper);
  for (const socket of sockets) socket.destroy();
  await closed;
}

const answerStarting: RequestListener = (_, response) => {
  response.writeHead(503, { "content-type": "text/plain", "retry-after": "1" }).end("Holdfast is starting.\n");
};
