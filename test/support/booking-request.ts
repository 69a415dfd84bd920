/** The least that it takes to book. */
export function bookingRequest(eventTypeId: string, startsAt: string, more: object = {}): object {
  return {
    eventTypeId,
    startsAt,
    timeZone: "Europe/Berlin",
    attendee: { name: "Ada Byron", email: "ada@example.com" },
    clientCreatedAt: "2026-11-23T07:59:58.120Z",
    ...more,
  };
}
