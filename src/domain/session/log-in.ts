import { auditBeside } from "../audit/audit-beside.ts";
import { toMember } from "../identity/member.ts";
import { verifyPassword } from "../identity/password.ts";
import { DomainError } from "../shared/errors.ts";
import { asHouse } from "./as-house.ts";
import type { LoggedIn, LogInContext } from "./logged-in.ts";
import type { ProvenPerson } from "./insert-session.ts";
import { openSession } from "./open-session.ts";

export interface LogInInput {
  email: string;
  password: string;
  /** The first that the person became a member of when left out. */
  organisationId?: string;
  deviceName?: string;
}

/**
 * Opens a session of somebody who knows his password. Whether the address is known makes no difference to the answer, nor to
 * the work that goes before it.
 * @throws invalid_credentials, second_factor_required, overloaded
 */
export async function logIn(ctx: LogInContext, input: LogInInput): Promise<LoggedIn> {
  const found = await findAccount(ctx, input);
  const isRight = await verifyPassword(ctx, input.password, found?.passwordHash ?? null);
  if (!found || !isRight || !found.memberId) {
    if (found) noteRefusal(ctx, found);
    throw invalidCredentials();
  }
  const member = toMember(await ctx.db.prisma.member.findUniqueOrThrow({ where: { id: found.memberId } }));
  return openSession(ctx, { person: found, member, deviceName: input.deviceName ?? null });
}

interface Account extends ProvenPerson {
  /** Null: the person is no member of the organisation that was asked for. */
  memberId: string | null;
  /** The first, where he is no member of the one that was asked for. */
  organisationId: string | null;
}

/** One statement whoever it is: two for those who are known would tell them by the time it takes. */
const FIND_ACCOUNT = {
  name: "find_account",
  text: `SELECT u.id AS "userId", u.password_hash AS "passwordHash", m.organisation_id AS "organisationId",
      CASE WHEN $2::text IS NULL OR m.organisation_id = $2 THEN m.id END AS "memberId"
    FROM "user" u LEFT JOIN member m ON m.user_id = u.id
    WHERE u.email = $1
    ORDER BY m.organisation_id = $2 DESC NULLS LAST, m.created_at, m.id
    LIMIT 1`,
};

async function findAccount({ db }: LogInContext, { email, organisationId }: LogInInput): Promise<Account | null> {
  const [account] = await db.query<Account>(FIND_ACCOUNT, [email.toLowerCase(), organisationId ?? null]);
  return account ?? null;
}

/** In the background: what only a known address gives rise to would tell it by the time it takes. */
function noteRefusal(ctx: LogInContext, { userId, organisationId }: Account): void {
  if (organisationId === null) return;
  const record = { type: "session.refused", objectId: userId, outcome: "refused" } as const;
  auditBeside({ ...ctx, ...asHouse(ctx, organisationId) }, record);
}

function invalidCredentials(): DomainError {
  return new DomainError("invalid_credentials", {
    detail: "The e-mail address and the password do not belong together.",
  });
}
