import { addPasskey, type AddedPasskey } from "../../domain/passkey/add-passkey.ts";
import { created, type Answer } from "../answer.ts";
import type { Command } from "../operation.ts";
import { toPasskeyResource } from "./passkey.resource.ts";

export const addPasskeyRoute: Command<"addPasskey", AddedPasskey> = {
  run: (ctx, { body }) => addPasskey(ctx, body),
  answer: (added) => toAnswer(added),
  keptAnswer: ({ passkey }) => toAnswer({ passkey, recoveryCodes: null }),
};

function toAnswer({ passkey, recoveryCodes }: AddedPasskey): Answer {
  return created(`/v1/me/passkeys/${passkey.id}`, { ...toPasskeyResource(passkey), recoveryCodes });
}
