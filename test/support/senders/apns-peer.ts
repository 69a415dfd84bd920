import { createSecureServer, type IncomingHttpHeaders } from "node:http2";
import type { AddressInfo } from "node:net";
import { LOCALHOST } from "./certificate.ts";

export interface ReceivedPush {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
  /** Counted from 1. */
  connection: number;
}

export interface ApnsPeer {
  baseUrl: string;
  pushes: ReceivedPush[];
  answer: (how: { status: number; headers?: Record<string, string>; reason?: string } | "hang" | "cut") => void;
  close: () => Promise<void>;
}

/** Apple's service as it is documented, over HTTP/2 with TLS. */
export async function startApnsPeer(): Promise<ApnsPeer> {
  const pushes: ReceivedPush[] = [];
  const sessions = new Set<{ destroy: () => void }>();
  let connection = 0;
  let how: Parameters<ApnsPeer["answer"]>[0] = { status: 200 };
  const server = createSecureServer(LOCALHOST);
  server.on("session", (session) => {
    connection++;
    sessions.add(session);
    session.on("error", () => undefined);
  });
  server.on("stream", (stream, headers) => {
    let body = "";
    stream.on("error", () => undefined);
    stream.setEncoding("utf8");
    stream.on("data", (chunk: string) => (body += chunk));
    stream.on("end", () => {
      pushes.push({ path: headers[":path"]!, headers, body, connection });
      if (how === "hang") return;
      if (how === "cut") {
        stream.session!.destroy();
        return;
      }
      const { status, headers: more, reason } = how;
      stream.respond({ ":status": status, "apns-id": headers["apns-id"], ...more });
      stream.end(reason === undefined ? "" : JSON.stringify({ reason }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    baseUrl: `https://localhost:${(server.address() as AddressInfo).port}`,
    pushes,
    answer: (next) => void (how = next),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        for (const session of sessions) session.destroy();
      }),
  };
}
