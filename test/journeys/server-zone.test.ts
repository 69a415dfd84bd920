import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { makeDataDir, removeDataDir, startServer } from "./journey-server.ts";

let dataDir: string;

beforeAll(() => {
  dataDir = makeDataDir();
});

afterAll(() => {
  removeDataDir(dataDir);
});

const YEAR = new Date().getUTCFullYear() + 1;

/** Next year, over both changes of the clocks of Berlin and New York: nothing there hangs on the hour of the test. */
const RANGES = [
  [`${YEAR}-03-05T00:00:00Z`, `${YEAR}-04-05T00:00:00Z`],
  [`${YEAR}-10-20T00:00:00Z`, `${YEAR}-11-15T00:00:00Z`],
];

/** What a server in this zone answers for every event type of the demo organisation. */
async function readAvailability(TZ: string): Promise<string> {
  const { process, baseUrl, demo } = await startServer(dataDir, { TZ });
  const headers = { Authorization: `Bearer ${demo.apiKey}` };
  let text = "";
  for (const { id } of demo.eventTypes) {
    await fetch(`${baseUrl}/v1/event-types/${id}`, {
      method: "PATCH",
      headers: { ...headers, "Content-Type": "application/json" },
      body: JSON.stringify({ bookingWindow: { type: "range", from: `${YEAR}-03-01`, to: `${YEAR}-11-30` } }),
    });
    for (const [from, to] of RANGES) {
      const query = `eventTypeId=${id}&from=${from}&to=${to}&timeZone=Europe/Lisbon&explain=true&expand=hosts`;
      const answer = await fetch(`${baseUrl}/v1/availability?${query}`, { headers });
      expect(answer.status).toBe(200);
      text += await answer.text();
    }
  }
  await process.end("SIGTERM");
  return text;
}

test("servers in Kolkata, New York and UTC answer the same availability, byte for byte", async () => {
  const kolkata = await readAvailability("Asia/Kolkata");
  expect(kolkata.match(/"startsAt"/g)!.length).toBeGreaterThan(1_000);
  expect(await readAvailability("America/New_York")).toBe(kolkata);
  expect(await readAvailability("UTC")).toBe(kolkata);
});
