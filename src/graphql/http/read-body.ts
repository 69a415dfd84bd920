import type { IncomingMessage } from "node:http";
import { BodyNotRead, readBody as readText } from "../../http/read-body.ts";
import { refusal } from "../limits/refusal.ts";
import { CallerGone } from "./request-signal.ts";

/** @throws payload_too_large as soon as more than `limitBytes` are announced or have come, CallerGone */
export async function readBody(req: IncomingMessage, limitBytes: number): Promise<string> {
  try {
    return await readText(req, limitBytes);
  } catch (error) {
    if (!(error instanceof BodyNotRead)) throw error;
    if (error.failure === "gone") throw new CallerGone();
    throw refusal("payload_too_large", `The body may have ${limitBytes} bytes.`);
  }
}
