import { IdentityProviderError, type IdentityProvider } from "../ports/identity-provider.ts";
import { DomainError, notFound } from "../shared/errors.ts";
import type { FlowContext } from "./flow.ts";

type Deps = Pick<FlowContext, "identityProviders" | "log">;

/**
 * Asks a provider, and says in our words what came of it. Why goes to the log, whose reader can do something about it.
 * @throws not_found when no such provider is configured, identity_not_proven, provider_unavailable
 */
export async function askProvider<Answer>(
  { identityProviders, log }: Deps,
  id: string,
  ask: (provider: IdentityProvider) => Promise<Answer>,
): Promise<Answer> {
  const provider = identityProviders.get(id);
  if (!provider) throw notFound("provider");
  try {
    return await ask(provider);
  } catch (error) {
    if (!(error instanceof IdentityProviderError)) throw error;
    const { failure, message: reason } = error;
    const fields = { provider: id, failure, reason };
    if (failure === "misconfigured") log.error(fields, "an identity provider is not set up as it has to be");
    else log.warn(fields, "an identity provider did not say who somebody is");
    throw toDomainError(error, provider);
  }
}

function toDomainError({ failure }: IdentityProviderError, { name }: IdentityProvider): DomainError {
  if (failure === "refused") return identityNotProven("What came back from the provider proves nothing.");
  return new DomainError("provider_unavailable", {
    detail: "The provider does not answer, or not as it should.",
    userMessage: `${name} cannot be reached right now. Please try again in a moment, or sign in another way.`,
    retryAfterSeconds: 5,
  });
}

export function identityNotProven(detail: string, extensions?: Record<string, unknown>): DomainError {
  return new DomainError("identity_not_proven", { detail, extensions });
}
