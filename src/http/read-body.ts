import type { IncomingMessage } from "node:http";

/** Why a body was not read. */
export type BodyFailure =
  /** More was announced, or has come, than is read. */
  | "too_large"
  /** The caller has closed the connection. */
  | "gone";

export class BodyNotRead extends Error {
  readonly failure: BodyFailure;

  constructor(failure: BodyFailure) {
    super(`The body was not read: ${failure}.`);
    this.failure = failure;
  }
}

/** How long somebody may go on sending what was refused. Cut off at once, he might not get to see the answer. */
const LINGER_MS = 5_000;

/**
 * The body as text. It is given up as soon as more than `limitBytes` are announced or have come: what follows is thrown away
 * as it comes, while the caller has his answer already. @throws BodyNotRead
 */
export function readBody(req: IncomingMessage, limitBytes: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const giveUp = (failure: BodyFailure) => {
      chunks.length = 0;
      if (failure === "too_large") throwAway(req);
      reject(new BodyNotRead(failure));
    };
    const chunks: Buffer[] = [];
    let bytes = 0;
    if (Number(req.headers["content-length"] ?? 0) > limitBytes) {
      giveUp("too_large");
      return;
    }
    const read = (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= limitBytes) chunks.push(chunk);
      else {
        req.off("data", read);
        giveUp("too_large");
      }
    };
    req.on("data", read);
    req.once("end", () => {
      resolve((chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)).toString("utf8"));
    });
    req.once("close", () => {
      if (!req.readableEnded) giveUp("gone");
    });
    req.once("error", () => {
      giveUp("gone");
    });
  });
}

function throwAway(req: IncomingMessage): void {
  const timer = setTimeout(() => req.destroy(), LINGER_MS).unref();
  req.once("close", () => {
    clearTimeout(timer);
  });
  req.resume();
}
