import { describe, expect, test } from "@jest/globals";
import { errorForLog } from "../../src/main/error-for-log.ts";

const ROW = "Failing row contains (usr_1, ada@example.com, $argon2id$v=19).";

/** As pg makes it. */
function fromDatabase(code: string, message: string): Error {
  const more = { code, severity: "ERROR", table: "user", constraint: "user_email_key", routine: "ExecConstraints" };
  return Object.assign(new Error(message), more, { detail: ROW, where: ROW, hint: ROW, internalQuery: ROW });
}

test("an error of the database says which rule was broken and where, and nothing of the row", () => {
  const logged = errorForLog(fromDatabase("23514", 'new row for relation "user" violates check constraint "x"'));
  expect(logged).toMatchObject({
    type: "Error",
    message: 'new row for relation "user" violates check constraint "x"',
    code: "23514",
    table: "user",
    constraint: "user_email_key",
    stack: expect.stringContaining("error-for-log.test.ts"),
  });
  expect(JSON.stringify(logged)).not.toMatch(/argon|ada@/);
});

test("a value that could not be read is not quoted, in the message and in the stack", () => {
  const logged = errorForLog(fromDatabase("22P02", 'invalid input syntax for type uuid: "ada lovelace"'));
  expect(logged.message).toBe('invalid input syntax for type uuid: "..."');
  expect(logged.stack).not.toContain("lovelace");
  expect(logged.stack).toContain("at ");
});

test("whom a mail server does not know is not named", () => {
  const { message } = errorForLog(new Error("550 5.1.1 <ada+bookings@mail.example.com>: no such user"));
  expect(message).toBe("550 5.1.1 <(an address)>: no such user");
});

describe("what lies behind an error", () => {
  test("is told in the same way, so deep and no deeper", () => {
    const cause = fromDatabase("23505", "duplicate key value");
    const logged = errorForLog(new Error("outer", { cause }));
    expect(logged.cause).toMatchObject({ code: "23505", message: "duplicate key value" });
    expect(JSON.stringify(logged)).not.toContain("argon");
    const ring = new Error("ring");
    ring.cause = ring;
    expect(JSON.stringify(errorForLog(ring)).split('"ring"')).toHaveLength(7);
  });

  test("of several at once is each of them", () => {
    const logged = errorForLog(new AggregateError([new Error("one"), new Error("two")], "all"));
    expect(logged.errors!.map(({ message }) => message)).toEqual(["one", "two"]);
  });

  test("is not told where it is a plain object, such as the meta of Prisma", () => {
    const logged = errorForLog(Object.assign(new Error("x"), { meta: { row: ROW }, cause: { detail: ROW } }));
    expect(JSON.stringify(logged)).not.toContain("argon");
  });
});
