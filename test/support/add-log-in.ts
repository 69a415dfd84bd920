import { newId } from "../../src/domain/shared/ids.ts";
import type { Person } from "./clinic.ts";
import type { AnswerBody } from "./rest-app.ts";
import type { RestWorld } from "./rest-world.ts";

/** Makes somebody of the clinic a person who can log in, by the owner's password. @returns how he does */
export async function addLogIn(world: RestWorld, { memberId }: Person): Promise<() => Promise<AnswerBody>> {
  const userId = newId("user");
  await world.sql(
    `INSERT INTO "user" (id, email, name, password_hash, created_at, updated_at)
     SELECT $1, m.email, m.name, o.password_hash, m.created_at, m.updated_at
     FROM member m, "user" o WHERE m.id = $2 AND o.email = $3`,
    [userId, memberId, world.clinic.ownerLogIn.email],
  );
  const [{ email }] = (await world.sql<{ email: string }>(
    "UPDATE member SET user_id = $1 WHERE id = $2 RETURNING email",
    [userId, memberId],
  )) as [{ email: string }];
  const { password } = world.clinic.ownerLogIn;
  return async () => {
    const { status, body } = await world.call("POST", "/v1/auth/log-in", { key: null, body: { email, password } });
    if (status !== 200) throw new Error(`Not logged in: ${JSON.stringify(body)}`);
    return body;
  };
}
