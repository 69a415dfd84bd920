import { ok } from "../answer.ts";
import { CONTRACT_TEXT } from "../contract-document.ts";
import type { Operation } from "../operation.ts";

// eslint-disable-next-line @typescript-eslint/require-await -- an operation is asynchronous
export const getContractRoute: Operation<"getContract"> = async () => ok(CONTRACT_TEXT, { taggedByBody: true });
