import type { IncomingMessage } from "node:http";
import { refusal } from "../limits/refusal.ts";
import { CallerGone } from "./request-signal.ts";

/** @throws payload_too_large as soon as more than `limitBytes` are announced or have come, CallerGone */
export function readBody(req: IncomingMessage, limitBytes: number): Promise<string> {
  if (Number(req.headers["content-length"] ?? 0) > limitBytes) return Promise.reject(tooLarge(limitBytes));
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    req.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= limitBytes) chunks.push(chunk);
      else reject(tooLarge(limitBytes));
    });
    req.once("end", () => {
      resolve((chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)).toString("utf8"));
    });
    req.once("close", () => {
      if (!req.readableEnded) reject(new CallerGone());
    });
    req.once("error", () => {
      reject(new CallerGone());
    });
  });
}

function tooLarge(limitBytes: number): Error {
  return refusal("payload_too_large", `The body may have ${limitBytes} bytes.`);
}
