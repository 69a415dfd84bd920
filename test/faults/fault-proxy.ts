import { createServer, connect, type AddressInfo, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { pipeline } from "node:stream/promises";

/** Stands between two processes and does to their TCP what networks do. */
export interface FaultProxy {
  port: number;
  /** Where new connections lead. */
  leadTo: (port: number) => void;
  /** How long each piece takes, either way. */
  delay: (ms: number) => void;
  /** Passes on no more than so many bytes at a time. 0: as they come. */
  slice: (bytes: number) => void;
  /** Takes what comes, and passes nothing on; both ends believe that they are connected, until it is over. */
  blackHole: (isOn: boolean) => void;
  /** Ends all connections at once by RST. */
  reset: () => void;
  close: () => Promise<void>;
}

export async function startFaultProxy(target: number): Promise<FaultProxy> {
  const sockets = new Set<Socket>();
  let [to, delayMs, sliceBytes, isBlackHole] = [target, 0, 0, false];

  async function* passage(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      if (delayMs > 0) await sleep(delayMs);
      const size = sliceBytes || chunk.length;
      for (let at = 0; at < chunk.length && !isBlackHole; at += size) {
        yield chunk.subarray(at, at + size);
        if (sliceBytes > 0) await new Promise(setImmediate);
      }
    }
  }

  const server = createServer({ noDelay: true }, (client) => {
    const peer = connect({ port: to, host: "127.0.0.1", noDelay: true });
    for (const [socket, other] of [
      [client, peer],
      [peer, client],
    ] as const) {
      sockets.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
    pipeline(client, passage, peer).catch(() => undefined);
    pipeline(peer, passage, client).catch(() => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  const reset = () => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    leadTo: (port) => void (to = port),
    delay: (ms) => void (delayMs = ms),
    slice: (bytes) => void (sliceBytes = bytes),
    blackHole(isOn) {
      if (isBlackHole && !isOn) reset();
      isBlackHole = isOn;
    },
    reset,
    async close() {
      reset();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
