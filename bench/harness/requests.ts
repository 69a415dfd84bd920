import { randomUUID } from "node:crypto";
import type { HttpRequest } from "./load.ts";

/** A booking as an app sends it, under an idempotency key of its own. */
export function bookingRequest(apiKey: string, eventTypeId: string, startsAt: number): HttpRequest {
  return {
    method: "POST",
    path: "/v1/bookings",
    headers: {
      authorization: `Bearer ${apiKey}`,
      "content-type": "application/json",
      "idempotency-key": randomUUID(),
      "user-agent": "holdfast-bench",
    },
    body: JSON.stringify({
      eventTypeId,
      startsAt: new Date(startsAt).toISOString(),
      timeZone: "Europe/Berlin",
      attendee: { name: "Chidi Okonkwo", email: "chidi@example.com", phone: "+4930123456", locale: "en" },
      clientCreatedAt: new Date().toISOString(),
      metadata: { campaign: "spring" },
    }),
  };
}
