import { ok } from "../answer.ts";
import type { Operation } from "../operation.ts";

/** The process runs; whether it can serve is readiness's to say. */
// eslint-disable-next-line @typescript-eslint/require-await -- an operation is asynchronous
export const getLivenessRoute: Operation<"getLiveness"> = async () => ok({ status: "ok" });
