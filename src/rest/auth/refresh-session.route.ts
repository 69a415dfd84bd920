import { refreshSession } from "../../domain/session/refresh-session.ts";
import { assertValid, DomainError } from "../../domain/shared/errors.ts";
import type { Operation, OperationInput, ServiceContext } from "../operation.ts";
import { answerLoggedIn } from "./logged-in.resource.ts";

export const refreshSessionRoute: Operation<"refreshSession"> = async (ctx, { body }) =>
  answerLoggedIn(ctx, await refreshSession(ctx, refreshTokenOf(ctx, body)), body.transport);

type Body = OperationInput<"refreshSession">["body"];

/** From where the next one goes to. @throws validation_failed, invalid_refresh_token, csrf_token_invalid */
function refreshTokenOf(ctx: ServiceContext, { transport, refreshToken }: Body): string {
  const byCookie = transport === "cookie";
  const pointer = "/refreshToken";
  if (byCookie && refreshToken !== undefined) assertValid([{ pointer, message: "is in a cookie with this transport" }]);
  if (!byCookie && refreshToken === undefined) assertValid([{ pointer, message: "is required" }]);
  const token = byCookie ? ctx.refreshCookie() : refreshToken;
  if (typeof token === "string") return token;
  throw new DomainError("invalid_refresh_token", { detail: "There is no refresh cookie." });
}
