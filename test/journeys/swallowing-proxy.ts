import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** Stands between client and server, lets requests through, and keeps the answers to itself. */
export interface SwallowingProxy {
  baseUrl: string;
  /** Resolves with the answer that the client will never see, as it came over the wire. */
  swallowed: Promise<string>;
  close(): Promise<void>;
}

export async function startSwallowingProxy(serverUrl: string): Promise<SwallowingProxy> {
  const { hostname, port } = new URL(serverUrl);
  const sockets: Socket[] = [];
  let tell: (answer: string) => void;
  const swallowed = new Promise<string>((resolve) => (tell = resolve));
  const proxy = createServer((client) => {
    const server = connect(Number(port), hostname);
    sockets.push(client, server);
    client.pipe(server);
    let answer = "";
    server.setEncoding("utf8").on("data", (text: string) => {
      answer += text;
      if (isWhole(answer)) tell(answer);
    });
    for (const socket of [client, server]) socket.on("error", () => socket.destroy());
    server.once("close", () => client.destroy());
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  return {
    baseUrl: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    swallowed,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}

/** Whether the body is there in the length that its header says; ours are ASCII in this test. */
function isWhole(answer: string): boolean {
  const [head, body] = answer.split("\r\n\r\n");
  const length = /^content-length: (\d+)$/im.exec(head!)?.[1];
  return body !== undefined && Buffer.byteLength(body) === Number(length);
}
