import { createReceiverConnection } from "../../domain/receiver/create-receiver-connection.ts";
import type { ReceiverConnectionWithSecret } from "../../domain/receiver/receiver-connection.ts";
import { created, type Answer } from "../answer.ts";
import type { Command } from "../operation.ts";
import { toReceiverConnectionWithSecretResource } from "./receiver-connection.resource.ts";

export const createReceiverConnectionRoute: Command<"createReceiverConnection", ReceiverConnectionWithSecret> = {
  run: (ctx, { body }) => createReceiverConnection(ctx, body),
  answer: ({ connection, secret }) => answer(connection, secret),
  keptAnswer: ({ connection }) => answer(connection, null),
};

function answer(connection: ReceiverConnectionWithSecret["connection"], secret: string | null): Answer {
  const { id, version } = connection;
  const body = toReceiverConnectionWithSecretResource(connection, secret);
  return created(`/v1/receiver-connections/${id}`, body, { version });
}
