import type { BookingWindow } from "../availability/terms.ts";
import { limitErrors, type EventTypeLimit } from "../booking-limit/booking-limit.ts";
import type { FieldError } from "../shared/errors.ts";
import { parseLocalDate } from "../shared/local-date.ts";
import { timeZoneErrors } from "../shared/time-zone-errors.ts";
import type { Assignment, Price, Visibility } from "./event-type.ts";
import type { ResourceInput } from "./choose-resources.ts";
import type { Location } from "./location.ts";
import { questionErrors, type Question } from "./question.ts";
import { reminderErrors, type ReminderInput } from "./reminder.ts";

/** What may be said of an event type when it is made or changed. */
export interface EventTypeInput {
  slug?: string;
  description?: string | null;
  assignment?: Assignment;
  hosts?: HostInput[];
  resources?: ResourceInput[];
  timeZone?: string;
  durationsMinutes?: number[];
  /** Null: the first duration. */
  slotIntervalMinutes?: number | null;
  slotOffsetMinutes?: number;
  bufferBeforeMinutes?: number;
  bufferAfterMinutes?: number;
  minimumNoticeMinutes?: number;
  bookingWindow?: BookingWindow;
  requiresConfirmation?: boolean;
  visibility?: Visibility;
  locations?: Location[];
  questions?: QuestionInput[];
  price?: Price | null;
  cancellationCutoffMinutes?: number;
  rescheduleCutoffMinutes?: number;
  limits?: EventTypeLimit[];
  seats?: number | null;
  waitingListOfferMinutes?: number;
  reminders?: ReminderInput[];
}

export interface HostInput {
  memberId: string;
  /** The member's default schedule when null or left out. */
  scheduleId?: string | null;
  /** False, 1 and 0 when left out; they have a say in a round robin only. */
  fixed?: boolean;
  weight?: number;
  priority?: number;
  /** The event type's own when null or left out. */
  bufferBeforeMinutes?: number | null;
  bufferAfterMinutes?: number | null;
}

export interface QuestionInput extends Omit<Question, "required"> {
  /** False when left out. */
  required?: boolean;
}

const CURRENCIES = new Set(Intl.supportedValuesOf("currency"));

/** What is wrong with the fields that are given, hosts and resources apart. Types and bounds are the edges' to check. */
export function eventTypeInputErrors(input: EventTypeInput): FieldError[] {
  const {
    timeZone,
    durationsMinutes = [],
    bookingWindow = null,
    locations = [],
    questions = [],
    price = null,
    limits = [],
    reminders = [],
  } = input;
  return [
    ...timeZoneErrors(timeZone),
    ...durationErrors(durationsMinutes),
    ...windowErrors(bookingWindow),
    ...locations.flatMap(locationErrors),
    ...questionErrors(questions.map(toQuestion)),
    ...priceErrors(price),
    ...limitErrors(limits),
    ...reminderErrors(reminders),
  ];
}

export function toQuestion({ required = false, ...question }: QuestionInput): Question {
  return { ...question, required };
}

function durationErrors(durationsMinutes: readonly number[]): FieldError[] {
  return durationsMinutes.flatMap((duration, index) =>
    durationsMinutes.indexOf(duration) < index
      ? [{ pointer: `/durationsMinutes/${index}`, message: `names ${duration} again` }]
      : [],
  );
}

function windowErrors(window: BookingWindow): FieldError[] {
  if (window?.type !== "range") return [];
  const errors = (["from", "to"] as const)
    .filter((end) => parseLocalDate(window[end]) === null)
    .map((end) => ({ pointer: `/bookingWindow/${end}`, message: "must be a date that exists, YYYY-MM-DD" }));
  if (errors.length > 0 || window.from <= window.to) return errors;
  return [{ pointer: "/bookingWindow/to", message: "must not be earlier than from" }];
}

/** A phone number may be the attendee's to give; an address or a link may not. */
function locationErrors({ type, value }: Location, index: number): FieldError[] {
  const pointer = `/locations/${index}/value`;
  if (!value) return type === "phone" ? [] : [{ pointer, message: `is required for ${WITH_ARTICLE[type]}` }];
  if (type !== "link" || isWebLink(value)) return [];
  return [{ pointer, message: "must be a link that starts with https:// or http://" }];
}

const WITH_ARTICLE = { address: "an address", link: "a link" };

function isWebLink(value: string): boolean {
  return /^https?:\/\//i.test(value) && URL.canParse(value);
}

function priceErrors(price: Price | null): FieldError[] {
  if (price === null || CURRENCIES.has(price.currency)) return [];
  return [{ pointer: "/price/currency", message: "must be an ISO 4217 currency code" }];
}
