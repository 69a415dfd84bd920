import type { IdentityProviders } from "../ports/identity-provider.ts";

/** With whom people can log in here. */
export function listIdentityProviders(ctx: { identityProviders: IdentityProviders }): { id: string; name: string }[] {
  return Array.from(ctx.identityProviders, ([id, { name }]) => ({ id, name }));
}
