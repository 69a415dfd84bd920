import { listIdentityProviders } from "../../domain/social/list-identity-providers.ts";
import { ok } from "../answer.ts";
import type { Operation } from "../operation.ts";

export const listIdentityProvidersRoute: Operation<"listIdentityProviders"> = (ctx) =>
  Promise.resolve(ok({ providers: listIdentityProviders(ctx) }));
