import { offerPasskeys } from "../../domain/passkey/offer-passkeys.ts";
import { ok } from "../answer.ts";
import type { Operation } from "../operation.ts";

export const offerPasskeysRoute: Operation<"offerPasskeys"> = async (ctx) => ok(await offerPasskeys(ctx));
