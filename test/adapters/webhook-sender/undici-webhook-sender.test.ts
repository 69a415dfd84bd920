import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { createServer as createTcpServer, type AddressInfo, type Server as TcpServer } from "node:net";
import { text } from "node:stream/consumers";
import {
  createUndiciWebhookSender,
  type UndiciWebhookSender,
} from "../../../src/adapters/webhook-sender/undici/undici-webhook-sender.ts";
import type { ResolveName } from "../../../src/adapters/webhook-sender/undici/pinned-connector.ts";
import { LOCALHOST } from "../../support/senders/certificate.ts";
import { describeWebhookSender } from "./contract.ts";

const LOOPBACK = ["127.0.0.0/8", "::1/128"];
const SIGNAL = new AbortController().signal;

async function listen(server: TcpServer, host = "127.0.0.1"): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  return (server.address() as AddressInfo).port;
}

function close(server: Server | TcpServer): Promise<void> {
  if ("closeAllConnections" in server) server.closeAllConnections();
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
  });
}

const post = (sender: UndiciWebhookSender, url: string) => sender.send({ url, headers: {}, body: "{}" }, SIGNAL);

describeWebhookSender("undici", async () => {
  const sender = createUndiciWebhookSender({ allowedNetworks: LOOPBACK, timeoutMs: 5_000 });
  const replies = new Map<string, RequestListener>();
  const server = createServer((request, response) => replies.get(request.url!)?.(request, response));
  const port = await listen(server);
  return {
    sender,
    receive(place, reply) {
      replies.set(place, (request, response) => {
        void text(request).then((body) => {
          const { status = 204, retryAfter, body: answer } = reply({ headers: request.headers as never, body });
          if (retryAfter !== undefined) response.setHeader("retry-after", retryAfter);
          // Whoever followed it would come to where there is nothing.
          if (status === 301) response.setHeader("location", "/elsewhere");
          response.writeHead(status).end(answer);
        });
      });
      return `http://127.0.0.1:${port}${place}`;
    },
    async close() {
      await sender.close();
      await close(server);
    },
  };
});

describe("a listener that only this machine can reach", () => {
  let listener: TcpServer;
  let port: number;
  let connections = 0;

  beforeAll(async () => {
    listener = createTcpServer((socket) => {
      connections++;
      socket.destroy();
    });
    // Every address of the machine, by IPv6 and IPv4.
    port = await listen(listener, "::");
  });

  afterAll(() => close(listener));

  const attacked = async (host: string, resolve?: ResolveName) => {
    const sender = createUndiciWebhookSender({ allowedNetworks: [], timeoutMs: 2_000, ...(resolve && { resolve }) });
    const outcomes = [];
    for (const scheme of ["http", "https"]) outcomes.push(await post(sender, `${scheme}://${host}:${port}/`));
    await sender.close();
    return outcomes;
  };
  const refused = { kind: "failed", failure: "address_not_allowed" };

  test.each([
    ["loopback", "127.0.0.1"],
    ["another loopback", "127.8.8.8"],
    ["loopback in short", "127.1"],
    ["decimal", "2130706433"],
    ["octal", "0177.0.0.1"],
    ["hex", "0x7f000001"],
    ["hex in parts", "0x7f.0x0.0x0.0x1"],
    ["full-width digits", "\uff11\uff12\uff17.0.0.1"],
    ["IPv6 loopback", "[::1]"],
    ["IPv6 loopback in full", "[0:0:0:0:0:0:0:1]"],
    ["IPv4-mapped", "[::ffff:127.0.0.1]"],
    ["IPv4-mapped in hex", "[::ffff:7f00:1]"],
    ["IPv4-compatible", "[::127.0.0.1]"],
    ["NAT64", "[64:ff9b::7f00:1]"],
    ["local NAT64", "[64:ff9b:1::7f00:1]"],
    ["6to4", "[2002:7f00:1::]"],
    ["Teredo", "[2001:0:7f00:1::1]"],
    ["this network", "0.0.0.0"],
    ["this network in short", "0"],
    ["unspecified IPv6", "[::]"],
    ["cloud metadata", "169.254.169.254"],
    ["cloud metadata by IPv6", "[fd00:ec2::254]"],
    ["link local", "[fe80::1]"],
    ["private 10/8", "10.0.0.1"],
    ["private 172.16/12", "172.31.255.1"],
    ["private 192.168/16", "192.168.1.1"],
    ["carrier's 100.64/10", "100.64.0.1"],
    ["benchmarks", "198.18.0.1"],
    ["documentation", "203.0.113.1"],
    ["multicast", "224.0.0.1"],
    ["broadcast", "255.255.255.255"],
    ["reserved", "240.0.0.1"],
    ["localhost", "localhost"],
  ])("%s: sees nothing of %s", async (_, host) => {
    expect(await attacked(host)).toEqual([refused, refused]);
    expect(connections).toBe(0);
  });

  const leadingTo =
    (...addresses: string[]): ResolveName =>
    (_, callback) => {
      callback(
        null,
        addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
      );
    };

  test.each([
    ["127.0.0.1"],
    ["10.1.2.3"],
    ["::ffff:10.1.2.3"],
    ["fd12::1"],
    ["8.8.8.8", "127.0.0.1"],
    ["127.0.0.1", "8.8.8.8"],
  ])("sees nothing by a public name that leads to %s %s", async (...addresses) => {
    expect(await attacked("hooks.example.com", leadingTo(...addresses))).toEqual([refused, refused]);
    expect(connections).toBe(0);
  });

  test("sees nothing by a name that leads to it only after it led elsewhere (rebinding)", async () => {
    let [attempts, lookUps] = [0, 0];
    const victim = createTcpServer((socket) => {
      attempts++;
      socket.destroy();
    });
    const harmless = createServer((_, response) => {
      response.writeHead(200, { connection: "close" }).end();
    });
    const shared = await listen(victim);
    await new Promise<void>((resolve) => harmless.listen(shared, "::1", resolve));
    const rebinding: ResolveName = (name, callback) => {
      leadingTo(lookUps++ === 0 ? "::1" : "127.0.0.1")(name, callback);
    };
    const sender = createUndiciWebhookSender({ allowedNetworks: ["::1/128"], timeoutMs: 2_000, resolve: rebinding });
    const url = `http://hooks.example.com:${shared}/`;
    // A second look between the check and the connection would have led the first one to the victim.
    expect(await post(sender, url)).toMatchObject({ kind: "answered", status: 200 });
    expect([lookUps, attempts]).toEqual([1, 0]);
    expect(await post(sender, url)).toEqual(refused);
    expect([lookUps, attempts]).toEqual([2, 0]);
    await sender.close();
    await close(harmless);
    await close(victim);
  });

  test("is not come to by way of a redirect", async () => {
    const server = createServer((_, response) => {
      response.writeHead(307, { location: `http://127.0.0.1:${port}/` }).end();
    });
    const sender = createUndiciWebhookSender({ allowedNetworks: LOOPBACK, timeoutMs: 2_000 });
    const outcome = await post(sender, `http://127.0.0.1:${await listen(server)}/`);
    await sender.close();
    await close(server);
    expect(outcome).toMatchObject({ kind: "answered", status: 307 });
    expect(connections).toBe(0);
  });
});

