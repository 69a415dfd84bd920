import type { ReceiverConnectionWithSecret } from "../../domain/receiver/receiver-connection.ts";
import { rotateReceiverSecret } from "../../domain/receiver/rotate-receiver-secret.ts";
import { ok, type Answer } from "../answer.ts";
import type { Command } from "../operation.ts";
import { toReceiverConnectionWithSecretResource } from "./receiver-connection.resource.ts";

export const rotateReceiverSecretRoute: Command<"rotateReceiverSecret", ReceiverConnectionWithSecret> = {
  run: (ctx, { params, body }) => rotateReceiverSecret(ctx, { overlapSeconds: DAY_SECONDS, ...params, ...body }),
  answer: ({ connection, secret }) => answer(connection, secret),
  keptAnswer: ({ connection }) => answer(connection, null),
};

const DAY_SECONDS = 86_400;

function answer(connection: ReceiverConnectionWithSecret["connection"], secret: string | null): Answer {
  return ok(toReceiverConnectionWithSecretResource(connection, secret), { version: connection.version });
}
