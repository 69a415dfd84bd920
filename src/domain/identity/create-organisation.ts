import type { Recorder } from "../audit/record-command.ts";
import { SCOPES } from "../shared/actor.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { addOrganisation } from "./add-organisation.ts";
import { hashPassword, type PasswordPorts } from "./password.ts";

export interface CreateOrganisationInput {
  name: string;
  /** A test organisation never takes live time. */
  mode: "live" | "test";
  /** The live organisation that a test one stands beside. */
  liveOrganisationId?: string;
  /** The password is that of a new user; somebody who is known by this address keeps his. */
  owner: { name: string; email: string; password: string; timeZone: string; locale: string };
}

export interface NewOrganisation {
  organisationId: string;
  ownerMemberId: string;
}

type Deps = Pick<DomainContext, "db" | "clock" | "ids"> & PasswordPorts;

/** Makes an organisation with its first member, its owner, who can log in. There is no actor yet: the owner is told as it. */
export async function createOrganisation(deps: Deps, input: CreateOrganisationInput): Promise<NewOrganisation> {
  const { owner, ...organisation } = input;
  const [organisationId, ownerMemberId] = [deps.ids("organisation"), deps.ids("member")];
  const { password, ...person } = owner;
  const passwordHash = await hashPassword(deps, password);

  return deps.db.transaction(async (tx) => {
    const userId = await ensureUser(deps, tx, owner, passwordHash);
    await addOrganisation(asOwner(deps, organisationId, ownerMemberId), tx, {
      ...organisation,
      id: organisationId,
      owner: { ...person, memberId: ownerMemberId, userId },
    });
    return { organisationId, ownerMemberId };
  });
}

async function ensureUser(
  deps: Deps,
  tx: Transaction,
  { name, email }: CreateOrganisationInput["owner"],
  passwordHash: string,
): Promise<string> {
  const now = deps.clock.now();
  const stamps = { createdAt: now, updatedAt: now };
  const user = await tx.user.upsert({
    where: { email: email.toLowerCase() },
    create: { id: deps.ids("user"), email: email.toLowerCase(), name, passwordHash, ...stamps },
    update: {},
  });
  return user.id;
}

function asOwner(deps: Deps, organisationId: string, memberId: string): Recorder {
  const scopes = new Set(SCOPES);
  return {
    ...deps,
    actor: { kind: "console", organisationId, memberId, role: "owner", credentialId: "console", scopes },
    request: { requestId: "console", address: null, userAgent: null },
  };
}
