import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";

/** A server that is told of events, and checks the signature of each. */
export interface WebhookReceiver {
  url: string;
  /** How often each event came, by `webhook-id`. */
  received: ReadonlyMap<string, number>;
  /** What was not as it has to be: signatures, or another body under the same identifier. */
  faults: string[];
  /** Known when the endpoint was made. */
  setSecret: (secret: string) => void;
  close: () => Promise<void>;
}

export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const received = new Map<string, number>();
  const bodies = new Map<string, string>();
  const faults: string[] = [];
  let webhook: Webhook | null = null;

  const take = (id: string, body: string, headers: Record<string, string>) => {
    try {
      webhook!.verify(body, headers);
    } catch {
      faults.push(`${id}: bad signature`);
    }
    if ((JSON.parse(body) as { id: string }).id !== id) faults.push(`${id}: another identifier in its body`);
    const digest = createHash("sha256").update(body).digest("base64");
    if ((bodies.get(id) ?? digest) !== digest) faults.push(`${id}: another body than before`);
    bodies.set(id, digest);
    received.set(id, (received.get(id) ?? 0) + 1);
  };
  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on("data", (chunk: Buffer) => chunks.push(chunk));
    req.on("end", () => {
      const headers = req.headers as Record<string, string>;
      take(headers["webhook-id"]!, Buffer.concat(chunks).toString(), headers);
      res.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`,
    received,
    faults,
    setSecret: (secret) => void (webhook = new Webhook(secret)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
