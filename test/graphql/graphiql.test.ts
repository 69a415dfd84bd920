import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { parse, validate } from "graphql";
import { EXAMPLES } from "../../src/graphql/graphiql/examples.ts";
import { schema } from "../../src/graphql/schema.ts";
import type { Answer, RestApp } from "../support/rest-app.ts";
import { createRestWorld, type RestWorld } from "../support/rest-world.ts";

let world: RestWorld;
let development: RestApp;

beforeAll(async () => {
  world = await createRestWorld();
  development = await world.startTwin({ isDevelopment: true });
});

afterAll(() => world.close());

/** As browsers do. */
const BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

function open(app: RestApp, path = "/graphql", accept = BROWSER): Promise<Answer> {
  return app.call("GET", path, { headers: { accept } });
}

describe("in development a browser finds GraphiQL", () => {
  test("with nothing from elsewhere, and nothing in the page that the policy refuses", async () => {
    const { status, headers, text } = await open(development);
    expect([status, headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
    expect(text).not.toMatch(/https?:|<script>|<style>| on\w+=/);
    expect(headers["content-security-policy"]).toContain("script-src 'self';");
    const files = [...text.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path!);
    expect(files).toHaveLength(2);
    for (const path of files) expect((await open(development, path, "*/*")).status).toBe(200);
  });

  test("with the workers of its editor", async () => {
    for (const name of ["editorWorkerService", "graphql", "json"]) {
      const { status, headers } = await open(development, `/graphql/graphiql/${name}.worker.js`, "*/*");
      expect([status, headers["content-type"]]).toEqual([200, "text/javascript; charset=utf-8"]);
    }
  });

  test("with examples that fit the schema", () => {
    for (const { query } of EXAMPLES) expect(validate(schema, parse(query))).toEqual([]);
  });

  test("and everybody else the gateway", async () => {
    const answer = await development.call("GET", "/graphql?query=%7B__typename%7D", { key: world.clinic.owner.key });
    expect(answer.body).toMatchObject({ data: { __typename: "Query" } });
    expect((await open(development, "/graphql/graphiql/toString")).status).toBe(404);
  });
});

test("in production there is none", async () => {
  const asked = { key: world.clinic.owner.key, headers: { accept: "text/html" } };
  const page = await world.call("GET", "/graphql", asked);
  expect([page.status, page.headers["content-type"]]).toEqual([406, "application/json; charset=utf-8"]);
  expect((await open(world.app)).status).toBe(401);
  expect((await open(world.app, "/graphql/graphiql/graphiql.js")).status).toBe(404);
});
