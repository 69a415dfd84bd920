import { beginFlow, type FlowContext, type StartedFlow } from "./flow.ts";

export interface StartSocialLogInInput {
  provider: string;
  deviceName?: string;
  /** A path in the app. */
  returnTo?: string;
}

/** Sends somebody to a provider to log in there. @throws not_found, provider_unavailable */
export async function startSocialLogIn(ctx: FlowContext, input: StartSocialLogInInput): Promise<StartedFlow> {
  const { provider, deviceName = null, returnTo = null } = input;
  const keep = await beginFlow(ctx, { provider, userId: null, deviceName, returnTo });
  return keep(ctx.db.prisma);
}
