import { listPublicKeys } from "../../domain/access/key-ring.ts";
import { ok } from "../answer.ts";
import type { Operation } from "../operation.ts";

export const listSigningKeysRoute: Operation<"listSigningKeys"> = async (ctx) =>
  ok({ keys: await listPublicKeys(ctx) }, { taggedByBody: true });
