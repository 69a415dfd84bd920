import { createArgon2PasswordHasher } from "../../src/adapters/password-hasher/argon2/argon2-password-hasher.ts";
import { newId } from "../../src/domain/shared/ids.ts";
import type { HttpRequest } from "./load.ts";
import type { World } from "./world.ts";

/** People of the organisation who have a password, all the same one. @returns their addresses */
export async function addAccounts({ pool, organisation }: World, count: number): Promise<string[]> {
  const passwordHash = await createArgon2PasswordHasher().hash(newId("user"));
  const emails = Array.from({ length: count }, (_, index) => `person-${index}@bench.example`);
  for (const email of emails) {
    const userId = newId("user");
    await pool.query(
      `INSERT INTO "user" (id, email, name, password_hash, created_at, updated_at) VALUES ($1, $2, $2, $3, now(), now())`,
      [userId, email, passwordHash],
    );
    await pool.query(
      `INSERT INTO member (id, organisation_id, user_id, name, email, role, time_zone, locale, version, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $4, 'member', 'UTC', 'en', 1, now(), now())`,
      [newId("member"), organisation.id, userId, email],
    );
  }
  return emails;
}

export const wrongLogIn = (email: string) =>
  post("/v1/auth/log-in", { email, password: "not the password of anybody" });

export function post(path: string, body: object): HttpRequest {
  return { method: "POST", path, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}
