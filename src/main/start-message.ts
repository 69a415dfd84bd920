/** What `demo.json` holds. */
export interface Demo {
  baseUrl: string;
  organisationId: string;
  apiKey: string;
  publishableKey: string;
  ownerEmail: string;
  ownerPassword: string;
  hosts: { memberId: string; email: string; timeZone: string }[];
  eventTypes: { id: string; slug: string }[];
}

export interface StartMessageInput {
  demo: Demo;
  /** Where `demo.json` is. */
  demoFile: string;
  /** A time of the first event type that is free now, where there is one. */
  freeSlot: string | null;
  now: Date;
}

const DAY_MS = 86_400_000;

/** What is printed when the demo server is ready: where things are, and three commands that work as they stand. */
export function startMessage({ demo, demoFile, freeSlot, now }: StartMessageInput): string {
  const { baseUrl } = demo;
  return `
Holdfast is ready at ${baseUrl}

  Docs   ${baseUrl}/docs
  Demo   ${demoFile} (keys, hosts and event types of the demo organisation)
${freeSlot === null ? "" : commands(demo, freeSlot, now)}
`;
}

function commands({ baseUrl, apiKey, eventTypes, hosts }: Demo, freeSlot: string, now: Date): string {
  const eventTypeId = eventTypes[0]!.id;
  const timeZone = hosts[0]!.timeZone;
  const startsAt = new Date(freeSlot).toISOString();
  const nextDay = new Date(Date.parse(startsAt) + DAY_MS).toISOString();
  const attendee = { name: "Ada Byron", email: "ada@example.com" };
  const body = JSON.stringify({ eventTypeId, startsAt, timeZone, attendee, clientCreatedAt: now.toISOString() });
  const authorization = `-H 'Authorization: Bearer ${apiKey}'`;
  const find = `eventTypeId=${eventTypeId}&from=${startsAt}&to=${nextDay}&timeZone=${timeZone}`;
  return `
Find free times:

  curl ${authorization} '${baseUrl}/v1/availability?${find}'

Book one of them:

  curl ${authorization} -H 'Content-Type: application/json' -H 'Idempotency-Key: try-${startsAt}' -d '${body}' ${baseUrl}/v1/bookings

Read it back:

  curl ${authorization} '${baseUrl}/v1/bookings?from=${startsAt}&to=${nextDay}'

`;
}
