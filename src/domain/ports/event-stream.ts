/** An event as it goes out, and the last one that did. */
export interface StreamEntry {
  /** `outbox_event.position`: a whole number, as text. Later events have higher ones. */
  position: string;
  /** The event's. */
  id: string;
}

export interface NewStreamEntry extends StreamEntry {
  type: string;
  organisationId: string;
  subjectId: string;
  /** The event as JSON. */
  event: string;
}

/** Where the stream ends. */
export interface StreamEnd {
  position: string;
  /** Null: somebody has taken that event out of it. */
  id: string | null;
}

/** What other services read our events from, in their order. It keeps the newest ones alone, and may lose what it has. */
export interface EventStream {
  /** About as many are kept. */
  length: number;
  /** Null: there is no such stream. */
  end(): Promise<StreamEnd | null>;
  /**
   * Adds what comes after the position, all of it or nothing. @param after null: the stream is to be made
   * @returns false when the stream does not end there any more
   */
  append(after: string | null, entries: readonly NewStreamEntry[]): Promise<boolean>;
}
