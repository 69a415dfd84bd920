import { connect, constants, type ClientHttp2Session, type OutgoingHttpHeaders } from "node:http2";

export interface ApnsAnswer {
  status: number;
  apnsId: string | null;
  retryAfter: string | null;
  body: string;
}

export interface ApnsConnection {
  /** @throws an error named TimeoutError, or one with the network's code */
  post(path: string, headers: OutgoingHttpHeaders, body: string): Promise<ApnsAnswer>;
  close(): void;
}

export interface ApnsConnectionOptions {
  /** https://api.push.apple.com, or https://api.sandbox.push.apple.com for apps under development. */
  baseUrl: string;
  timeoutMs: number;
}

/** How long a connection without anything to do is kept. Apple wants it to be kept rather than opened for each. */
const IDLE_MS = 600_000;

/** Apple's answers are JSON of a few words. */
const MOST_CHARACTERS = 4_096;

/** One connection of HTTP/2 for all notifications, opened when it is needed, and again when it was lost. */
export function createApnsConnection({ baseUrl, timeoutMs }: ApnsConnectionOptions): ApnsConnection {
  let session: ClientHttp2Session | null = null;
  const open = () => {
    if (session !== null && !session.closed && !session.destroyed) return session;
    const opened = connect(baseUrl);
    // Each of its requests ends with the same error, and tells of it.
    opened.on("error", () => undefined);
    opened.on("goaway", () => {
      opened.close();
    });
    opened.setTimeout(IDLE_MS, () => {
      opened.close();
    });
    opened.unref();
    session = opened;
    return opened;
  };
  return {
    async post(path, headers, body) {
      const used = open();
      try {
        return await ask(used, { ...headers, ":method": "POST", ":path": path }, body, timeoutMs);
      } catch (error) {
        // A connection that hangs is not used for the next.
        used.destroy();
        throw error;
      }
    },
    close: () => session?.close(),
  };
}

function ask(
  session: ClientHttp2Session,
  headers: OutgoingHttpHeaders,
  body: string,
  timeoutMs: number,
): Promise<ApnsAnswer> {
  return new Promise((resolve, reject) => {
    const stream = session.request(headers);
    const timer = setTimeout(() => {
      reject(new DOMException("no answer in time", "TimeoutError"));
      stream.close(constants.NGHTTP2_CANCEL);
    }, timeoutMs);
    let answer: Omit<ApnsAnswer, "body"> | null = null;
    let text = "";
    stream.setEncoding("utf8");
    stream.on("response", (received) => {
      const one = (name: string) => received[name]?.toString() ?? null;
      answer = { status: Number(received[":status"]), apnsId: one("apns-id"), retryAfter: one("retry-after") };
    });
    stream.on("data", (chunk: string) => (text = (text + chunk).slice(0, MOST_CHARACTERS)));
    stream.on("error", reject);
    stream.on("close", () => {
      clearTimeout(timer);
      if (answer === null) reject(Object.assign(new Error("no answer"), { code: "ECONNRESET" }));
      else resolve({ ...answer, body: text });
    });
    stream.end(body);
  });
}
