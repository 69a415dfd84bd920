import { getOrganisation } from "../../domain/identity/get-organisation.ts";
import type { Operation } from "../operation.ts";
import { organisationAnswer } from "./organisation.resource.ts";

export const getOrganisationRoute: Operation<"getOrganisation"> = async (ctx) =>
  organisationAnswer(await getOrganisation(ctx));
