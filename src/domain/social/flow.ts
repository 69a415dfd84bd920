import { hash, randomBytes } from "node:crypto";
import type { IdentityFlow } from "../../generated/prisma/client.ts";
import type { FlowSecrets, ProvenIdentity } from "../ports/identity-provider.ts";
import type { ProofPorts } from "../session/logged-in.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { assertValid, DomainError } from "../shared/errors.ts";
import { askProvider, identityNotProven } from "./ask-provider.ts";

/** What a flow needs, whether somebody has logged in or is about to. */
export type FlowContext = Omit<DomainContext, "actor" | "once"> & ProofPorts;

/** A person who went to a provider, to come back within 10 minutes. */
export interface NewFlow {
  provider: string;
  /** Whose account the identity is to be linked with. Null: he wants to log in. */
  userId: string | null;
  deviceName: string | null;
  /** Where in the app he was. */
  returnTo: string | null;
}

export interface StartedFlow {
  /** Where to send the browser. */
  authorisationUrl: string;
  /** Stays with the browser that began the flow: nobody without it can finish it (RFC 9700 4.7). */
  flowToken: string;
  expiresAt: Date;
}

/** What the app posts when the browser has come back. */
export interface FinishFlowInput {
  provider: string;
  flowToken: string;
  state: string;
  code?: string;
  iss?: string;
  error?: string;
}

const HOLDS_MS = 600_000;
const PREFIX = "hf_fl_";
const BYTES = 32;
const SEALED_FOR = "identity flow";

/** Begins a flow. It is there once `keep` has run, in the caller's transaction: the provider is asked before that. */
export async function beginFlow(ctx: FlowContext, flow: NewFlow) {
  const secrets: FlowSecrets = { state: chance(), nonce: chance(), codeVerifier: chance() };
  const authorisationUrl = await askProvider(ctx, flow.provider, (provider) => provider.authorisationUrl(secrets));
  const createdAt = ctx.clock.now();
  const expiresAt = new Date(createdAt.getTime() + HOLDS_MS);
  const flowToken = PREFIX + chance();
  const started: StartedFlow = { authorisationUrl, flowToken, expiresAt };
  const keep = async (tx: Transaction): Promise<StartedFlow> => {
    const row = { ...flow, hash: hashOf(flowToken), secrets: ctx.sealer.seal(JSON.stringify(secrets), SEALED_FOR) };
    await tx.identityFlow.create({ data: { ...row, createdAt, expiresAt } });
    return started;
  };
  return keep;
}

/**
 * Uses a flow up, whatever comes of it, and asks the provider who has come back. Where the provider does not answer, the flow
 * is there again: the same request may be sent once more.
 * @param userId as the flow was begun with
 * @throws invalid_flow_token, identity_not_proven, provider_unavailable, validation_failed, not_found
 */
export async function finishFlow(
  ctx: FlowContext,
  input: FinishFlowInput,
  userId: string | null,
): Promise<{ flow: NewFlow; proven: ProvenIdentity }> {
  const { provider, state, code, iss, error } = input;
  if (error === undefined) assertValid(code === undefined ? [{ pointer: "/code", message: "is missing" }] : []);
  const flow = await takeFlow(ctx, input, userId);
  const secrets = openSecrets(ctx, flow);
  if (secrets?.state !== state) throw invalidFlowToken();
  if (code === undefined || error !== undefined) throw refusedByProvider(error!);
  try {
    const proven = await askProvider(ctx, provider, (each) => each.identify({ code, state, iss }, secrets));
    return { flow, proven };
  } catch (failure) {
    if (failure instanceof DomainError && failure.code === "provider_unavailable") await giveBack(ctx, flow);
    throw failure;
  }
}

/** Of several who bring the same token at once, one gets through. */
async function takeFlow(
  { db, clock }: FlowContext,
  { provider, flowToken }: FinishFlowInput,
  userId: string | null,
): Promise<IdentityFlow> {
  const usedAt = clock.now();
  const where = { hash: hashOf(flowToken), provider, userId, usedAt: null, expiresAt: { gt: usedAt } };
  const [flow] = await db.prisma.identityFlow.updateManyAndReturn({ where, data: { usedAt } });
  if (!flow) throw invalidFlowToken();
  return flow;
}

async function giveBack({ db }: FlowContext, { hash: key }: IdentityFlow): Promise<void> {
  await db.prisma.identityFlow.updateMany({ where: { hash: key }, data: { usedAt: null } });
}

/** Null: the server's secret was changed since. */
function openSecrets({ sealer }: FlowContext, flow: IdentityFlow): FlowSecrets | null {
  const opened = sealer.open(flow.secrets, SEALED_FOR);
  return opened === null ? null : (JSON.parse(opened) as FlowSecrets);
}

/** The provider's word for why is passed on where it is one of the standards' (RFC 6749 4.1.2.1). */
function refusedByProvider(error: string): DomainError {
  const providerError = /^[a-z_]{1,64}$/.test(error) ? error : "unknown";
  return identityNotProven("The provider has sent the browser back with an error.", { providerError });
}

function invalidFlowToken(): DomainError {
  return new DomainError("invalid_flow_token", {
    detail: "The flow is unknown, has expired, was finished, or belongs to another browser. Start another.",
  });
}

function hashOf(flowToken: string): string {
  return hash("sha256", flowToken, "hex");
}

function chance(): string {
  return randomBytes(BYTES).toString("base64url");
}
