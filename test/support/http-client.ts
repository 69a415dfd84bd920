import { request, type Agent } from "node:http";

/** An answer as it came over the wire. */
export interface HttpAnswer {
  status: number;
  /** By lower-case name. */
  headers: Record<string, string | undefined>;
  text: string;
}

export interface HttpRequest {
  method: string;
  /** With its query, sent as it is. */
  path: string;
  headers?: Record<string, string>;
  body?: string;
}

/** Sends one request over a connection of `agent`, which opens as many as are needed at once. */
export function send(baseUrl: string, agent: Agent, { method, path, headers, body }: HttpRequest): Promise<HttpAnswer> {
  const { hostname, port } = new URL(baseUrl);
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { "Content-Length": String(Buffer.byteLength(body)) };
    const outgoing = request(
      { hostname, port, method, path, agent, headers: { ...length, ...headers } },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
        incoming.once("error", reject);
        incoming.once("end", () => {
          const text = Buffer.concat(chunks).toString();
          const received = Object.entries(incoming.headers).map(([name, value]) => [name, [value].flat().join(", ")]);
          resolve({
            status: incoming.statusCode!,
            headers: Object.fromEntries(received) as Record<string, string>,
            text,
          });
        });
      },
    );
    outgoing.once("error", reject);
    outgoing.end(body);
  });
}
