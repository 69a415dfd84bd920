import type { EventData, EventType } from "../../generated/events.ts";

/** As JSON carries it. */
export type Written<Value> = Value extends Date
  ? string
  : Value extends readonly (infer Item)[]
    ? Written<Item>[]
    : Value extends object
      ? { [Key in keyof Value]: Written<Value[Key]> }
      : Value;

interface EventOf<Type extends EventType> {
  /** The same each time that it comes. */
  id: string;
  type: Type;
  version: number;
  /** RFC 3339, as all instants in it. */
  occurredAt: string;
  organisationId: string;
  /** The object that it is about; those of one object come in order. */
  subjectId: string;
  requestId: string;
  traceId?: string;
  data: Written<EventData[Type]>;
}

/** An event as others are told it: it goes by its schema in contracts/events. */
export type DomainEvent<Type extends EventType = EventType> = { [Each in Type]: EventOf<Each> }[Type];

/** What is read of an event's row. */
export interface EventRow {
  id: string;
  type: string;
  version: number;
  occurredAt: Date;
  organisationId: string;
  subjectId: string;
  requestId: string;
  traceId: string | null;
  payload: unknown;
}

export function toDomainEvent(row: EventRow): DomainEvent {
  const { id, type, version, occurredAt, organisationId, subjectId, requestId, traceId, payload } = row;
  const origin = { requestId, ...(traceId !== null && { traceId }) };
  const head = { id, type, version, occurredAt: occurredAt.toISOString(), organisationId, subjectId };
  return { ...head, ...origin, data: payload } as DomainEvent;
}
