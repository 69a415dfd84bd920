import { createServer, type IncomingHttpHeaders, type RequestListener } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";

export interface ReceivedRequest {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface PeerAnswer {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
}

/** A provider of a test's own: keeps what it is asked, and answers as it is told. */
export interface HttpPeer {
  baseUrl: string;
  requests: ReceivedRequest[];
  /** What is answered from now on. `hang`: nothing; `cut`: the connection is. */
  answer: (how: PeerAnswer | "hang" | "cut" | ((request: ReceivedRequest) => PeerAnswer)) => void;
  close: () => Promise<void>;
}

export async function startHttpPeer(tls?: { key: string; cert: string }): Promise<HttpPeer> {
  const requests: ReceivedRequest[] = [];
  let how: Parameters<HttpPeer["answer"]>[0] = { status: 200 };
  const listener: RequestListener = (req, res) => {
    const chunks: Buffer[] = [];
    req.on("data", (chunk: Buffer) => chunks.push(chunk));
    req.on("end", () => {
      const { method = "", url = "", headers } = req;
      const request = { method, path: url, headers, body: Buffer.concat(chunks) };
      requests.push(request);
      if (how === "hang") return;
      if (how === "cut") return void req.socket.destroy();
      const { status, headers: more, body } = typeof how === "function" ? how(request) : how;
      res.writeHead(status, { "Content-Type": "application/json", ...more });
      res.end(typeof body === "string" ? body : JSON.stringify(body ?? {}));
    });
  };
  const server = tls ? createTlsServer(tls, listener) : createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    baseUrl: `${tls ? "https://localhost" : "http://127.0.0.1"}:${(server.address() as AddressInfo).port}`,
    requests,
    answer: (next) => void (how = next),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
