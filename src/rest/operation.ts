import type { ACTIONS, Anybody } from "../domain/access/policy.ts";
import type { DeviceContext } from "../domain/device/register-device.ts";
import type { GuestLinkContext } from "../domain/guest-link/create-guest-link.ts";
import type { SignUpContext } from "../domain/identity/sign-up.ts";
import type { IntegrationStates } from "../domain/ports/integration-states.ts";
import type { LogInContext, ProofContext } from "../domain/session/logged-in.ts";
import type { Actor } from "../domain/shared/actor.ts";
import type { ReceiverContext } from "../domain/receiver/receiver-connection.ts";
import type { WebhookContext } from "../domain/webhook-endpoint/webhook-endpoint.ts";
import type { operations } from "../generated/contract.ts";
import type { OperationId, OPERATIONS } from "../generated/contract-operations.ts";
import type { Answer } from "./answer.ts";
import type { Limits } from "./limits/count-requests.ts";

type Parameters<Id extends OperationId> = operations[Id]["parameters"];

type Params<Id extends OperationId> = Parameters<Id> extends { path: infer Path } ? Path : Record<string, never>;

/** Query parameters with a documented default are always there. */
type Query<Id extends OperationId> =
  NonNullable<Parameters<Id>["query"]> extends infer Given
    ? Given & Required<Pick<Given, keyof Given & keyof (typeof OPERATIONS)[Id]["queryDefaults"]>>
    : never;

type Body<Id extends OperationId> = operations[Id] extends {
  requestBody?: { content: { "application/json": infer B } };
}
  ? B
  : undefined;

/** A request that fits the contract. */
export interface OperationInput<Id extends OperationId> {
  params: Params<Id>;
  query: Query<Id>;
  body: Body<Id>;
  /** The version of If-Match. */
  ifVersion?: number;
}

/** What operations without a credential work with. */
export interface ServiceContext extends LogInContext {
  signUp: SignUpContext["signUp"];
  /** True from the moment on that the process was told to end. */
  isDraining(): boolean;
  integrationStates: IntegrationStates;
  limits: Limits;
  /** The refresh token that came in a cookie, or null. @throws csrf_token_invalid, malformed_request */
  refreshCookie(): string | null;
}

/** What operations of somebody who is known work with. */
export type CallerContext = ProofContext &
  GuestLinkContext &
  WebhookContext &
  ReceiverContext &
  DeviceContext & {
    /** Whether the access token came in a cookie. */
    byCookie: boolean;
  };

type ContextOf<Id extends OperationId> = (typeof ACTIONS)[Id] extends Anybody ? ServiceContext : CallerContext;

/** An operation that changes nothing, whose repetition does no harm, or whose answer is a secret that is not to be kept. */
export type Operation<Id extends OperationId> = (ctx: ContextOf<Id>, input: OperationInput<Id>) => Promise<Answer>;

/**
 * A POST of somebody who is known. What it did and what it answers are apart, since the answer is kept under the idempotency key in the
 * transaction of the effect.
 */
export interface Command<Id extends OperationId, Result> {
  run(ctx: CallerContext, input: OperationInput<Id>): Promise<Result>;
  answer(result: Result, actor: Actor): Answer;
  /** The answer without its secret, where it has one. */
  keptAnswer?(result: Result): Answer;
}

type CommandId = {
  [Id in OperationId]: (typeof ACTIONS)[Id] extends Anybody
    ? never
    : (typeof OPERATIONS)[Id] extends { method: "POST" }
      ? Id
      : never;
}[OperationId];

/** Every operation of the contract, and no other. */
export type Routes = {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each command has a result of its own
  [Id in OperationId]: Id extends CommandId ? Command<Id, any> : Operation<Id>;
};
