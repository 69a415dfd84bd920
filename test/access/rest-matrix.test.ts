import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { ACTIONS } from "../../src/domain/access/policy.ts";
import { SCOPES, type Role } from "../../src/domain/shared/actor.ts";
import { OPERATIONS, type OperationId } from "../../src/generated/contract-operations.ts";
import {
  createSampleCalls,
  OPERATION_IDS,
  ruleOf,
  statusOf,
  type SampleCall,
  type SampleCalls,
} from "../support/sample-calls.ts";
import { seenBy } from "../support/rest-world.ts";
import { COMERS, createAccessWorld, type AccessWorld, type Comer } from "./access-world.ts";
import { expectedStatuses } from "./expected-access.ts";

/**
 * Every operation of the contract with everyone who may come, over HTTP: what happens is what the table of src/domain/access
 * says. An operation without a sample call does not compile (test/support/sample-calls.ts).
 */

let world: AccessWorld;
/** Calls on objects of each person, and on event types that are private. */
let samples: Record<Role | "private" | "stranger", SampleCalls>;
let cells = 0;

beforeAll(async () => {
  world = await createAccessWorld();
  const { clinic, stranger, logInAs } = world;
  const of = (role: Role) => {
    const person = clinic[role];
    return createSampleCalls({ ...world, logIn: () => logInAs(person) }, { memberId: person.memberId });
  };
  const other = await clinic.addPerson();
  for (const person of [clinic.owner, clinic.admin, clinic.member, other, stranger.owner]) await logInAs(person);
  samples = {
    owner: await of("owner"),
    admin: await of("admin"),
    member: await of("member"),
    stranger: await createSampleCalls(seenBy(world, stranger)),
    private: await createSampleCalls(world, { memberId: other.memberId, visibility: "private" }),
  };
}, 120_000);

afterAll(async () => {
  process.stdout.write(`access matrix, REST: ${OPERATION_IDS.length} operations, ${cells} cells\n`);
  await world.close();
});

/** Whose objects a request is made for. An account is one's own, whoever asks. */
function samplesFor(id: OperationId, { as, object }: Comer): SampleCalls {
  if (ACTIONS[id] === "manage one's account" && !OPERATIONS[id].path.includes("Id}"))
    return object === "another organisation's" ? samples.stranger : samplesOf({ as, object: "own" });
  return samplesOf({ as, object });
}

function samplesOf({ as, object }: Pick<Comer, "as" | "object">): SampleCalls {
  if (object === "private") return samples.private;
  if (object === "another organisation's") return samples.owner;
  const role = as === "admin" || as === "member" ? as : "owner";
  if (object === "own") return samples[role];
  return role === "owner" ? samples.member : samples.owner;
}

function withoutScopeOf(id: OperationId): Comer {
  const lacks = ruleOf(id)?.scope ?? null;
  return {
    name: `a key without ${lacks ?? "the scope of another operation"}`,
    as: "owner",
    by: "key",
    lacks,
    object: "own",
    credential: async ({ clinic }) =>
      (await clinic.addKey({ scopes: SCOPES.filter((scope) => scope !== (lacks ?? "audit:read")) })).key,
  };
}

/** Whoever leaves is gone: another one comes for him, unless he is the owner, who may not. */
async function credentialOf(id: OperationId, comer: Comer): Promise<string | null> {
  const { as, by } = comer;
  if (id !== "leaveOrganisation" || by === "key" || (as !== "admin" && as !== "member")) return comer.credential(world);
  return (await world.logInAs(await world.clinic.addPerson(as))).accessToken;
}

/** What the table says, but for what keeps the only owner. */
function statusesOf(id: OperationId, comer: Comer, sample: SampleCall): number[] {
  const expected = expectedStatuses(id, comer, sample);
  return comer.as === "owner" && expected[0] === OPERATIONS[id].successStatus ? [statusOf(id)] : expected;
}

const countEvents = async () => (await world.sql<{ n: string }>("SELECT count(*) AS n FROM outbox_event"))[0]!.n;

test.each(OPERATION_IDS)(
  "%s is open to whom its rule says, and changes nothing for all others",
  async (id) => {
    // Who is refused changes nothing, so that what he was refused stays there for the next.
    const untouched = new Map<SampleCalls, SampleCall>();
    for (const comer of [...COMERS, withoutScopeOf(id)]) {
      const of = samplesFor(id, comer);
      const sample = untouched.get(of) ?? (await of[id]());
      untouched.set(of, sample);
      const key = await credentialOf(id, comer);
      const before = await countEvents();
      const { status, body } = await world.app.call(OPERATIONS[id].method, sample.path, { key, body: sample.body });
      const expected = statusesOf(id, comer, sample);
      const told = { comer: comer.name, status, detail: status < 400 ? "" : body.detail };
      expect(told).toEqual({ ...told, status: expected.includes(status) ? status : expected });
      if (status >= 400) expect(await countEvents()).toBe(before);
      else untouched.delete(of);
      cells += 1;
    }
  },
  120_000,
);
