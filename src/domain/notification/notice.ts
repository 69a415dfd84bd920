import type { Notification as NotificationRow } from "../../generated/prisma/client.ts";
import { BOOKING_COLUMNS, toBooking, type BookingRow } from "../booking/booking-rows.ts";
import type { Attendee, Booking } from "../booking/booking.ts";
import type { NotificationSender, Organisation } from "../identity/organisation.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Channel, NotificationKind, RecipientType } from "./notification.ts";

/** Who reads a message. */
export interface Reader {
  type: RecipientType;
  /** The attendee, the member, or the entry of the waiting list. */
  id: string;
  /** Of an attendee it was typed in by somebody who may not be he: it is not for his own eyes. */
  name: string | null;
  email: string;
  phone: string | null;
  /** BCP 47; null: not known. */
  locale: string | null;
  /** IANA. */
  timeZone: string;
}

export interface NamedHost {
  id: string;
  name: string;
  email: string;
}

/** A booking with what must be known to tell of it. */
export interface ToldBooking extends Booking {
  /** The organisation offers this place, or one who works there has chosen it: it is not a stranger's text. */
  isLocationOurs: boolean;
  /** The reader was told before that it takes place. */
  wasInvited: boolean;
}

/** All that a message is made of, as it is when it goes. */
export interface Notice {
  /** The notification's: it stays the same when the message is sent again. */
  id: string;
  kind: NotificationKind;
  channel: Channel;
  organisation: Pick<Organisation, "id" | "name" | "mode" | "locale" | "notificationSender">;
  reader: Reader;
  /** The earliest first; several are of a series or a group session. */
  bookings: readonly [ToldBooking, ...ToldBooking[]];
  /** Those who host them, and those who are told that they do no more. */
  hosts: ReadonlyMap<string, NamedHost>;
  /** How often the booker's links had been revoked. */
  linkRevision: number;
}

type Deps = Pick<DomainContext, "db">;

/** What a stranger has typed in, the public's key has brought, and nobody here has looked at. */
const IS_LOCATION_OURS = `b.location IS NULL
  OR EXISTS (SELECT FROM event_type e, jsonb_array_elements(e.locations) AS offered
    WHERE e.id = b.event_type_id AND offered @> b.location)
  OR EXISTS (SELECT FROM audit_entry u WHERE u.object_id = b.id AND u.action = 'booking.updated')
  OR NOT EXISTS (SELECT FROM audit_entry c
    WHERE c.object_id = b.id AND c.action = 'booking.created' AND c.actor_kind = 'publishable_key')`;

const WAS_INVITED = `EXISTS (SELECT FROM notification i
  WHERE i.booking_id = b.id AND i.recipient_id = n.recipient_id AND i.channel = 'email'
    AND i.kind IN ('booking_confirmed', 'booking_rescheduled') AND i.status IN ('sending', 'sent', 'delivered'))`;

const TOLD_BOOKINGS = {
  name: "told_bookings",
  text: `SELECT ${BOOKING_COLUMNS}, n.id AS notification_id, to_jsonb(o) AS organisation,
      (SELECT coalesce(json_agg(json_build_object('id', m.id, 'name', m.name, 'email', m.email, 'locale', m.locale,
          'timeZone', m.time_zone, 'isGone', m.deleted_at IS NOT NULL)), '[]')
        FROM member m
        WHERE m.id = n.recipient_id OR m.id IN (SELECT h.member_id FROM booking_host h WHERE h.booking_id = b.id)) AS members,
      (SELECT a.link_revision FROM attendee a WHERE a.booking_id = b.id AND a.role = 'booker') AS link_revision,
      (${IS_LOCATION_OURS}) AS is_location_ours, ${WAS_INVITED} AS was_invited
    FROM notification n JOIN booking b ON b.id = n.booking_id JOIN organisation o ON o.id = b.organisation_id
    WHERE n.id = ANY ($1) ORDER BY b.starts_at, b.id`,
};

interface ToldMember extends NamedHost {
  locale: string;
  timeZone: string;
  isGone: boolean;
}

export interface ToldRow extends BookingRow {
  notification_id: string;
  is_location_ours: boolean;
  was_invited: boolean;
  /** Columns by their names. */
  organisation: {
    name: string;
    mode: "live" | "test";
    locale: string;
    notification_sender: NotificationSender | null;
    disabled_notifications: string[];
  };
  members: ToldMember[];
  link_revision: number | null;
}

/** A notification with its booking as it is now. */
export interface Telling {
  row: NotificationRow;
  booking: Booking;
  told: ToldRow;
  /** Null: whoever it was is here no more, and cannot be reached. */
  reader: Reader | null;
  /** Whether he takes part. */
  takesPart: boolean;
}

/** Reads what some notifications of one person tell of. */
export async function findTellings({ db }: Deps, rows: readonly NotificationRow[]): Promise<Telling[]> {
  const found = await db.query<ToldRow>(TOLD_BOOKINGS, [rows.map(({ id }) => id)]);
  const tellings: Telling[] = [];
  for (const told of found) {
    const row = rows.find(({ id }) => id === told.notification_id)!;
    const booking = toBooking(told);
    const { recipientId } = row;
    const takesPart = [...booking.hostIds, ...booking.attendees.map(({ id }) => id)].includes(recipientId!);
    tellings.push({ row, booking, told, takesPart, reader: await findReader({ db }, row, booking, told) });
  }
  return tellings;
}

async function findReader(
  deps: Deps,
  row: NotificationRow,
  booking: Booking,
  { members }: ToldRow,
): Promise<Reader | null> {
  const { recipientId } = row;
  const type = row.recipientType as RecipientType;
  if (type === "host") {
    const member = members.find(({ id }) => id === recipientId);
    return member && !member.isGone ? { ...member, type, phone: null } : null;
  }
  const attendee = booking.attendees.find(({ id }) => id === recipientId) ?? (await findWhoLeft(deps, row));
  return attendee && { ...attendee, type, timeZone: attendee.timeZone ?? booking.timeZone };
}

/** Who takes part no more stands in the event that says so, for as long as events are kept. */
async function findWhoLeft({ db }: Deps, { eventId, recipientId }: NotificationRow): Promise<Attendee | null> {
  if (eventId === null) return null;
  const event = await db.prisma.outboxEvent.findUnique({ where: { id: eventId } });
  const { attendee } = (event?.payload ?? {}) as { attendee?: Attendee };
  return attendee?.id === recipientId ? attendee : null;
}

/** The message that tells of all these; the first one's person reads it. */
export function toNotice(id: string, tellings: readonly [Telling, ...Telling[]], reader: Reader): Notice {
  const [{ row, told }] = tellings;
  const { name, mode, locale, notification_sender: notificationSender } = told.organisation;
  return {
    id,
    kind: row.kind as NotificationKind,
    channel: row.channel as Channel,
    organisation: { id: row.organisationId, name, mode, locale, notificationSender },
    reader,
    bookings: tellings.map(toToldBooking) as [ToldBooking, ...ToldBooking[]],
    hosts: new Map(tellings.flatMap((each) => each.told.members.map((member) => [member.id, member]))),
    linkRevision: told.link_revision ?? 0,
  };
}

function toToldBooking({ booking, told }: Telling): ToldBooking {
  return { ...booking, isLocationOurs: told.is_location_ours, wasInvited: told.was_invited };
}
