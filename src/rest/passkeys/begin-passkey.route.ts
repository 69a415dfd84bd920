import { beginPasskey, type PasskeyCreationOptions } from "../../domain/passkey/begin-passkey.ts";
import { ok } from "../answer.ts";
import type { Command } from "../operation.ts";

export const beginPasskeyRoute: Command<"beginPasskey", PasskeyCreationOptions> = {
  run: (ctx) => beginPasskey(ctx),
  answer: (options) => ok(options),
};
