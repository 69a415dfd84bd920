import { signUp } from "../../domain/identity/sign-up.ts";
import { accepted } from "../answer.ts";
import { instant } from "../instant.ts";
import type { Operation } from "../operation.ts";

export const signUpRoute: Operation<"signUp"> = async (ctx, { body }) =>
  accepted({ expiresAt: instant(await signUp(ctx, body)) });
