import { updateOrganisation } from "../../domain/identity/update-organisation.ts";
import type { Operation } from "../operation.ts";
import { organisationAnswer } from "./organisation.resource.ts";

export const updateOrganisationRoute: Operation<"updateOrganisation"> = async (ctx, { body, ifVersion }) =>
  organisationAnswer(await updateOrganisation(ctx, { ...body, ifVersion }));
