import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Booking } from "../../../src/domain/booking/booking.ts";
import { confirmBooking } from "../../../src/domain/booking/confirm-booking.ts";
import { createBooking } from "../../../src/domain/booking/create-booking.ts";
import { declineExpiredBookings } from "../../../src/domain/booking/decline-expired-bookings.ts";
import { getBooking } from "../../../src/domain/booking/get-booking.ts";
import { createEventType } from "../../../src/domain/event-type/create-event-type.ts";
import type { DomainContext } from "../../../src/domain/shared/context.ts";
import { newId } from "../../../src/domain/shared/ids.ts";
import { createTestDomain, NOW, type TestDomain } from "../../support/domain-context.ts";

let domain: TestDomain;
let ctx: DomainContext;
let eventTypeId: string;

beforeAll(async () => {
  domain = await createTestDomain();
  const organisation = await domain.addOrganisation();
  ctx = organisation.as(organisation.ownerId);
  eventTypeId = (await createEventType(ctx, { title: "Visit", requiresConfirmation: true })).id;
});

afterAll(() => domain.close());

const book = (startsAt: string): Promise<Booking> =>
  createBooking(ctx, {
    eventTypeId,
    startsAt: new Date(startsAt),
    timeZone: "Europe/Berlin",
    attendee: { name: "Grace Hopper", email: "grace@example.com" },
    clientCreatedAt: new Date(NOW),
  });

const deps = () => ({ db: domain.db, clock: domain.clock, ids: newId, log: ctx.log });

describe("a pending booking that nobody confirms", () => {
  test("is declined by itself when it expires, by parallel processes once, and gives its time back", async () => {
    const expiring = await book("2026-11-23T09:00:00Z");
    const later = await book("2026-11-23T15:00:00Z");
    const confirmed = await book("2026-11-23T10:00:00Z");
    await confirmBooking(ctx, { bookingId: confirmed.id });

    await declineExpiredBookings(deps());
    expect((await getBooking(ctx, expiring.id)).status).toBe("pending");

    domain.clock.moveTo("2026-11-23T10:30:00Z");
    await Promise.all(Array.from({ length: 8 }, () => declineExpiredBookings(deps())));

    const declined = await getBooking(ctx, expiring.id);
    expect(declined).toMatchObject({ status: "declined", declineReason: "Not confirmed in time.", expiresAt: null });
    expect((await getBooking(ctx, later.id)).status).toBe("pending");
    expect((await getBooking(ctx, confirmed.id)).status).toBe("confirmed");
    expect(await domain.db.prisma.claim.count({ where: { bookingId: expiring.id } })).toBe(0);

    const lines = await domain.db.prisma.auditEntry.findMany({
      where: { objectId: expiring.id },
      orderBy: { id: "asc" },
    });
    expect(lines.map(({ action, actorKind }) => [action, actorKind])).toEqual([
      ["booking.created", "secret_key"],
      ["booking.declined", "system"],
    ]);
  });
});
