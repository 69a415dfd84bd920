import { getGroupSession } from "../../domain/group-session/get-group-session.ts";
import { ok } from "../answer.ts";
import type { Operation } from "../operation.ts";
import { toGroupSessionResource } from "./group-session.resource.ts";

export const getGroupSessionRoute: Operation<"getGroupSession"> = async (ctx, { params }) =>
  ok(toGroupSessionResource(await getGroupSession(ctx, params.groupSessionId)));
