import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";

let world: RestWorld;

beforeAll(async () => {
  world = await createRestWorld();
  await world.clinic.addEventType();
});

afterAll(() => world.close());

test.each(["fixed", "weight", "priority", "schedule { id }", "member { id }"])(
  "the public is told who hosts a public event type, but not his %s",
  async (field) => {
    const ask = (fields: string) =>
      world.app.call("POST", "/graphql", {
        key: world.clinic.publishableKey,
        body: { query: `{ eventTypes { nodes { id hosts { ${fields} } } } }` },
      });
    const refused = await ask(field);
    expect(JSON.parse(refused.text)).toMatchObject({ data: null, errors: [{ extensions: { code: "forbidden" } }] });
    const told = JSON.parse((await ask("memberId")).text) as { data: { eventTypes: { nodes: { hosts: object[] }[] } } };
    expect(told.data.eventTypes.nodes[0]!.hosts).toEqual([{ memberId: expect.any(String) }]);
  },
);

test("the public is not shown an event type that was deleted, by whichever way", async () => {
  const { id, version } = await world.clinic.addEventType();
  const query = `{ node(id: "${id}") { id } eventType(id: "${id}") { id } }`;
  const ask = async (key: string) =>
    (JSON.parse((await world.app.call("POST", "/graphql", { key, body: { query } })).text) as { data: unknown }).data;
  expect(await ask(world.clinic.publishableKey)).toEqual({ node: { id }, eventType: { id } });
  await world.call("DELETE", `/v1/event-types/${id}`, { headers: { "if-match": `"${version}"` } });
  expect(await ask(world.clinic.publishableKey)).toEqual({ node: null, eventType: null });
  expect(await ask(world.clinic.owner.key)).toEqual({ node: { id }, eventType: { id } });
});
