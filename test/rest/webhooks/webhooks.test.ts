import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";

let world: RestWorld;

beforeAll(async () => {
  world = await createRestWorld();
});

afterAll(() => world.close());

const ENDPOINTS = "/v1/webhook-endpoints";
const add = (body: object = {}, headers = {}) =>
  world.call("POST", ENDPOINTS, { body: { url: "https://receiver.example/", ...body }, headers });

describe("a webhook endpoint", () => {
  test("shows its secret once, and not in the answer that is kept", async () => {
    const headers = { "Idempotency-Key": "once" };
    const first = await add({}, headers);
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({ eventTypes: ["*"], apiVersion: "v1", status: "enabled", version: 1 });
    expect(first.body.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect((await add({}, headers)).body).toEqual({ ...first.body, secret: null });
    const { secret: _, ...endpoint } = first.body as unknown as Record<string, unknown>;
    expect((await world.call("GET", `${ENDPOINTS}/${first.body.id}`)).body).toEqual(endpoint);
  });

  test.each([
    [{ url: "http://receiver.example/" }, "/url"],
    [{ url: "https://a:b@receiver.example/" }, "/url"],
    [{ eventTypes: ["booking.made"] }, "/eventTypes/0"],
    [{ eventTypes: [] }, "/eventTypes"],
  ])("with %j is refused, with what and where", async (body, pointer) => {
    const { status, body: problem } = await add(body);
    expect(status).toBe(422);
    expect(problem).toMatchObject({ code: "validation_failed", errors: [{ pointer }] });
  });

  test("is disabled and enabled again, by the version that was seen", async () => {
    const { id } = (await add()).body;
    const patch = (status: string, version: number) =>
      world.call("PATCH", `${ENDPOINTS}/${id}`, { body: { status }, headers: { "If-Match": `"${version}"` } });
    expect((await patch("disabled", 1)).body).toMatchObject({
      status: "disabled",
      disabledReason: "by_request",
      version: 2,
    });
    expect((await patch("enabled", 1)).status).toBe(412);
    expect((await world.call("POST", `${ENDPOINTS}/${id}/ping`)).body).toMatchObject({
      code: "webhook_endpoint_disabled",
    });
    expect((await patch("enabled", 2)).body).toMatchObject({ status: "enabled", disabledReason: null, version: 3 });
  });

  test("is pinged, and what was sent is listed and sent again with the same event", async () => {
    const { id } = (await add({ eventTypes: ["hold.extended"] })).body;
    const ping = await world.call("POST", `${ENDPOINTS}/${id}/ping`);
    expect(ping.status).toBe(201);
    expect(ping.body).toMatchObject({
      cause: "ping",
      eventType: "webhook_endpoint.pinged",
      objectId: id,
      attempts: [],
    });
    const again = await world.call("POST", `/v1/webhook-deliveries/${ping.body.id}/replay`);
    expect(again.body).toMatchObject({
      cause: "replay",
      eventId: (ping.body as unknown as { eventId: string }).eventId,
    });
    const { body } = await world.call("GET", `${ENDPOINTS}/${id}/deliveries`);
    expect((body as unknown as { data: { id: string }[] }).data.map((each) => each.id)).toEqual([
      ping.body.id,
      again.body.id,
    ]);
    expect((await world.call("GET", `/v1/webhook-deliveries/${ping.body.id}`)).body).toEqual(ping.body);
  });
});
