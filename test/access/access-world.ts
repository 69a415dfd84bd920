import { insertSession } from "../../src/domain/session/insert-session.ts";
import { toLoggedIn, type LogInContext } from "../../src/domain/session/logged-in.ts";
import { toMember } from "../../src/domain/identity/member.ts";
import { newId } from "../../src/domain/shared/ids.ts";
import type { Role } from "../../src/domain/shared/actor.ts";
import type { Clinic, Person } from "../support/clinic.ts";
import { createListLog } from "../support/list-log.ts";
import { TEST_SEALER, type AnswerBody } from "../support/rest-app.ts";
import { createRestWorld, type RestWorld } from "../support/rest-world.ts";
import type { Column } from "./expected-access.ts";

/** A world with one of each who may ask, and with credentials that are worth nothing any more. */
export interface AccessWorld extends RestWorld {
  /** A new session of one of the people of either organisation, who get an account by it. */
  logInAs: (person: Person) => Promise<AnswerBody>;
  dead: Record<DeadCredential, string>;
}

export const DEAD = [
  "an unknown key",
  "a key that has expired",
  "a key that was revoked",
  "a token that has expired",
  "a token of a session that was ended",
] as const;
export type DeadCredential = (typeof DEAD)[number];

const MINUTE_MS = 60_000;

export async function createAccessWorld(): Promise<AccessWorld> {
  const world = await createRestWorld();
  const { clinic, clock, call } = world;
  const logInAs = sessionsOf(world);
  const expiring = await clinic.addKey({ expiresAt: new Date(clock.now().getTime() + MINUTE_MS) });
  const revoked = await clinic.addKey({});
  const stale = await logInAs(clinic.owner);
  for (const key of [expiring.key, revoked.key, stale.accessToken]) await assertWorks(world, key);
  clock.advance(15 * MINUTE_MS);
  await call("DELETE", `/v1/api-keys/${revoked.id}`);
  const ended = await logInAs(clinic.owner);
  await call("DELETE", `/v1/sessions/${ended.session.id}`, { key: ended.accessToken });
  const dead = {
    "an unknown key": `${expiring.key.slice(0, -6)}000000`,
    "a key that has expired": expiring.key,
    "a key that was revoked": revoked.key,
    "a token that has expired": stale.accessToken,
    "a token of a session that was ended": ended.accessToken,
  };
  return { ...world, logInAs, dead };
}

async function assertWorks({ call }: RestWorld, key: string): Promise<void> {
  const { status } = await call("GET", "/v1/members", { key });
  if (status !== 200) throw new Error(`A credential that is to die must have lived: ${status}`);
}

/** What a log-in needs besides is not asked for by those who write a session. */
const NOT_ASKED_FOR = {} as LogInContext;

/** Without the work that a password takes, and without a second factor. All have the password of the owner. */
function sessionsOf({ app: { db }, clinic, clock }: RestWorld): AccessWorld["logInAs"] {
  const { prisma } = db;
  const request = { requestId: "set-up", address: null, userAgent: null };
  const ctx = { ...NOT_ASKED_FOR, db, clock, ids: newId, log: createListLog([]), request, sealer: TEST_SEALER };

  const userOf = async (memberId: string) => {
    const member = await prisma.member.findUniqueOrThrow({ where: { id: memberId }, include: { user: true } });
    if (member.user) return member.user;
    const stamps = { createdAt: clock.now(), updatedAt: clock.now() };
    const { passwordHash } = await prisma.user.findUniqueOrThrow({ where: { email: clinic.ownerLogIn.email } });
    const user = await prisma.user.create({
      data: { id: newId("user"), email: member.email, name: member.name, passwordHash, ...stamps },
    });
    await prisma.member.update({ where: { id: memberId }, data: { userId: user.id } });
    return user;
  };

  return async ({ memberId }) => {
    const user = await userOf(memberId);
    const member = toMember(await prisma.member.findUniqueOrThrow({ where: { id: memberId } }));
    const person = { userId: user.id, passwordHash: user.passwordHash };
    const { session, refreshToken } = await db.transaction((tx) =>
      insertSession(ctx, tx, { person, member, deviceName: null }),
    );
    return (await toLoggedIn(ctx, session, member, refreshToken)) as unknown as AnswerBody;
  };
}

/** One way to come, with how to get a credential for it. Sessions are new each time: some operations end them. */
export interface Comer extends Column {
  name: string;
  credential: (world: AccessWorld) => Promise<string | null> | string | null;
}

const ROLES: Role[] = ["owner", "admin", "member"];
type Objects = Column["object"];

/** Of everyone who may come, for his own object and for another's. The wrong scope is that of an operation: it is not here. */
export const COMERS: Comer[] = [
  { name: "nobody", as: null, by: "key", object: "own", credential: () => null },
  ...DEAD.map((name): Comer => ({ name, as: null, by: "key", object: "own", credential: ({ dead }) => dead[name] })),
  ...ROLES.flatMap((role) => (["own", "another's"] as const).flatMap((object) => staff(role, object, "clinic"))),
  ...staff("owner", "another organisation's", "stranger"),
  publishable("own", "a publishable key"),
  publishable("private", "a publishable key, what is private"),
];

function staff(role: Role, object: Objects, of: "clinic" | "stranger"): Comer[] {
  const whose = object === "own" ? "his own" : object;
  return [
    { name: `${role} by key, ${whose}`, as: role, by: "key", object, credential: (world) => world[of][role].key },
    {
      name: `${role} logged in, ${whose}`,
      as: role,
      by: "session",
      object,
      credential: async (world) => (await world.logInAs(world[of][role])).accessToken,
    },
  ];
}

function publishable(object: Objects, name: string): Comer {
  return {
    name,
    as: "publishable_key",
    by: "key",
    object,
    credential: ({ clinic }: { clinic: Clinic }) => clinic.publishableKey,
  };
}
