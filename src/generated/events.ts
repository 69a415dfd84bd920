// Generated from contracts/events by `npm run contract`. Do not edit.

export interface components {
  schemas: {
    /**
     * api-key
     * @description A credential, without its secret.
     */
    "api-key": {
      /** @description The key. */
      id: string;
      /** @description For whom it acts. */
      memberId: string;
      /** @description What it is called. */
      name: string;
      /**
       * @description Who may hold it.
       * @enum {string}
       */
      kind: "secret" | "publishable";
      /**
       * @description Its organisation's.
       * @enum {string}
       */
      mode: "live" | "test";
      /** @description What it may do. */
      scopes: string[];
      /** @description Of a publishable key: the pages that may use it. */
      allowedOrigins: string[];
      /** @description The first characters of its newest secret. */
      start: string;
      /**
       * Format: date-time
       * @description When it ends by itself.
       */
      expiresAt: Date | null;
      /**
       * Format: date-time
       * @description When it was revoked.
       */
      revokedAt: Date | null;
      /**
       * Format: date-time
       * @description When it got its newest secret.
       */
      rotatedAt: Date | null;
      /**
       * Format: date-time
       * @description Until when older secrets are taken.
       */
      overlapEndsAt: Date | null;
      /**
       * Format: date-time
       * @description When it was made.
       */
      createdAt: Date;
    };
    /**
     * attendee
     * @description Somebody who takes part in a booking.
     */
    attendee: {
      /** @description The attendee. */
      id: string;
      /**
       * @description The booker made the booking.
       * @enum {string}
       */
      role: "booker" | "guest";
      /** @description His name. */
      name: string | null;
      /** @description His e-mail address, in lower case. */
      email: string;
      /** @description His phone number. */
      phone: string | null;
      /** @description The language that he reads, BCP 47. */
      locale: string | null;
      /** @description His IANA time zone. */
      timeZone: string | null;
    };
    /**
     * block
     * @description Time that a member keeps for himself. What he noted with it is not told.
     */
    block: {
      /** @description The block. */
      id: string;
      /** @description Whose time. */
      memberId: string;
      /**
       * Format: date-time
       * @description From when he is away.
       */
      startsAt: Date;
      /**
       * Format: date-time
       * @description Until when, exclusive.
       */
      endsAt: Date;
      /**
       * @description Why he is away.
       * @enum {string}
       */
      reason: "vacation" | "sick_leave" | "travel" | "training" | "personal" | "other";
      /** @description Bookings that have some of its time, and stand. */
      conflicts: string[];
      /** @description The object's version after the change. */
      version: number;
      /**
       * Format: date-time
       * @description When it was made.
       */
      createdAt: Date;
      /**
       * Format: date-time
       * @description When it was last changed.
       */
      updatedAt: Date;
      /**
       * Format: date-time
       * @description When it was deleted; null while it is there.
       */
      deletedAt: Date | null;
    };
    /**
     * booking
     * @description A booking as it is after the change.
     */
    booking: {
      /** @description The booking. */
      id: string;
      /** @description What was booked. */
      eventTypeId: string;
      /**
       * @description Its state after the change.
       * @enum {string}
       */
      status: "pending" | "confirmed" | "declined" | "cancelled" | "completed" | "no_show";
      /** @description What a pending booking waits for. */
      pendingReasons: ("confirmation" | "payment" | "email_verification")[];
      /**
       * Format: date-time
       * @description Until when a pending booking may be confirmed; then it is declined by itself.
       */
      expiresAt: Date | null;
      /** @description The members who serve it. */
      hostIds: string[];
      /** @description The resources that it takes. */
      resourceIds: string[];
      /** @description Of a group event: the session that it has places of. */
      groupSessionId: string | null;
      /** @description The series that it is an occurrence of. */
      seriesId: string | null;
      /**
       * Format: date-time
       * @description Its start by the rule of the series.
       */
      recurrenceId: Date | null;
      /**
       * Format: date-time
       * @description When it starts.
       */
      startsAt: Date;
      /**
       * Format: date-time
       * @description When it ends; it is over at that instant.
       */
      endsAt: Date;
      /** @description The IANA time zone of the booker. */
      timeZone: string;
      /** @description The title of the event type when it was booked. */
      title: string;
      /** @description Who takes part, the booker first. */
      attendees: components["schemas"]["attendee"][];
      /** @description Where it takes place. */
      location: {
        /**
         * @description What kind of place it is.
         * @enum {string}
         */
        type: "address" | "phone" | "link";
        /** @description The address, the phone number or the link. */
        value?: string;
        /** @description What the place is called. */
        label?: string;
      } | null;
      /** @description What it costs. */
      price: {
        /** @description In the currency's minor unit. */
        amountMinor: number;
        /** @description ISO 4217 code. */
        currency: string;
      } | null;
      /** @description The client's own strings, as it gave them. */
      metadata: {
        [key: string]: string;
      };
      /** @description Of a cancelled booking. */
      cancellation: {
        /**
         * Format: date-time
         * @description When it was cancelled.
         */
        cancelledAt: Date;
        /**
         * @description Who cancelled it.
         * @enum {string}
         */
        by: "staff" | "attendee";
        /** @description Why, in his words. */
        reason: string | null;
      } | null;
      /** @description Why it was declined, in the words of who did. */
      declineReason: string | null;
      /** @description The SEQUENCE of its calendar entry (RFC 5545 3.8.7.4). */
      sequence: number;
      /** @description The object's version after the change. */
      version: number;
      /**
       * Format: date-time
       * @description When it was made.
       */
      createdAt: Date;
      /**
       * Format: date-time
       * @description When it was last changed.
       */
      updatedAt: Date;
    };
    /**
     * dead-letter
     * @description Work that had failed its last time. What it failed of stands in the dead letter alone.
     */
    "dead-letter": {
      /** @description The dead letter. */
      id: string;
      /** @description What was to be done. */
      kind: string;
      /** @description The object that it is about. */
      subjectId: string | null;
      /** @description How often it was begun. */
      attempts: number;
      /**
       * Format: date-time
       * @description When it came up.
       */
      createdAt: Date;
      /**
       * Format: date-time
       * @description When it was given up.
       */
      diedAt: Date;
    };
    /**
     * device
     * @description What notifications are pushed to.
     */
    device: {
      /** @description The device. */
      id: string;
      /**
       * @description By whom it is reached.
       * @enum {string}
       */
      kind: "apns" | "fcm" | "web_push";
      /**
       * Format: date-time
       * @description When it was registered first.
       */
      createdAt: Date;
    };
    /**
     * event-type
     * @description What can be booked. Its terms in full are read from the API.
     */
    "event-type": {
      /** @description The event type. */
      id: string;
      /** @description Its title. */
      title: string;
      /** @description Its name in links. */
      slug: string;
      /**
       * @description How its hosts serve.
       * @enum {string}
       */
      assignment: "solo" | "round_robin" | "collective";
      /** @description Its hosts. */
      hostIds: string[];
      /** @description An IANA time zone. */
      timeZone: string;
      /** @description How long it may last. */
      durationsMinutes: number[];
      /**
       * @description Who may see it.
       * @enum {string}
       */
      visibility: "public" | "unlisted" | "private";
      /** @description Whether a booking waits for somebody to confirm it. */
      requiresConfirmation: boolean;
      /** @description What it costs. */
      price: {
        /** @description In the currency's minor unit. */
        amountMinor: number;
        /** @description ISO 4217 code. */
        currency: string;
      } | null;
      /** @description The places of a group event. */
      seats: number | null;
      /** @description The object's version after the change. */
      version: number;
      /**
       * Format: date-time
       * @description When it was made.
       */
      createdAt: Date;
      /**
       * Format: date-time
       * @description When it was last changed.
       */
      updatedAt: Date;
      /**
       * Format: date-time
       * @description When it was deleted; null while it is there.
       */
      deletedAt: Date | null;
    };
    /**
     * group-session
     * @description One time of a group event, which bookings share.
     */
    "group-session": {
      /** @description The group session. */
      id: string;
      /**
       * @description Whether anybody has places of it.
       * @enum {string}
       */
      status: "open" | "over";
      /** @description What is booked. */
      eventTypeId: string;
      /**
       * Format: date-time
       * @description When it starts.
       */
      startsAt: Date;
      /**
       * Format: date-time
       * @description When it ends.
       */
      endsAt: Date;
      /** @description Who holds it. */
      hostIds: string[];
      /** @description The resources that it takes. */
      resourceIds: string[];
      /** @description How many places it has. */
      places: number;
      /** @description How many of them are taken. */
      placesTaken: number;
      /**
       * Format: date-time
       * @description When it was opened.
       */
      createdAt: Date;
    };
    /**
     * hold
     * @description Time that is kept for somebody for some minutes.
     */
    hold: {
      /** @description The hold. */
      id: string;
      /** @description For what time is kept. */
      eventTypeId: string;
      /** @description The booking that it is to move, or that it became. */
      bookingId: string | null;
      /**
       * Format: date-time
       * @description From when time is kept.
       */
      startsAt: Date;
      /**
       * Format: date-time
       * @description Until when, exclusive.
       */
      endsAt: Date;
      /** @description Whose time. */
      hostIds: string[];
      /** @description Which resources. */
      resourceIds: string[];
      /** @description Of a group event: the session whose places are kept. */
      groupSessionId: string | null;
      /** @description How many places are kept. */
      places: number | null;
      /**
       * Format: date-time
       * @description When it was made.
       */
      createdAt: Date;
      /**
       * Format: date-time
       * @description When it ends by itself.
       */
      expiresAt: Date;
      /**
       * Format: date-time
       * @description When it was released or converted.
       */
      endedAt: Date | null;
      /**
       * @description How it ended before its time.
       * @enum {string|null}
       */
      outcome: "released" | "converted" | null;
    };
    /**
     * identity
     * @description Somebody's account at a provider.
     */
    identity: {
      /** @description The identity. */
      id: string;
      /** @description Whose it is. */
      userId: string;
      /** @description The provider's word, such as `google`. */
      provider: string;
      /**
       * Format: date-time
       * @description When it was made.
       */
      createdAt: Date;
    };
    /**
     * invitation
     * @description Somebody who was asked to join. Who he is stands in the invitation alone.
     */
    invitation: {
      /** @description The invitation. */
      id: string;
      /** @description Who invited. */
      invitedById: string;
      /** @description The managed host who is to log in, or the member whom it made. */
      memberId: string | null;
      /**
       * @description What he is to be.
       * @enum {string}
       */
      role: "owner" | "admin" | "member";
      /**
       * @description Its state after the change.
       * @enum {string}
       */
      status: "pending" | "accepted" | "revoked" | "expired";
      /**
       * Format: date-time
       * @description When it was made.
       */
      createdAt: Date;
      /**
       * Format: date-time
       * @description Until when it may be accepted.
       */
      expiresAt: Date;
      /**
       * Format: date-time
       * @description When it was.
       */
      acceptedAt: Date | null;
      /**
       * Format: date-time
       * @description When it was taken back.
       */
      revokedAt: Date | null;
    };
    /**
     * member
     * @description A person in the organisation.
     */
    member: {
      /** @description The member. */
      id: string;
      /** @description His name. */
      name: string;
      /** @description His e-mail address in the organisation. */
      email: string;
      /**
       * @description What he may do.
       * @enum {string}
       */
      role: "owner" | "admin" | "member";
      /** @description An IANA time zone. */
      timeZone: string;
      /** @description The language that he reads, BCP 47. */
      locale: string;
      /** @description His hours where none are named. */
      defaultScheduleId: string | null;
      /** @description False for a managed host. */
      canLogIn: boolean;
      /** @description The object's version after the change. */
      version: number;
      /**
       * Format: date-time
       * @description When it was made.
       */
      createdAt: Date;
      /**
       * Format: date-time
       * @description When it was last changed.
       */
      updatedAt: Date;
      /**
       * Format: date-time
       * @description When he left; null while he is a member.
       */
      deletedAt: Date | null;
    };
    /**
     * organisation
     * @description An organisation.
     */
    organisation: {
      /** @description The organisation. */
      id: string;
      /** @description Its name. */
      name: string;
      /**
       * @description A test organisation never takes live time.
       * @enum {string}
       */
      mode: "live" | "test";
      /** @description Whether whoever books by a publishable key proves his e-mail address first. */
      bookingEmailVerification: boolean;
      /** @description In which language its messages are written where the reader's is not. */
      locale: string;
      /** @description In whose name its messages go out. */
      notificationSender: {
        /** @description Read beside the address. */
        name: string;
        /** @description Who gets the answers. */
        replyTo?: string;
      } | null;
      /** @description The kinds of messages that nobody is sent. */
      disabledNotifications: string[];
      /** @description The object's version after the change. */
      version: number;
      /**
       * Format: date-time
       * @description When it was made.
       */
      createdAt: Date;
      /**
       * Format: date-time
       * @description When it was last changed.
       */
      updatedAt: Date;
    };
    /**
     * passkey
     * @description A key that somebody logs in by.
     */
    passkey: {
      /** @description The passkey. */
      id: string;
      /** @description Whether it is kept in more places than one. */
      isSynced: boolean;
      /**
       * Format: date-time
       * @description When it was made.
       */
      createdAt: Date;
    };
    /**
     * received-event
     * @description What a provider has told.
     */
    "received-event": {
      /** @description The event, as it is read here. */
      id: string;
      /** @description By which connection it came. */
      connectionId: string;
      /** @description Who has told it. */
      provider: string;
      /** @description What the provider calls it. */
      providerEventId: string;
      /** @description In the provider's words. */
      type: string | null;
      /**
       * Format: date-time
       * @description When it happened, where the provider says so.
       */
      occurredAt: Date | null;
      /**
       * Format: date-time
       * @description When it came.
       */
      createdAt: Date;
    };
    /**
     * receiver-connection
     * @description Where a provider tells the organisation of something.
     */
    "receiver-connection": {
      /** @description The connection. */
      id: string;
      /** @description Who tells: `stripe`. */
      provider: string;
      /** @description What it is for. */
      name: string;
      /**
       * @description Whether anything is taken by it.
       * @enum {string}
       */
      status: "enabled" | "disabled";
      /** @description Whether the secret is known that the provider signs by. */
      hasSecret: boolean;
      /** @description Rises with every change. */
      version: number;
      /**
       * Format: date-time
       * @description When it was made.
       */
      createdAt: Date;
      /**
       * Format: date-time
       * @description When it was last changed.
       */
      updatedAt: Date;
      /**
       * Format: date-time
       * @description When it was deleted.
       */
      deletedAt: Date | null;
    };
    /**
     * resource
     * @description A room or a thing that bookings take.
     */
    resource: {
      /** @description The resource. */
      id: string;
      /** @description What it is called. */
      name: string;
      /** @description What kind of thing it is. */
      kind: string;
      /** @description An IANA time zone. */
      timeZone: string;
      /** @description The object's version after the change. */
      version: number;
      /**
       * Format: date-time
       * @description When it was made.
       */
      createdAt: Date;
      /**
       * Format: date-time
       * @description When it was last changed.
       */
      updatedAt: Date;
      /**
       * Format: date-time
       * @description When it was deleted; null while it is there.
       */
      deletedAt: Date | null;
    };
    /**
     * schedule
     * @description When a member works. The hours themselves are read from the API.
     */
    schedule: {
      /** @description The schedule. */
      id: string;
      /** @description Whose hours. */
      memberId: string;
      /** @description What it is called. */
      name: string;
      /** @description An IANA time zone. */
      timeZone: string;
      /** @description Whether it is used where none is named. */
      isDefault: boolean;
      /** @description The object's version after the change. */
      version: number;
      /**
       * Format: date-time
       * @description When it was made.
       */
      createdAt: Date;
      /**
       * Format: date-time
       * @description When it was last changed.
       */
      updatedAt: Date;
      /**
       * Format: date-time
       * @description When it was deleted; null while it is there.
       */
      deletedAt: Date | null;
    };
    /**
     * series
     * @description Bookings that repeat, as they were asked for.
     */
    series: {
      /** @description The series. */
      id: string;
      /** @description What was booked. */
      eventTypeId: string;
      /**
       * @description What happened where a time could not be booked.
       * @enum {string}
       */
      mode: "all_or_nothing" | "best_effort";
      /** @description The recurrence rule (RFC 5545 3.3.10). */
      rrule: string;
      /** @description Dates that are left out. */
      exDates: string[];
      /**
       * @description Whose clock the rule goes by.
       * @enum {string}
       */
      zone: "attendee" | "host";
      /** @description That clock's IANA time zone. */
      recurrenceTimeZone: string;
      /**
       * Format: date-time
       * @description The first start by the rule.
       */
      startsAt: Date;
      /** @description How long each occurrence lasts. */
      durationMinutes: number;
      /** @description The IANA time zone of the booker. */
      timeZone: string;
      /** @description Who serves it. */
      hostIds: string[];
      /** @description Occurrences that could not be booked. */
      conflicts: {
        /**
         * Format: date-time
         * @description The start that could not be booked.
         */
        startsAt: Date;
        /** @description Why not. */
        reason?: string;
      }[];
      /**
       * Format: date-time
       * @description When it was made.
       */
      createdAt: Date;
    };
    /**
     * session
     * @description A device that somebody is logged in on. Which device it is is not told.
     */
    session: {
      /** @description The session. */
      id: string;
      /** @description Who is logged in. */
      memberId: string;
      /**
       * Format: date-time
       * @description When he logged in.
       */
      createdAt: Date;
      /**
       * Format: date-time
       * @description When he last proved who he is.
       */
      authenticatedAt: Date;
      /**
       * Format: date-time
       * @description When it ends by itself.
       */
      expiresAt: Date;
      /**
       * Format: date-time
       * @description When it was ended.
       */
      endedAt: Date | null;
      /**
       * @description Why it was ended.
       * @enum {string|null}
       */
      endReason:
        | "logged_out"
        | "ended"
        | "refresh_token_reused"
        | "password_changed"
        | "email_changed"
        | "member_deleted"
        | null;
    };
    /**
     * user
     * @description Whoever logs in.
     */
    user: {
      /** @description The user. */
      id: string;
    };
    /**
     * waiting-list-entry
     * @description Somebody's place in a waiting list. Who he is stands in the entry alone.
     */
    "waiting-list-entry": {
      /** @description The entry. */
      id: string;
      /**
       * @description Its state after the change.
       * @enum {string}
       */
      status: "waiting" | "offered" | "booked" | "left" | "expired";
      /** @description What he waits for. */
      eventTypeId: string;
      /**
       * Format: date-time
       * @description The time that he waits for, where it is one.
       */
      startsAt: Date | null;
      /** @description The local date that he waits for, where it is a day, YYYY-MM-DD. */
      date: string | null;
      /** @description An IANA time zone. */
      timeZone: string;
      /** @description How long it lasts. */
      durationMinutes: number;
      /** @description The only host whom he takes. */
      hostId: string | null;
      /** @description What is or was offered. */
      offer: {
        /**
         * Format: date-time
         * @description When it starts.
         */
        startsAt: Date;
        /**
         * Format: date-time
         * @description When it ends.
         */
        endsAt: Date;
        /**
         * Format: date-time
         * @description Until when he may accept.
         */
        expiresAt: Date;
      } | null;
      /** @description What became of it. */
      bookingId: string | null;
      /**
       * Format: date-time
       * @description When it was made.
       */
      createdAt: Date;
      /**
       * Format: date-time
       * @description When he stopped waiting.
       */
      endedAt: Date | null;
    };
    /**
     * webhook-endpoint
     * @description A server that is told of events. Neither its address nor its secret is told.
     */
    "webhook-endpoint": {
      /** @description The endpoint. */
      id: string;
      /** @description Which events it is told of. */
      eventTypes: string[];
      /**
       * @description How what it is sent looks.
       * @enum {string}
       */
      apiVersion: "v1";
      /**
       * @description Whether it is told of anything.
       * @enum {string}
       */
      status: "enabled" | "disabled";
      /**
       * @description Why it is disabled.
       * @enum {string|null}
       */
      disabledReason: "by_request" | "gone" | "failing" | null;
      /** @description The object's version after the change. */
      version: number;
      /**
       * Format: date-time
       * @description When it was made.
       */
      createdAt: Date;
      /**
       * Format: date-time
       * @description When it was last changed.
       */
      updatedAt: Date;
      /**
       * Format: date-time
       * @description When it was deleted; null while it is there.
       */
      deletedAt: Date | null;
    };
    "api_key.created": {
      apiKey: components["schemas"]["api-key"];
    };
    "api_key.revoked": {
      apiKey: components["schemas"]["api-key"];
    };
    "api_key.rotated": {
      apiKey: components["schemas"]["api-key"];
    };
    "api_key.updated": {
      apiKey: components["schemas"]["api-key"];
    };
    "block.created": {
      block: components["schemas"]["block"];
    };
    "block.deleted": {
      block: components["schemas"]["block"];
    };
    "block.updated": {
      block: components["schemas"]["block"];
    };
    "booking.attendee_cancelled": {
      booking: components["schemas"]["booking"];
      attendee: components["schemas"]["attendee"];
    };
    "booking.cancelled": {
      booking: components["schemas"]["booking"];
    };
    "booking.completed": {
      booking: components["schemas"]["booking"];
    };
    "booking.confirmation_given": {
      booking: components["schemas"]["booking"];
    };
    "booking.confirmed": {
      booking: components["schemas"]["booking"];
    };
    "booking.created": {
      booking: components["schemas"]["booking"];
    };
    "booking.declined": {
      booking: components["schemas"]["booking"];
    };
    "booking.email_verified": {
      booking: components["schemas"]["booking"];
    };
    "booking.guest_link_created": {
      booking: {
        /** @description The booking. */
        id: string;
      };
      /** @description Whose link it is. */
      attendeeId: string;
    };
    "booking.guest_links_revoked": {
      booking: {
        /** @description The booking. */
        id: string;
      };
      /** @description Whose links they were. */
      attendeeIds: string[];
    };
    "booking.no_show": {
      booking: components["schemas"]["booking"];
    };
    "booking.rescheduled": {
      booking: components["schemas"]["booking"];
      /** @description What it was before. */
      previous: {
        /**
         * Format: date-time
         * @description When it started.
         */
        startsAt: Date;
        /**
         * Format: date-time
         * @description When it ended.
         */
        endsAt: Date;
        /** @description Who served it. */
        hostIds: string[];
        /** @description The resources that it took. */
        resourceIds: string[];
      };
    };
    "booking.updated": {
      booking: components["schemas"]["booking"];
    };
    "dead_letter.discarded": {
      deadLetter: components["schemas"]["dead-letter"];
    };
    "dead_letter.retried": {
      deadLetter: components["schemas"]["dead-letter"];
    };
    "event_type.created": {
      eventType: components["schemas"]["event-type"];
    };
    "event_type.deleted": {
      eventType: components["schemas"]["event-type"];
    };
    "event_type.updated": {
      eventType: components["schemas"]["event-type"];
    };
    "group_session.cancelled": {
      groupSession: components["schemas"]["group-session"];
      /** @description The bookings that it is about. */
      bookingIds: string[];
    };
    "group_session.rescheduled": {
      groupSession: components["schemas"]["group-session"];
      /** @description The bookings that it is about. */
      bookingIds: string[];
      /** @description What it was before. */
      previous: {
        /**
         * Format: date-time
         * @description When it started.
         */
        startsAt: Date;
        /**
         * Format: date-time
         * @description When it ended.
         */
        endsAt: Date;
        /** @description Who held it. */
        hostIds: string[];
        /** @description The resources that it took. */
        resourceIds: string[];
      };
    };
    "hold.converted": {
      hold: components["schemas"]["hold"];
    };
    "hold.created": {
      hold: components["schemas"]["hold"];
    };
    "hold.extended": {
      hold: components["schemas"]["hold"];
    };
    "hold.released": {
      hold: components["schemas"]["hold"];
    };
    "identity.linked": {
      identity: components["schemas"]["identity"];
    };
    "identity.unlinked": {
      identity: components["schemas"]["identity"];
    };
    "invitation.accepted": {
      invitation: components["schemas"]["invitation"];
    };
    "invitation.created": {
      invitation: components["schemas"]["invitation"];
    };
    "invitation.resent": {
      invitation: components["schemas"]["invitation"];
    };
    "invitation.revoked": {
      invitation: components["schemas"]["invitation"];
    };
    "member.created": {
      member: components["schemas"]["member"];
    };
    "member.deleted": {
      member: components["schemas"]["member"];
    };
    "member.updated": {
      member: components["schemas"]["member"];
    };
    "organisation.created": {
      organisation: {
        /** @description The organisation. */
        id: string;
        /** @description Its name. */
        name: string;
        /**
         * @description A test organisation never takes live time.
         * @enum {string}
         */
        mode: "live" | "test";
      };
    };
    "organisation.updated": {
      organisation: components["schemas"]["organisation"];
    };
    "received_event.processed": {
      receivedEvent: components["schemas"]["received-event"];
    };
    "receiver_connection.created": {
      receiverConnection: components["schemas"]["receiver-connection"];
    };
    "receiver_connection.deleted": {
      receiverConnection: components["schemas"]["receiver-connection"];
    };
    "receiver_connection.secret_rotated": {
      receiverConnection: components["schemas"]["receiver-connection"];
    };
    "receiver_connection.updated": {
      receiverConnection: components["schemas"]["receiver-connection"];
    };
    "resource.created": {
      resource: components["schemas"]["resource"];
    };
    "resource.deleted": {
      resource: components["schemas"]["resource"];
    };
    "resource.updated": {
      resource: components["schemas"]["resource"];
    };
    "schedule.created": {
      schedule: components["schemas"]["schedule"];
    };
    "schedule.deleted": {
      schedule: components["schemas"]["schedule"];
    };
    "schedule.updated": {
      schedule: components["schemas"]["schedule"];
    };
    "series.cancelled": {
      series: components["schemas"]["series"];
      /** @description The bookings that it is about. */
      bookingIds: string[];
    };
    "series.created": {
      series: components["schemas"]["series"];
      /** @description The bookings that it is about. */
      bookingIds: string[];
    };
    "series.rescheduled": {
      series: components["schemas"]["series"];
      /** @description The bookings that it is about. */
      bookingIds: string[];
    };
    "session.ended": {
      session: components["schemas"]["session"];
    };
    "session.started": {
      session: components["schemas"]["session"];
    };
    "session.stepped_up": {
      session: components["schemas"]["session"];
    };
    "session.updated": {
      session: components["schemas"]["session"];
    };
    "user.device_registered": {
      user: components["schemas"]["user"];
      device: components["schemas"]["device"];
    };
    "user.device_removed": {
      user: components["schemas"]["user"];
      device: components["schemas"]["device"];
    };
    "user.email_change_requested": {
      user: components["schemas"]["user"];
    };
    "user.email_changed": {
      user: components["schemas"]["user"];
    };
    "user.email_verification_requested": {
      user: components["schemas"]["user"];
    };
    "user.email_verified": {
      user: components["schemas"]["user"];
    };
    "user.passkey_added": {
      user: components["schemas"]["user"];
      passkey: components["schemas"]["passkey"];
    };
    "user.passkey_removed": {
      user: components["schemas"]["user"];
      passkey: components["schemas"]["passkey"];
    };
    "user.passkey_updated": {
      user: components["schemas"]["user"];
      passkey: components["schemas"]["passkey"];
    };
    "user.password_changed": {
      user: components["schemas"]["user"];
    };
    "user.password_reset": {
      user: components["schemas"]["user"];
    };
    "user.recovery_code_used": {
      user: components["schemas"]["user"];
      /** @description How many are left. */
      recoveryCodesLeft: number;
    };
    "user.recovery_codes_replaced": {
      user: components["schemas"]["user"];
    };
    "user.totp_added": {
      user: components["schemas"]["user"];
    };
    "user.totp_begun": {
      user: components["schemas"]["user"];
    };
    "user.totp_removed": {
      user: components["schemas"]["user"];
    };
    "user.updated": {
      user: {
        /** @description The user. */
        id: string;
        /**
         * @description The first day of his week.
         * @enum {string}
         */
        weekStart: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
        /** @description By kind of notification. */
        notificationPreferences: {
          [key: string]: boolean;
        };
        /** @description When nothing is pushed to his devices, or null. */
        quietHours?: {
          /** @description When they begin, HH:mm. */
          start: string;
          /** @description When they end, HH:mm. */
          end: string;
        } | null;
      };
    };
    "waiting_list_entry.booked": {
      entry: components["schemas"]["waiting-list-entry"];
    };
    "waiting_list_entry.expired": {
      entry: components["schemas"]["waiting-list-entry"];
    };
    "waiting_list_entry.joined": {
      entry: components["schemas"]["waiting-list-entry"];
    };
    "waiting_list_entry.left": {
      entry: components["schemas"]["waiting-list-entry"];
    };
    "waiting_list_entry.offered": {
      entry: components["schemas"]["waiting-list-entry"];
    };
    "webhook_endpoint.created": {
      webhookEndpoint: components["schemas"]["webhook-endpoint"];
    };
    "webhook_endpoint.deleted": {
      webhookEndpoint: components["schemas"]["webhook-endpoint"];
    };
    "webhook_endpoint.disabled": {
      webhookEndpoint: components["schemas"]["webhook-endpoint"];
    };
    "webhook_endpoint.pinged": {
      webhookEndpoint: components["schemas"]["webhook-endpoint"];
    };
    "webhook_endpoint.secret_rotated": {
      webhookEndpoint: components["schemas"]["webhook-endpoint"];
    };
    "webhook_endpoint.updated": {
      webhookEndpoint: components["schemas"]["webhook-endpoint"];
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}

/** What each event says, as it is made: instants are dates. */
export interface EventData {
  "api_key.created": components["schemas"]["api_key.created"];
  "api_key.revoked": components["schemas"]["api_key.revoked"];
  "api_key.rotated": components["schemas"]["api_key.rotated"];
  "api_key.updated": components["schemas"]["api_key.updated"];
  "block.created": components["schemas"]["block.created"];
  "block.deleted": components["schemas"]["block.deleted"];
  "block.updated": components["schemas"]["block.updated"];
  "booking.attendee_cancelled": components["schemas"]["booking.attendee_cancelled"];
  "booking.cancelled": components["schemas"]["booking.cancelled"];
  "booking.completed": components["schemas"]["booking.completed"];
  "booking.confirmation_given": components["schemas"]["booking.confirmation_given"];
  "booking.confirmed": components["schemas"]["booking.confirmed"];
  "booking.created": components["schemas"]["booking.created"];
  "booking.declined": components["schemas"]["booking.declined"];
  "booking.email_verified": components["schemas"]["booking.email_verified"];
  "booking.guest_link_created": components["schemas"]["booking.guest_link_created"];
  "booking.guest_links_revoked": components["schemas"]["booking.guest_links_revoked"];
  "booking.no_show": components["schemas"]["booking.no_show"];
  "booking.rescheduled": components["schemas"]["booking.rescheduled"];
  "booking.updated": components["schemas"]["booking.updated"];
  "dead_letter.discarded": components["schemas"]["dead_letter.discarded"];
  "dead_letter.retried": components["schemas"]["dead_letter.retried"];
  "event_type.created": components["schemas"]["event_type.created"];
  "event_type.deleted": components["schemas"]["event_type.deleted"];
  "event_type.updated": components["schemas"]["event_type.updated"];
  "group_session.cancelled": components["schemas"]["group_session.cancelled"];
  "group_session.rescheduled": components["schemas"]["group_session.rescheduled"];
  "hold.converted": components["schemas"]["hold.converted"];
  "hold.created": components["schemas"]["hold.created"];
  "hold.extended": components["schemas"]["hold.extended"];
  "hold.released": components["schemas"]["hold.released"];
  "identity.linked": components["schemas"]["identity.linked"];
  "identity.unlinked": components["schemas"]["identity.unlinked"];
  "invitation.accepted": components["schemas"]["invitation.accepted"];
  "invitation.created": components["schemas"]["invitation.created"];
  "invitation.resent": components["schemas"]["invitation.resent"];
  "invitation.revoked": components["schemas"]["invitation.revoked"];
  "member.created": components["schemas"]["member.created"];
  "member.deleted": components["schemas"]["member.deleted"];
  "member.updated": components["schemas"]["member.updated"];
  "organisation.created": components["schemas"]["organisation.created"];
  "organisation.updated": components["schemas"]["organisation.updated"];
  "received_event.processed": components["schemas"]["received_event.processed"];
  "receiver_connection.created": components["schemas"]["receiver_connection.created"];
  "receiver_connection.deleted": components["schemas"]["receiver_connection.deleted"];
  "receiver_connection.secret_rotated": components["schemas"]["receiver_connection.secret_rotated"];
  "receiver_connection.updated": components["schemas"]["receiver_connection.updated"];
  "resource.created": components["schemas"]["resource.created"];
  "resource.deleted": components["schemas"]["resource.deleted"];
  "resource.updated": components["schemas"]["resource.updated"];
  "schedule.created": components["schemas"]["schedule.created"];
  "schedule.deleted": components["schemas"]["schedule.deleted"];
  "schedule.updated": components["schemas"]["schedule.updated"];
  "series.cancelled": components["schemas"]["series.cancelled"];
  "series.created": components["schemas"]["series.created"];
  "series.rescheduled": components["schemas"]["series.rescheduled"];
  "session.ended": components["schemas"]["session.ended"];
  "session.started": components["schemas"]["session.started"];
  "session.stepped_up": components["schemas"]["session.stepped_up"];
  "session.updated": components["schemas"]["session.updated"];
  "user.device_registered": components["schemas"]["user.device_registered"];
  "user.device_removed": components["schemas"]["user.device_removed"];
  "user.email_change_requested": components["schemas"]["user.email_change_requested"];
  "user.email_changed": components["schemas"]["user.email_changed"];
  "user.email_verification_requested": components["schemas"]["user.email_verification_requested"];
  "user.email_verified": components["schemas"]["user.email_verified"];
  "user.passkey_added": components["schemas"]["user.passkey_added"];
  "user.passkey_removed": components["schemas"]["user.passkey_removed"];
  "user.passkey_updated": components["schemas"]["user.passkey_updated"];
  "user.password_changed": components["schemas"]["user.password_changed"];
  "user.password_reset": components["schemas"]["user.password_reset"];
  "user.recovery_code_used": components["schemas"]["user.recovery_code_used"];
  "user.recovery_codes_replaced": components["schemas"]["user.recovery_codes_replaced"];
  "user.totp_added": components["schemas"]["user.totp_added"];
  "user.totp_begun": components["schemas"]["user.totp_begun"];
  "user.totp_removed": components["schemas"]["user.totp_removed"];
  "user.updated": components["schemas"]["user.updated"];
  "waiting_list_entry.booked": components["schemas"]["waiting_list_entry.booked"];
  "waiting_list_entry.expired": components["schemas"]["waiting_list_entry.expired"];
  "waiting_list_entry.joined": components["schemas"]["waiting_list_entry.joined"];
  "waiting_list_entry.left": components["schemas"]["waiting_list_entry.left"];
  "waiting_list_entry.offered": components["schemas"]["waiting_list_entry.offered"];
  "webhook_endpoint.created": components["schemas"]["webhook_endpoint.created"];
  "webhook_endpoint.deleted": components["schemas"]["webhook_endpoint.deleted"];
  "webhook_endpoint.disabled": components["schemas"]["webhook_endpoint.disabled"];
  "webhook_endpoint.pinged": components["schemas"]["webhook_endpoint.pinged"];
  "webhook_endpoint.secret_rotated": components["schemas"]["webhook_endpoint.secret_rotated"];
  "webhook_endpoint.updated": components["schemas"]["webhook_endpoint.updated"];
}

export type EventType = keyof EventData;

/** Of the schema that each event's data goes by. */
export const EVENT_VERSIONS: Record<EventType, number> = {
  "api_key.created": 1,
  "api_key.revoked": 1,
  "api_key.rotated": 1,
  "api_key.updated": 1,
  "block.created": 1,
  "block.deleted": 1,
  "block.updated": 1,
  "booking.attendee_cancelled": 1,
  "booking.cancelled": 1,
  "booking.completed": 1,
  "booking.confirmation_given": 1,
  "booking.confirmed": 1,
  "booking.created": 1,
  "booking.declined": 1,
  "booking.email_verified": 1,
  "booking.guest_link_created": 1,
  "booking.guest_links_revoked": 1,
  "booking.no_show": 1,
  "booking.rescheduled": 1,
  "booking.updated": 1,
  "dead_letter.discarded": 1,
  "dead_letter.retried": 1,
  "event_type.created": 1,
  "event_type.deleted": 1,
  "event_type.updated": 1,
  "group_session.cancelled": 1,
  "group_session.rescheduled": 1,
  "hold.converted": 1,
  "hold.created": 1,
  "hold.extended": 1,
  "hold.released": 1,
  "identity.linked": 1,
  "identity.unlinked": 1,
  "invitation.accepted": 1,
  "invitation.created": 1,
  "invitation.resent": 1,
  "invitation.revoked": 1,
  "member.created": 1,
  "member.deleted": 1,
  "member.updated": 1,
  "organisation.created": 1,
  "organisation.updated": 1,
  "received_event.processed": 1,
  "receiver_connection.created": 1,
  "receiver_connection.deleted": 1,
  "receiver_connection.secret_rotated": 1,
  "receiver_connection.updated": 1,
  "resource.created": 1,
  "resource.deleted": 1,
  "resource.updated": 1,
  "schedule.created": 1,
  "schedule.deleted": 1,
  "schedule.updated": 1,
  "series.cancelled": 1,
  "series.created": 1,
  "series.rescheduled": 1,
  "session.ended": 1,
  "session.started": 1,
  "session.stepped_up": 1,
  "session.updated": 1,
  "user.device_registered": 1,
  "user.device_removed": 1,
  "user.email_change_requested": 1,
  "user.email_changed": 1,
  "user.email_verification_requested": 1,
  "user.email_verified": 1,
  "user.passkey_added": 1,
  "user.passkey_removed": 1,
  "user.passkey_updated": 1,
  "user.password_changed": 1,
  "user.password_reset": 1,
  "user.recovery_code_used": 1,
  "user.recovery_codes_replaced": 1,
  "user.totp_added": 1,
  "user.totp_begun": 1,
  "user.totp_removed": 1,
  "user.updated": 1,
  "waiting_list_entry.booked": 1,
  "waiting_list_entry.expired": 1,
  "waiting_list_entry.joined": 1,
  "waiting_list_entry.left": 1,
  "waiting_list_entry.offered": 1,
  "webhook_endpoint.created": 1,
  "webhook_endpoint.deleted": 1,
  "webhook_endpoint.disabled": 1,
  "webhook_endpoint.pinged": 1,
  "webhook_endpoint.secret_rotated": 1,
  "webhook_endpoint.updated": 1,
};