describe("a receiver in trouble", () => {
  const sender = createUndiciWebhookSender({ allowedNetworks: LOOPBACK, timeoutMs: 500 });
  const servers: (Server | TcpServer)[] = [];
  const started = async (server: Server | TcpServer) => {
    servers.push(server);
    return listen(server);
  };

  afterAll(async () => {
    await sender.close();
    for (const server of servers) await close(server);
  });

  test("that never answers has timed out", async () => {
    const port = await started(createServer(() => undefined));
    expect(await post(sender, `http://127.0.0.1:${port}/`)).toEqual({ kind: "failed", failure: "timed_out" });
  });

  test("whose answer never ends has answered, with what has come of it", async () => {
    const port = await started(
      createServer((_, response) => {
        response.writeHead(200).write("so far");
      }),
    );
    expect(await post(sender, `http://127.0.0.1:${port}/`)).toMatchObject({ status: 200, body: "so far" });
  });

  test("whose answer is endless is read no further than its start", async () => {
    let written = 0;
    const port = await started(
      createServer((_, response) => {
        response.writeHead(200);
        const more = () => {
          while (!response.destroyed && response.write("x".repeat(65_536))) written++;
          if (!response.destroyed) response.once("drain", more);
        };
        more();
      }),
    );
    expect(await post(sender, `http://127.0.0.1:${port}/`)).toMatchObject({ status: 200, body: "x".repeat(1_000) });
    expect(written * 65_536).toBeLessThan(50_000_000);
  });

  test("that talks no HTTP has given no valid answer", async () => {
    const port = await started(
      createTcpServer((socket) => {
        socket.once("data", () => socket.end("220 mail.example.com ESMTP\r\n"));
        socket.on("error", () => undefined);
      }),
    );
    expect(await post(sender, `http://127.0.0.1:${port}/`)).toEqual({ kind: "failed", failure: "invalid_answer" });
  });

  test("that hangs up cannot be reached, as one that is not there", async () => {
    const server = createTcpServer((socket) => socket.destroy());
    const port = await listen(server);
    const outcome = await post(sender, `http://127.0.0.1:${port}/`);
    await close(server);
    expect(outcome).toEqual({ kind: "failed", failure: "connection_failed" });
    expect(await post(sender, `http://127.0.0.1:${port}/`)).toEqual(outcome);
  });

  test("whose certificate nobody has signed is told nothing", async () => {
    let requests = 0;
    const port = await started(
      createTlsServer(LOCALHOST, (_, response) => {
        requests++;
        response.end();
      }),
    );
    expect(await post(sender, `https://127.0.0.1:${port}/`)).toEqual({ kind: "failed", failure: "tls_failed" });
    expect(requests).toBe(0);
  });

  test("whose name leads nowhere is not found", async () => {
    const lost = createUndiciWebhookSender({
      allowedNetworks: [],
      timeoutMs: 500,
      resolve: (name, callback) => {
        callback(Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), { code: "ENOTFOUND" }));
      },
    });
    const outcome = await post(lost, "https://hooks.example.com/");
    await lost.close();
    expect(outcome).toEqual({ kind: "failed", failure: "name_not_found" });
  });
});
