import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Booking } from "../../../src/domain/booking/booking.ts";
import { confirmBooking } from "../../../src/domain/booking/confirm-booking.ts";
import { createBooking } from "../../../src/domain/booking/create-booking.ts";
import { declineExpiredBookings } from "../../../src/domain/booking/decline-expired-bookings.ts";
import { getBooking } from "../../../src/domain/booking/get-booking.ts";
import { rescheduleBooking } from "../../../src/domain/booking/reschedule-booking.ts";
import { createEventType } from "../../../src/domain/event-type/create-event-type.ts";
import type { DomainContext } from "../../../src/domain/shared/context.ts";
import type { Database } from "../../../src/domain/shared/database.ts";
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

  test("that was moved after it was found expired stays pending until its new time", async () => {
    domain.clock.moveTo("2026-11-23T10:30:00Z");
    const booking = await book("2026-11-24T09:00:00Z");
    const query = (async (statement, values) => {
      const found = await domain.db.query(statement, values);
      if (statement.name !== "expired_bookings") return found;
      domain.clock.moveTo("2026-11-24T08:59:00Z");
      await rescheduleBooking(ctx, { bookingId: booking.id, startsAt: new Date("2026-11-25T09:00:00Z") });
      domain.clock.moveTo("2026-11-24T09:00:00Z");
      return found;
    }) as Database["query"];
    domain.clock.moveTo("2026-11-24T09:00:00Z");
    await declineExpiredBookings({ ...deps(), db: { ...domain.db, query } });
    expect(await getBooking(ctx, booking.id)).toMatchObject({ status: "pending" });
  });

  test("cannot be moved once it has expired", async () => {
    domain.clock.moveTo("2026-11-24T09:00:00Z");
    const booking = await book("2026-11-24T10:00:00Z");
    domain.clock.moveTo("2026-11-24T10:00:00Z");
    const moved = rescheduleBooking(ctx, { bookingId: booking.id, startsAt: new Date("2026-11-24T15:00:00Z") });
    await expect(moved).rejects.toMatchObject({ code: "booking_not_reschedulable" });
    await declineExpiredBookings(deps());
  });

  test("does not keep the others from being declined when it fails, and is logged", async () => {
    domain.clock.moveTo("2026-11-26T08:00:00Z");
    const [failing, other] = [await book("2026-11-26T09:00:00Z"), await book("2026-11-26T10:00:00Z")];
    const condition = `id <> '${failing.id}' OR status <> 'declined'`;
    await domain.db.prisma.$executeRawUnsafe(`ALTER TABLE booking ADD CONSTRAINT broken CHECK (${condition})`);
    domain.clock.moveTo("2026-11-26T10:00:00Z");
    await declineExpiredBookings(deps());
    await domain.db.prisma.$executeRawUnsafe("ALTER TABLE booking DROP CONSTRAINT broken");

    expect((await getBooking(ctx, failing.id)).status).toBe("pending");
    expect((await getBooking(ctx, other.id)).status).toBe("declined");
    expect(domain.logged.at(-1)).toMatchObject({ level: "error", fields: { bookingId: failing.id } });
    expect(await declineExpiredBookings(deps())).toBe(1);
  });

  test("is declined in the same run as more than a hundred others, but for a run that is told to stop", async () => {
    domain.clock.moveTo("2026-11-27T08:00:00Z");
    const { id } = await book("2026-11-27T09:00:00Z");
    await domain.db.prisma.$executeRawUnsafe(
      `INSERT INTO booking SELECT (jsonb_populate_record(booking, jsonb_build_object('id', copy))).*
       FROM booking, unnest($1::text[]) copy WHERE id = $2`,
      Array.from({ length: 104 }, () => newId("booking")),
      id,
    );
    domain.clock.moveTo("2026-11-27T09:00:00Z");
    expect(await declineExpiredBookings(deps(), AbortSignal.abort())).toBe(0);
    expect(await declineExpiredBookings(deps())).toBe(105);
  });
});
