import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { serverAudits } from "graphql-http";
import { createRestWorld, type RestWorld } from "../support/rest-world.ts";

/** The audits of graphql-http, the reference implementation of the specification, against the application as it is. */
let world: RestWorld;

beforeAll(async () => {
  world = await createRestWorld();
});

afterAll(() => world.close());

const audits = serverAudits({ url: () => `${world.app.baseUrl}/graphql`, fetchFn: fetchAsOwner });

/** A server that knows who asks: the audits send no credential. */
function fetchAsOwner(input: string | URL, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set("authorization", `Bearer ${world.clinic.owner.key}`);
  return fetch(input, { ...init, headers });
}

describe("GraphQL over HTTP", () => {
  test.each(audits)("$id $name", async ({ fn }) => {
    const result = await fn();
    expect("reason" in result ? result.reason : result.status).toBe("ok");
  });
});
