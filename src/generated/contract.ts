// Generated from contracts/openapi by `npm run contract`. Do not edit.

export interface paths {
    "/v1/bookings": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List bookings
         * @description Lists the bookings that the caller may see, page by page. The filters add up.
         */
        get: operations["listBookings"];
        put?: never;
        /**
         * Book a time
         * @description Takes the time at once, or answers 409 with the nearest free alternatives. A publishable key books event types that are public or unlisted, and where the organisation asks for it (`bookingEmailVerification`) the booking is pending until the booker has proven his e-mail address; the field `override` is for owners, admins and keys with the scope `bookings:override`.
         */
        post: operations["createBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bookings/{bookingId}": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The booking's id. Anything that is not the id of a booking you may see is answered 404.
                 * @example bkg_01kb2x8e4sf3tbm2x0qz6c4a1d
                 */
                bookingId: components["parameters"]["BookingId"];
            };
            cookie?: never;
        };
        /**
         * Get a booking
         * @description Answers one booking, also one that was declined, cancelled or completed. Its attendee, by the booking's link, sees no notes, no metadata and nobody else who takes part, and expands nothing.
         */
        get: operations["getBooking"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change what is not time
         * @description Changes notes, location, answers or metadata. A field that is left out stays as it is; null clears notes and location; answers and metadata are replaced as a whole.
         */
        patch: operations["updateBooking"];
        trace?: never;
    };
    "/v1/bookings/{bookingId}/confirm": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The booking's id. Anything that is not the id of a booking you may see is answered 404.
                 * @example bkg_01kb2x8e4sf3tbm2x0qz6c4a1d
                 */
                bookingId: components["parameters"]["BookingId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm a booking
         * @description A pending booking that waits for confirmation becomes confirmed. Confirming twice answers the same booking. One that waits for something else too, such as its booker's e-mail address, stays pending until it has that; one that waits for that alone is answered as it is.
         */
        post: operations["confirmBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bookings/{bookingId}/decline": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The booking's id. Anything that is not the id of a booking you may see is answered 404.
                 * @example bkg_01kb2x8e4sf3tbm2x0qz6c4a1d
                 */
                bookingId: components["parameters"]["BookingId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline a booking
         * @description A pending booking becomes declined and its time is free again. Declining twice answers the same booking.
         */
        post: operations["declineBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bookings/{bookingId}/cancel": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The booking's id. Anything that is not the id of a booking you may see is answered 404.
                 * @example bkg_01kb2x8e4sf3tbm2x0qz6c4a1d
                 */
                bookingId: components["parameters"]["BookingId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a booking
         * @description The booking becomes cancelled and its time is free again. Cancelling twice answers the same booking. Its attendee, by the booking's link, cancels it before the cut-off and its start.
         */
        post: operations["cancelBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bookings/{bookingId}/attendees/{attendeeId}/cancel": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The booking's id. Anything that is not the id of a booking you may see is answered 404.
                 * @example bkg_01kb2x8e4sf3tbm2x0qz6c4a1d
                 */
                bookingId: components["parameters"]["BookingId"];
                /**
                 * @description The attendee's id. Anything that is not the id of somebody who takes part in this booking is answered 404.
                 * @example att_01kb2x8e4sf3tbm2x0qz6c4a1e
                 */
                attendeeId: components["parameters"]["AttendeeId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel one attendee
         * @description Somebody does not come along after all: he is no attendee of the booking any more, and of a group event his place is free again. With the last attendee the booking itself is cancelled. The booker is never cancelled before his guests: then it is the booking that is meant. Its attendee, by the booking's link, does this before the cut-off and its start.
         */
        post: operations["cancelAttendee"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bookings/{bookingId}/reschedule": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The booking's id. Anything that is not the id of a booking you may see is answered 404.
                 * @example bkg_01kb2x8e4sf3tbm2x0qz6c4a1d
                 */
                bookingId: components["parameters"]["BookingId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move a booking to another time
         * @description The old time becomes free and the new one is taken, together or not at all. The booking keeps its identity and its history. Its attendee, by the booking's link, moves it before the cut-off, to a time that is offered.
         */
        post: operations["rescheduleBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bookings/{bookingId}/complete": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The booking's id. Anything that is not the id of a booking you may see is answered 404.
                 * @example bkg_01kb2x8e4sf3tbm2x0qz6c4a1d
                 */
                bookingId: components["parameters"]["BookingId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark a booking as completed
         * @description A confirmed booking that has begun, or a no-show, becomes completed. Completing twice answers the same booking.
         */
        post: operations["completeBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bookings/{bookingId}/no-show": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The booking's id. Anything that is not the id of a booking you may see is answered 404.
                 * @example bkg_01kb2x8e4sf3tbm2x0qz6c4a1d
                 */
                bookingId: components["parameters"]["BookingId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark a booking as a no-show
         * @description A confirmed booking that has begun, or a completed one, becomes a no-show: nobody came. Marking twice answers the same booking.
         */
        post: operations["markBookingNoShow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bookings/{bookingId}/verify-email": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The booking's id. Anything that is not the id of a booking you may see is answered 404.
                 * @example bkg_01kb2x8e4sf3tbm2x0qz6c4a1d
                 */
                bookingId: components["parameters"]["BookingId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Prove the e-mail address of a booking
         * @description Takes the token of the mail that a booker gets where the organisation asks for a proof of his address (`bookingEmailVerification`). The booking waits for it no longer; with nothing else to wait for it is confirmed. The token is the proof: no other credential is needed, and the answer is what an attendee sees of his booking. It takes no idempotency key: to prove it once more answers the same booking.
         */
        post: operations["verifyBookingEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bookings/{bookingId}/guest-links": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The booking's id. Anything that is not the id of a booking you may see is answered 404.
                 * @example bkg_01kb2x8e4sf3tbm2x0qz6c4a1d
                 */
                bookingId: components["parameters"]["BookingId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get the link by which a booking's attendee manages it
         * @description Whoever has the link sees, moves and cancels the booking as its attendee does. It is the same one each time until the links are revoked, and goes on for seven days after the booking's end. A replay of the same idempotency key answers `url` and `token` as null.
         */
        post: operations["createGuestLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bookings/{bookingId}/guest-links/revoke": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The booking's id. Anything that is not the id of a booking you may see is answered 404.
                 * @example bkg_01kb2x8e4sf3tbm2x0qz6c4a1d
                 */
                bookingId: components["parameters"]["BookingId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke the links of a booking
         * @description Every link of the booking that was given out stops working at once, for ever. A new one can be had.
         */
        post: operations["revokeGuestLinks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/series": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Book times that repeat
         * @description Makes one booking for each occurrence of a rule (RFC 5545), at most 730, in one step. All occurrences keep the wall clock of `recurrence.zone` over daylight saving. With `all_or_nothing` nothing is booked where one of the times cannot be; with `best_effort` those that can be are, and the others are told in `conflicts`. In a round robin one host serves the whole series: the first in turn who can serve all of it, or else most of it. Of a group event each occurrence takes places of a session that is open, or opens one, whoever holds it. Each occurrence is an ordinary booking with a life of its own. Of what a page may book, a series counts as many times as it has occurrences.
         */
        post: operations["createSeries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/series/preview": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * See which times of a series are free
         * @description Tells of each occurrence whether it can be booked, and members why not. Nothing is written, and nothing is kept free. Limits of bookers are looked at only when somebody books. Of the availability that a page may ask for, a preview counts as many times as it has occurrences.
         */
        post: operations["previewSeries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/series/{seriesId}": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The id of the series. Anything that is not the id of a series you may see is answered 404.
                 * @example srs_01kb2x8e4sf3tbm2x0qz6c4a1d
                 */
                seriesId: components["parameters"]["SeriesId"];
            };
            cookie?: never;
        };
        /**
         * Get a series
         * @description Answers a series with those of its bookings that the caller may see, as they stand now. They are listed whole by `GET /v1/bookings?seriesId=`. The attendee of one of them, by that booking's link, sees those that he takes part in.
         */
        get: operations["getSeries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/series/{seriesId}/cancel": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The id of the series. Anything that is not the id of a series you may see is answered 404.
                 * @example srs_01kb2x8e4sf3tbm2x0qz6c4a1d
                 */
                seriesId: components["parameters"]["SeriesId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel bookings of a series
         * @description Cancels one occurrence, it and those after it by the rule, or all, together or not at all. What has begun or ended is left as it is. An attendee, by the link of one of the bookings, cancels before the cut-off: where it has come for one of them nothing is cancelled.
         */
        post: operations["cancelSeries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/series/{seriesId}/reschedule": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The id of the series. Anything that is not the id of a series you may see is answered 404.
                 * @example srs_01kb2x8e4sf3tbm2x0qz6c4a1d
                 */
                seriesId: components["parameters"]["SeriesId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move bookings of a series
         * @description Moves one occurrence, it and those after it by the rule, or all, by as much on the wall clock that the series keeps: together or not at all. Hosts and lengths stay. What has begun or ended is left as it is. Bookings of a group event are moved one by one (409). An attendee, by the link of one of the bookings, moves before the cut-off, to times that are offered.
         */
        post: operations["rescheduleSeries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/availability": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * Find the times that can be booked
         * @description Lists the free times of an event type, day by day in the zone that is asked for. A slot belongs to the answer when `from <= startsAt < to`. Each date that the range touches is listed, with an empty list where nothing is free. What is offered can be booked; a plus sign in an offset is written `%2B` in a query.
         */
        get: operations["getAvailability"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holds": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hold a time
         * @description Keeps a time for some minutes, while somebody fills in a form or pays: nobody else can book it until then. Name the hold as `holdId` when you book, and it becomes the booking; when nobody does, it expires by itself. It takes what the booking will take, buffers and all hosts included; in a round robin the host is chosen now. With `bookingId` it is for moving that booking, whose own time does not stand in its way. A publishable key has at most 200 live holds, and 3 for each address that it is used from; the attendee of a booking has at most 3.
         */
        post: operations["createHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holds/{holdId}": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The hold's id. Anything that is not the id of a hold you may see is answered 404.
                 * @example hld_01kb2x7m3sf3tbm2x0qz6c4a1d
                 */
                holdId: components["parameters"]["HoldId"];
            };
            cookie?: never;
        };
        /**
         * Get a hold
         * @description Answers one hold, also for a day after it ended. Publishable keys and attendees see those that they made.
         */
        get: operations["getHold"];
        put?: never;
        post?: never;
        /**
         * Release a hold
         * @description Gives the time back before the hold expires. Releasing one that is over does nothing: a booking that it became stays.
         */
        delete: operations["releaseHold"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holds/{holdId}/extend": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The hold's id. Anything that is not the id of a hold you may see is answered 404.
                 * @example hld_01kb2x7m3sf3tbm2x0qz6c4a1d
                 */
                holdId: components["parameters"]["HoldId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Extend a hold
         * @description Lets a live hold go on from now for so long, but not past `extendableUntil`, an hour after it was made. It never ends sooner by it.
         */
        post: operations["extendHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/waiting-list-entries": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List who waits
         * @description Lists the entries of the waiting lists that the caller may see, page by page, in order of joining. A plain member sees those of event types that he hosts.
         */
        get: operations["listWaitingListEntries"];
        put?: never;
        /**
         * Join the waiting list
         * @description Puts somebody on the list for one time that is taken, or for any time of a day on which nothing is free. When a time frees that fits, the first in order of joining is offered it: it is held for that person, and a mail with a link goes out. A time that is free is refused, with the times that can be booked; one that the rules of the event type exclude is refused too. Who waits for the same time already keeps the place: the entry is answered as it is. A publishable key is told no more than what it has asked for, whoever waits already; the person gets a mail with a link.
         */
        post: operations["joinWaitingList"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/waiting-list-entries/{waitingListEntryId}": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The entry's id. Anything that is not the id of an entry you may see is answered 404.
                 * @example wle_01kb2x9c7df3tbm2x0qz6c4a1d
                 */
                waitingListEntryId: components["parameters"]["WaitingListEntryId"];
            };
            cookie?: never;
        };
        /**
         * Get an entry
         * @description Answers one entry, also one that is over. By the link of a mail somebody sees his own.
         */
        get: operations["getWaitingListEntry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/waiting-list-entries/{waitingListEntryId}/accept": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The entry's id. Anything that is not the id of an entry you may see is answered 404.
                 * @example wle_01kb2x9c7df3tbm2x0qz6c4a1d
                 */
                waitingListEntryId: components["parameters"]["WaitingListEntryId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept the time that is offered
         * @description Books the time that is offered, for whoever waits. Accepting twice answers the same booking; too late is 409, and the time is offered to the next.
         */
        post: operations["acceptWaitingListOffer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/waiting-list-entries/{waitingListEntryId}/leave": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The entry's id. Anything that is not the id of an entry you may see is answered 404.
                 * @example wle_01kb2x9c7df3tbm2x0qz6c4a1d
                 */
                waitingListEntryId: components["parameters"]["WaitingListEntryId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leave the waiting list
         * @description Ends the wait. A time that was offered is given up, and offered to the next. An entry that is over stays as it is: what was booked is not cancelled by it.
         */
        post: operations["leaveWaitingList"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/event-types": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List event types
         * @description Lists event types, page by page, oldest first. A publishable key sees the public ones that are not deleted, and no schedules of hosts.
         */
        get: operations["listEventTypes"];
        put?: never;
        /**
         * Create an event type
         * @description A field that is left out takes its default.
         */
        post: operations["createEventType"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/event-types/{eventTypeId}": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The event type's id. Anything that is not the id of an event type you may see is answered 404.
                 * @example evt_01k9q4m2r7e8tav3w5y6z0b1cd
                 */
                eventTypeId: components["parameters"]["EventTypeId"];
            };
            cookie?: never;
        };
        /**
         * Get an event type
         * @description A publishable key gets those that are public or unlisted, without the schedules of hosts.
         */
        get: operations["getEventType"];
        put?: never;
        post?: never;
        /**
         * Delete an event type
         * @description It can no longer be booked. Its bookings stay as they are, and it stays in the list of deleted ones.
         */
        delete: operations["deleteEventType"];
        options?: never;
        head?: never;
        /**
         * Change an event type
         * @description A field that is left out stays as it is. Bookings that were made keep the terms they were made under.
         */
        patch: operations["updateEventType"];
        trace?: never;
    };
    "/v1/schedules": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List schedules
         * @description Lists the schedules that the caller may see, page by page, oldest first.
         */
        get: operations["listSchedules"];
        put?: never;
        /**
         * Create a schedule
         * @description A member's first schedule becomes the default one by itself.
         */
        post: operations["createSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/schedules/{scheduleId}": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The schedule's id. Anything that is not the id of a schedule you may see is answered 404.
                 * @example sch_01k9q3z8p5f2rbn4x6y7c0d1ef
                 */
                scheduleId: components["parameters"]["ScheduleId"];
            };
            cookie?: never;
        };
        /**
         * Get a schedule
         * @description Answers one schedule.
         */
        get: operations["getSchedule"];
        put?: never;
        post?: never;
        /**
         * Delete a schedule
         * @description Refused while an event type uses it. It stays in the list of deleted ones.
         */
        delete: operations["deleteSchedule"];
        options?: never;
        head?: never;
        /**
         * Change a schedule
         * @description A field that is left out stays as it is; weekly hours, overrides, rules, breaks, holidays and travel are replaced as a whole. Bookings that were made stay.
         */
        patch: operations["updateSchedule"];
        trace?: never;
    };
    "/v1/holidays": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List the holidays of a year
         * @description Answers what the calendar of a country or region has for a year, by date: the days off of a schedule whose `holidays` name it, and the others. Dates that are set by the moon or by law may still change when their year is near.
         */
        get: operations["listHolidays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holidays/countries": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List the countries whose holidays are known
         * @description Answers every country with its regions, for a form to choose from.
         */
        get: operations["listHolidayCountries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/group-sessions": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List group sessions
         * @description Lists the times of group events that the caller may see, page by page, by their start. A plain member sees those that he holds.
         */
        get: operations["listGroupSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/group-sessions/{groupSessionId}/reschedule": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The group session's id. Anything that is not the id of a group session you may see is answered 404.
                 * @example gse_01k9q3z8p5f2rbn4x6y7c0d1ef
                 */
                groupSessionId: components["parameters"]["GroupSessionId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move a group session with all of its bookings
         * @description All bookings that share the session move with it, each with a new version, or none does. It keeps its identity, its length and its places; who holds it stays, and its rooms where they are free. Holds of it are released. A session of which a booking is completed or a no-show is not moved.
         */
        post: operations["rescheduleGroupSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/group-sessions/{groupSessionId}/cancel": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The group session's id. Anything that is not the id of a group session you may see is answered 404.
                 * @example gse_01k9q3z8p5f2rbn4x6y7c0d1ef
                 */
                groupSessionId: components["parameters"]["GroupSessionId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a group session with all of its bookings
         * @description All bookings that share the session are cancelled together, its holds released and its time given back. Cancelling twice answers the same session. A session of which a booking is completed or a no-show is not cancelled.
         */
        post: operations["cancelGroupSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/group-sessions/{groupSessionId}": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The group session's id. Anything that is not the id of a group session you may see is answered 404.
                 * @example gse_01k9q3z8p5f2rbn4x6y7c0d1ef
                 */
                groupSessionId: components["parameters"]["GroupSessionId"];
            };
            cookie?: never;
        };
        /**
         * Get a group session
         * @description Answers one time of a group event: how many places it has and how many are left, and which bookings share it. Its bookings are listed by `GET /v1/bookings?groupSessionId=`. A member sees those that he hosts.
         */
        get: operations["getGroupSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resources": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List resources
         * @description Lists the organisation's resources, page by page, oldest first.
         */
        get: operations["listResources"];
        put?: never;
        /**
         * Create a resource
         * @description A room, a piece of equipment: what a booking takes beside its hosts, and what can be taken once at a time. Event types say which resources they need, by name or by kind.
         */
        post: operations["createResource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resources/{resourceId}": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The resource's id. Anything that is not the id of a resource you may see is answered 404.
                 * @example res_01k9q3z8p5f2rbn4x6y7c0d1ef
                 */
                resourceId: components["parameters"]["ResourceId"];
            };
            cookie?: never;
        };
        /**
         * Get a resource
         * @description Answers one resource.
         */
        get: operations["getResource"];
        put?: never;
        post?: never;
        /**
         * Delete a resource
         * @description Refused while an event type needs it by name, and while a booking still takes it. It stays in the list of deleted ones.
         */
        delete: operations["deleteResource"];
        options?: never;
        head?: never;
        /**
         * Change a resource
         * @description A field that is left out stays as it is; hours are replaced as a whole. Bookings that were made stay.
         */
        patch: operations["updateResource"];
        trace?: never;
    };
    "/v1/blocks": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List blocks
         * @description Lists the blocks that the caller may see, page by page, oldest first.
         */
        get: operations["listBlocks"];
        put?: never;
        /**
         * Block time
         * @description Keeps a member's time free of bookings: out of office. Bookings that have some of it already stand, and are named in `conflicts`; when one of them is cancelled, declined or moved, the block takes its time in the same step. Plain members block their own time only.
         */
        post: operations["createBlock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/blocks/{blockId}": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The block's id. Anything that is not the id of a block you may see is answered 404.
                 * @example blk_01k9q3z8p5f2rbn4x6y7c0d1ef
                 */
                blockId: components["parameters"]["BlockId"];
            };
            cookie?: never;
        };
        /**
         * Get a block
         * @description Answers one block, with the bookings that have some of its time at this moment.
         */
        get: operations["getBlock"];
        put?: never;
        post?: never;
        /**
         * Delete a block
         * @description Gives its time back.
         */
        delete: operations["deleteBlock"];
        options?: never;
        head?: never;
        /**
         * Change a block
         * @description A field that is left out stays as it is; null clears the note. What the block no longer covers is free.
         */
        patch: operations["updateBlock"];
        trace?: never;
    };
    "/v1/members": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List members
         * @description Lists the members of the organisation, page by page, oldest first.
         */
        get: operations["listMembers"];
        put?: never;
        /**
         * Create a member
         * @description Makes a member that can host at once and needs no log-in. Owners and admins only.
         */
        post: operations["createMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The member's id. Anything that is not the id of a member you may see is answered 404.
                 * @example mem_01k9q3x1a2b3c4d5e6f7g8h9jk
                 */
                memberId: components["parameters"]["MemberId"];
            };
            cookie?: never;
        };
        /**
         * Get a member
         * @description Answers one member.
         */
        get: operations["getMember"];
        put?: never;
        post?: never;
        /**
         * Delete a member
         * @description Takes somebody out of the organisation. His sessions in it end and the API keys that act for him are revoked, at once here and within five seconds on every server; publishable keys that he made go on, as those of the owner who has been there longest. What he hosted stays his, and he stays in the list of deleted members. He may be invited again. Who hosts an event type or has bookings to come is not deleted before they are somebody else's. For owners and admins; only an owner deletes an owner, and the last one stays.
         */
        delete: operations["deleteMember"];
        options?: never;
        head?: never;
        /**
         * Change a member
         * @description A field that is left out stays as it is. For owners and admins. Only owners make owners, and only they change one; the last owner stays one.
         */
        patch: operations["updateMember"];
        trace?: never;
    };
    "/v1/invitations": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List invitations
         * @description Lists the invitations of the organisation, whatever became of them, page by page, oldest first. For owners and admins.
         */
        get: operations["listInvitations"];
        put?: never;
        /**
         * Invite somebody
         * @description Sends a mail with a token that makes whoever has it a member, within a week and once. `memberId` names a managed host, who then has an account. Whoever has left may be invited again, and has his history back. For owners and admins; only owners invite owners. Somebody who is deleted or loses his role takes those invitations with him that he could not make any more. An organisation has at most 200 that are open.
         */
        post: operations["createInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/{invitationId}": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The invitation's id. Anything that is not the id of an invitation you may see is answered 404.
                 * @example inv_01k9q3y6h4j5k6m7n8p9q0r1st
                 */
                invitationId: components["parameters"]["InvitationId"];
            };
            cookie?: never;
        };
        /**
         * Get an invitation
         * @description Answers one invitation. For owners and admins.
         */
        get: operations["getInvitation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/{invitationId}/resend": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The invitation's id. Anything that is not the id of an invitation you may see is answered 404.
                 * @example inv_01k9q3y6h4j5k6m7n8p9q0r1st
                 */
                invitationId: components["parameters"]["InvitationId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resend an invitation
         * @description Sends the mail once more, with another token that holds for a week from now on; also when the invitation has expired. The token of the mail before works no more.
         */
        post: operations["resendInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/{invitationId}/revoke": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The invitation's id. Anything that is not the id of an invitation you may see is answered 404.
                 * @example inv_01k9q3y6h4j5k6m7n8p9q0r1st
                 */
                invitationId: components["parameters"]["InvitationId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke an invitation
         * @description Takes an invitation back, whose token works no more. Revoking twice answers the same.
         */
        post: operations["revokeInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dead-letters": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List dead letters
         * @description Lists the work of the organisation that has failed its last time, page by page, what was given up first coming first. What was retried or discarded is no longer there. For owners and admins.
         */
        get: operations["listDeadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dead-letters/{deadLetterId}": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The dead letter's id. Anything that is not the id of a dead letter you may see is answered 404.
                 * @example job_01k9q3y6h4j5k6m7n8p9q0r1st
                 */
                deadLetterId: components["parameters"]["DeadLetterId"];
            };
            cookie?: never;
        };
        /**
         * Get a dead letter
         * @description Answers one dead letter. For owners and admins.
         */
        get: operations["getDeadLetter"];
        put?: never;
        post?: never;
        /**
         * Discard a dead letter
         * @description Gives the work up for good: it is never done. One that somebody retried in the meantime is answered 404, and is done. For owners and admins.
         */
        delete: operations["discardDeadLetter"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dead-letters/{deadLetterId}/retry": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The dead letter's id. Anything that is not the id of a dead letter you may see is answered 404.
                 * @example job_01k9q3y6h4j5k6m7n8p9q0r1st
                 */
                deadLetterId: components["parameters"]["DeadLetterId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry a dead letter
         * @description Has the work done again from now on, with all the attempts of something new. It is a dead letter no longer, unless it fails its last time once more: then it is one with the same id. Whoever comes second, also after somebody has discarded it, is answered 404. For owners and admins.
         */
        post: operations["retryDeadLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/receiver-connections": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List receiver connections
         * @description Lists the organisation's connections, page by page, oldest first. For owners and admins.
         */
        get: operations["listReceiverConnections"];
        put?: never;
        /**
         * Create a receiver connection
         * @description Opens an address at which a provider may tell the organisation of something. Where the provider makes the secret that it signs by, it is given here or, once it is known, by rotateReceiverSecret; until then nothing is taken. Where it is ours to make (`standard-webhooks`), one that is left out is made, and is in this answer once and never again: a replay of the same idempotency key answers it as null. An organisation has at most 50 connections. For owners and admins.
         */
        post: operations["createReceiverConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/receiver-connections/{receiverConnectionId}": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The receiver connection's id. Anything that is not the id of a receiver connection you may see is answered 404.
                 * @example rcn_01k9q3y6h4j5k6m7n8p9q0r1st
                 */
                receiverConnectionId: components["parameters"]["ReceiverConnectionId"];
            };
            cookie?: never;
        };
        /**
         * Get a receiver connection
         * @description Answers one connection, without its secret. For owners and admins.
         */
        get: operations["getReceiverConnection"];
        put?: never;
        post?: never;
        /**
         * Delete a receiver connection
         * @description Nothing more is taken by it, and its secrets are forgotten. What came in by it stays. For owners and admins.
         */
        delete: operations["deleteReceiverConnection"];
        options?: never;
        head?: never;
        /**
         * Change a receiver connection
         * @description A field that is left out stays as it is. By one that is disabled nothing is taken: its address is answered 404, and a provider that tries again may get through once it is enabled. For owners and admins.
         */
        patch: operations["updateReceiverConnection"];
        trace?: never;
    };
    "/v1/receiver-connections/{receiverConnectionId}/rotate-secret": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The receiver connection's id. Anything that is not the id of a receiver connection you may see is answered 404.
                 * @example rcn_01k9q3y6h4j5k6m7n8p9q0r1st
                 */
                receiverConnectionId: components["parameters"]["ReceiverConnectionId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a receiver connection another secret
         * @description Another one, or its first one. The one before it is good beside it until the overlap ends; one before that no more. Where the secret is ours to make, one that is left out is made, and is in this answer once: a replay of the same idempotency key answers it as null. For owners and admins.
         */
        post: operations["rotateReceiverSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/received-events": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List received events
         * @description Lists what providers have told the organisation, page by page, oldest first, without what they have said. Kept for as long as events are. For owners and admins.
         */
        get: operations["listReceivedEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/received-events/{receivedEventId}": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The received event's id. Anything that is not the id of a received event you may see is answered 404.
                 * @example rev_01kb2x8e4sf3tbm2x0qz6c4a1d
                 */
                receivedEventId: components["parameters"]["ReceivedEventId"];
            };
            cookie?: never;
        };
        /**
         * Get a received event
         * @description Answers one event with what the provider has said, letter for letter. For owners and admins.
         */
        get: operations["getReceivedEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List API keys
         * @description Lists the keys that the caller may see, page by page, oldest first, revoked and expired ones too. Secrets are never shown.
         */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Create an API key
         * @description The secret is in this answer once and never again: a replay of the same idempotency key answers it as null. A key cannot have a scope that its creator lacks. An organisation has at most 1,000 keys that are neither revoked nor expired.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys/{apiKeyId}": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The API key's id. Anything that is not the id of a key you may see is answered 404.
                 * @example key_01k9q3y6h4j5k6m7n8p9q0r1st
                 */
                apiKeyId: components["parameters"]["ApiKeyId"];
            };
            cookie?: never;
        };
        /**
         * Get an API key
         * @description Answers one key, without its secret.
         */
        get: operations["getApiKey"];
        put?: never;
        post?: never;
        /**
         * Revoke an API key
         * @description The key stops working at once with all its secrets, for ever. Revoking twice answers the same key.
         */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        /**
         * Change an API key
         * @description Renames a key, says whose pages may use it, or lets it end earlier than it was to; an end never becomes later. A field that is left out stays as it is. What a key may do does not change: make another one for that.
         */
        patch: operations["updateApiKey"];
        trace?: never;
    };
    "/v1/api-keys/{apiKeyId}/rotate": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The API key's id. Anything that is not the id of a key you may see is answered 404.
                 * @example key_01k9q3y6h4j5k6m7n8p9q0r1st
                 */
                apiKeyId: components["parameters"]["ApiKeyId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give an API key another secret
         * @description The key stays the same key and gets another secret, which is in this answer once: a replay of the same idempotency key answers it as null. Secrets before it go on until the overlap ends, or until the end that they had already, whichever is earlier; without an overlap they stop working at once. A secret key is rotated by the member for whom it acts, with a credential that has all of its scopes; a publishable key by any owner or admin.
         */
        post: operations["rotateApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List webhook endpoints
         * @description Lists the organisation's endpoints, page by page, oldest first.
         */
        get: operations["listWebhookEndpoints"];
        put?: never;
        /**
         * Create a webhook endpoint
         * @description Has a server told of what happens from now on, by signed POSTs (Standard Webhooks). Its secret is in this answer once and never again: a replay of the same idempotency key answers it as null. An organisation has at most 20 endpoints.
         */
        post: operations["createWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{webhookEndpointId}": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The webhook endpoint's id. Anything that is not the id of a webhook endpoint you may see is answered 404.
                 * @example whe_01k9q3y6h4j5k6m7n8p9q0r1st
                 */
                webhookEndpointId: components["parameters"]["WebhookEndpointId"];
            };
            cookie?: never;
        };
        /**
         * Get a webhook endpoint
         * @description Answers one endpoint, without its secret.
         */
        get: operations["getWebhookEndpoint"];
        put?: never;
        post?: never;
        /**
         * Delete a webhook endpoint
         * @description Nothing is sent to it any more, also of what is on its way.
         */
        delete: operations["deleteWebhookEndpoint"];
        options?: never;
        head?: never;
        /**
         * Change a webhook endpoint
         * @description A field that is left out stays as it is. What is on its way to an endpoint that is disabled has failed. One that is enabled again is told of what happens from then on; what it has missed can be replayed.
         */
        patch: operations["updateWebhookEndpoint"];
        trace?: never;
    };
    "/v1/webhook-endpoints/{webhookEndpointId}/rotate-secret": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The webhook endpoint's id. Anything that is not the id of a webhook endpoint you may see is answered 404.
                 * @example whe_01k9q3y6h4j5k6m7n8p9q0r1st
                 */
                webhookEndpointId: components["parameters"]["WebhookEndpointId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a webhook endpoint another secret
         * @description The new secret is in this answer once: a replay of the same idempotency key answers it as null. For a day each webhook is signed by both, so that its receiver may go over when it likes; one before those signs no more.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{webhookEndpointId}/ping": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The webhook endpoint's id. Anything that is not the id of a webhook endpoint you may see is answered 404.
                 * @example whe_01k9q3y6h4j5k6m7n8p9q0r1st
                 */
                webhookEndpointId: components["parameters"]["WebhookEndpointId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a webhook endpoint a ping
         * @description Sends the event `webhook_endpoint.pinged`, whatever the endpoint wants to be told of, and to no other. What comes of it stands in the delivery.
         */
        post: operations["pingWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{webhookEndpointId}/replay": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The webhook endpoint's id. Anything that is not the id of a webhook endpoint you may see is answered 404.
                 * @example whe_01k9q3y6h4j5k6m7n8p9q0r1st
                 */
                webhookEndpointId: components["parameters"]["WebhookEndpointId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the events of a time again
         * @description Sends an endpoint the events of a time again, or for the first time: all that happened from `from` until before `to`, are of one of the types, are still kept (30 days, unless the installation says otherwise) and had been handed on when this was asked for, whether it has had them or not. Left out are pings, and what is on its way to it anyhow. They go out in the order in which they happened, each by a delivery of its own with the event's own identifier in `webhook-id`, so a receiver that has had it knows it. An endpoint that is disabled meanwhile is sent nothing more.
         */
        post: operations["replayWebhookEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{webhookEndpointId}/deliveries": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The webhook endpoint's id. Anything that is not the id of a webhook endpoint you may see is answered 404.
                 * @example whe_01k9q3y6h4j5k6m7n8p9q0r1st
                 */
                webhookEndpointId: components["parameters"]["WebhookEndpointId"];
            };
            cookie?: never;
        };
        /**
         * List the deliveries of a webhook endpoint
         * @description Lists what was sent to an endpoint with each attempt, page by page, oldest first.
         */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-deliveries/{webhookDeliveryId}": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The webhook delivery's id. Anything that is not the id of a webhook delivery you may see is answered 404.
                 * @example whd_01kb2x8e4sf3tbm2x0qz6c4a1d
                 */
                webhookDeliveryId: components["parameters"]["WebhookDeliveryId"];
            };
            cookie?: never;
        };
        /**
         * Get a webhook delivery
         * @description Answers one delivery with each of its attempts.
         */
        get: operations["getWebhookDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-deliveries/{webhookDeliveryId}/replay": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The webhook delivery's id. Anything that is not the id of a webhook delivery you may see is answered 404.
                 * @example whd_01kb2x8e4sf3tbm2x0qz6c4a1d
                 */
                webhookDeliveryId: components["parameters"]["WebhookDeliveryId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a webhook again
         * @description Sends the event of a delivery to its endpoint once more, by a delivery of its own. It has the event's own identifier in `webhook-id`: a receiver that has had it knows it.
         */
        post: operations["replayWebhookDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/sign-up": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign up
         * @description Asks for an account with an organisation of its own. A mail goes to the address, with a token that completes the sign-up within a day; until then there is no account. Whoever has an account already gets the same answer here, and a mail that says so. It takes no idempotency key: there is no credential that one could belong to, and a second mail does no harm.
         */
        post: operations["signUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/complete-sign-up": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Complete a sign-up
         * @description Takes the token of the mail and the password of the sign-up, makes the person, the organisation, its owner and his first schedule, and opens a session on this device. The token proves the address; the password proves that the mail was not opened by somebody in whose name a stranger has signed up, with a password that the stranger knows. It takes no idempotency key: its answer is a secret, which is not kept, and the token works once. Where the answer was lost, log in.
         */
        post: operations["completeSignUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/accept-invitation": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept an invitation
         * @description Takes the token of the mail, and makes the person a member. Somebody new sends a password, has an account by it, and is logged in. Somebody who has an account joins with it: his password stays, one that is sent is not looked at, and `loggedIn` is null, so he logs in as always. Send the token alone first: 422 at `/password` says that it takes one. It takes no idempotency key: its answer is a secret, which is not kept, and the token works once.
         */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/log-in": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log in by password
         * @description Opens a session on this device, in one organisation. An unknown address and a wrong password are answered alike. A person has at most 100 sessions: the one that was not used for the longest time makes room. Whoever has a second factor is answered 401 `second_factor_required` with a token for `POST /v1/auth/second-factor`. It takes no idempotency key: its answer is a secret, which is not kept, and to log in once more does no harm.
         */
        post: operations["logIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/second-factor": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log in by a second factor
         * @description Takes the token of a log-in that was answered 401 `second_factor_required`, within 5 minutes, with a code of the authenticator app, a recovery code, or what a passkey has signed, and opens the session. A code is taken once. After five wrong ones the token is worth nothing, and the person logs in anew. It takes no idempotency key: its answer is a secret, which is not kept. Where the answer was lost, log in again.
         */
        post: operations["logInWithSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/passkey-options": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for what a passkey has to sign
         * @description Answers the options for `navigator.credentials.get()`, with a challenge that is good once, within 5 minutes, for log-in, as a second factor and for a step-up. They are the same for everybody: the browser knows which passkeys the person has. It takes no idempotency key: there is no credential that one could belong to, and to ask once more does no harm.
         */
        post: operations["offerPasskeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/log-in-with-passkey": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log in by a passkey
         * @description Takes what `navigator.credentials.get()` gave for the options of `POST /v1/auth/passkey-options`, and opens a session on this device, in one organisation. The authenticator must have verified the person, so no other factor is asked for. It takes no idempotency key: its answer is a secret, which is not kept, and to log in once more does no harm.
         */
        post: operations["logInWithPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refresh a session
         * @description Gives a new access token and the next refresh token for one that has not been used. When the answer was lost, send the same refresh token again within 30 seconds: it is answered by the same next one. Used any later, it may have been stolen, and the session is over (RFC 9700 4.14.2). A browser sends `transport: cookie` and no token, and needs no `X-CSRF-Token` here, so that a page that was loaded anew gets one; its `Origin` must be one of the app's. It takes no idempotency key: its answer is a secret, which is not kept.
         */
        post: operations["refreshSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/log-out": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log out of this device
         * @description Ends the session of the access token, and clears the cookies where it came in one. Other devices stay logged in.
         */
        post: operations["logOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/step-up": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Prove once more who one is
         * @description For what is sensitive the last proof of who somebody is must not be older than 10 minutes. Whoever has a second factor shows that one; who has none, his password. Whoever has neither logs in again. Ten wrong ones in a quarter of an hour are the most, those at log-in included. Of a password nothing is kept under the idempotency key.
         */
        post: operations["stepUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/request-password-reset": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a new password
         * @description Sends a mail with a token that sets a new password, within the hour and once. An address that nobody has gets the same answer, and no mail. It takes no idempotency key: there is no credential that one could belong to, and a second mail does no harm; its token takes the place of the first.
         */
        post: operations["requestPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/reset-password": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a new password
         * @description Takes the token of the mail, and sets a new password. Every session of the person ends. It takes no idempotency key: the token works once, and nothing of what is sent is kept.
         */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/verify-email": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify an e-mail address
         * @description Takes the token of the mail, which proves that the address is the person's. It takes no idempotency key: the token works once, and there is no credential that a key could belong to.
         */
        post: operations["verifyEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/confirm-email-change": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm a new e-mail address
         * @description Takes the token of the mail to the new address, which the person logs in by from now on. Every session of his ends, and tokens that were mailed to the old address are worth nothing any more. His password, passkeys and identities stay. Where somebody else has the address by now, the token is refused as one that was used. It takes no idempotency key: the token works once, and there is no credential that a key could belong to.
         */
        post: operations["confirmEmailChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List sessions
         * @description Lists where the person who asks is logged in, in whatever organisation, page by page, oldest first. What has ended is not listed.
         */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/end-others": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End all other sessions
         * @description Logs the person out everywhere but here. Their access tokens are refused within five seconds by every server.
         */
        post: operations["endOtherSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The session's id. Anything that is not the id of a session of your own is answered 404.
                 * @example dev_01k9q3y6h4j5k6m7n8p9q0r1st
                 */
                sessionId: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End a session
         * @description Logs one of one's own devices out: at once here, within five seconds on every server. Ending it twice does no harm.
         */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        /**
         * Name a session
         * @description Gives one of one's own sessions another name.
         */
        patch: operations["updateSession"];
        trace?: never;
    };
    "/v1/auth/providers": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List the providers that people can log in with
         * @description Answers which of Google, Microsoft, GitHub and others are set up on this server. It may be none.
         */
        get: operations["listIdentityProviders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/social/{provider}/start": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description Which provider. Anything that is not set up on this server is answered 404.
                 * @example google
                 */
                provider: components["parameters"]["Provider"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin a log-in with a provider
         * @description Keep the `flowToken` where only this browser or app can read it, and send the person to the `authorisationUrl`. The provider sends him back to the app at `/auth/callback/{provider}` with a code; take both to `POST /v1/auth/social/{provider}/finish` within 10 minutes. It takes no idempotency key: its answer is a secret, which is not kept, and to begin once more does no harm.
         */
        post: operations["startSocialLogIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/social/{provider}/finish": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description Which provider. Anything that is not set up on this server is answered 404.
                 * @example google
                 */
                provider: components["parameters"]["Provider"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finish a log-in with a provider
         * @description Takes what the provider has sent the browser back with, and opens a session of the account that the identity is linked with. Accounts are never found by e-mail address: somebody new is answered `sign_up_needed`, somebody whose address has an account `link_needed`. Whoever has a second factor is answered 401 `second_factor_required`, as at a log-in by password. A flow can be finished once, whatever comes of it, but for 503 `provider_unavailable`: then send the same again. It takes no idempotency key: its answer is a secret, which is not kept. Where the answer was lost, begin once more.
         */
        post: operations["finishSocialLogIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/social/request-email-verification": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a mail that proves the address of a newcomer
         * @description For somebody who signs up with a provider that does not vouch for his address (`emailVerified` is false), or who wants another one. Sends a mail with a token for `POST /v1/auth/social/sign-up`. An address that has an account already gets the same answer here, and a mail that says so. It takes no idempotency key: there is no credential that one could belong to, and a second mail does no harm; its token takes the place of the first.
         */
        post: operations["requestSocialSignUpEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/social/sign-up": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign up with an identity
         * @description Takes the token of an answer `sign_up_needed` within the hour, makes the person, without a password, with an organisation of his own and his first schedule, links his identity, and opens a session. It takes no idempotency key: its answer is a secret, which is not kept, and the token works once. Where the answer was lost, log in.
         */
        post: operations["signUpWithIdentity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/identities": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List one's identities
         * @description Lists the accounts at providers that the person who asks can log in by, page by page, oldest first.
         */
        get: operations["listIdentities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/identities/{provider}/start": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description Which provider. Anything that is not set up on this server is answered 404.
                 * @example google
                 */
                provider: components["parameters"]["Provider"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to link an identity
         * @description As at a log-in with a provider, for somebody who has logged in and proven himself in the last 10 minutes. The provider sends him back to the same place in the app; take code and token to `POST /v1/me/identities/{provider}/finish`.
         */
        post: operations["startLinkingIdentity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/identities/{provider}/finish": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description Which provider. Anything that is not set up on this server is answered 404.
                 * @example google
                 */
                provider: components["parameters"]["Provider"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finish linking an identity
         * @description Links the identity with the account of whoever is logged in, so that he can log in by it, and tells him by mail. Linking the same one again does no harm; one that another account has is refused. A person has at most 20.
         */
        post: operations["finishLinkingIdentity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/identities/{identityId}": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The identity's id. Anything that is not the id of an identity of your own is answered 404.
                 * @example idn_01k9q3y6h4j5k6m7n8p9q0r1st
                 */
                identityId: components["parameters"]["IdentityId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Unlink an identity
         * @description The person can no longer log in by it, and is told so by mail. Sessions go on. What he logs in by at last cannot be unlinked. He has to have proven himself in the last 10 minutes.
         */
        delete: operations["unlinkIdentity"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisation": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * Get the organisation
         * @description Answers the organisation whose data the credential reaches.
         */
        get: operations["getOrganisation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the organisation
         * @description A field that is left out stays as it is. For owners and admins. What is changed counts at once on this server, and within five seconds on every other.
         */
        patch: operations["updateOrganisation"];
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * Get one's own profile
         * @description Answers who has logged in, as what, and which organisations he can log in to.
         */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change one's own profile
         * @description A field that is left out stays as it is. Name, zone and locale are those of the membership in this organisation; the rest goes with the person into each of them.
         */
        patch: operations["updateMe"];
        trace?: never;
    };
    "/v1/me/password": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change one's own password
         * @description Takes the present password and sets a new one. Every other session of the person ends, this one goes on. Ten wrong ones in a quarter of an hour are the most, wrong proofs at a step-up included.
         */
        patch: operations["changePassword"];
        trace?: never;
    };
    "/v1/me/change-email": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask to log in by another e-mail address
         * @description Sends a mail to the new address, with a token that works once, for a day, and one to the present address that tells of it. Nothing changes until `POST /v1/auth/confirm-email-change` takes the token. The answer is the same for an address that somebody has: then its owner is told, and there is no token. Only what was asked for last counts, and a new password calls it off. It takes a proof of who the person is that is not older than 10 minutes.
         */
        post: operations["changeEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/leave": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leave the organisation
         * @description Takes the person out of the organisation of this session, as `DELETE /v1/members/{memberId}` would: his sessions in it end, this one too, and the API keys that act for him are revoked; publishable keys that he made become an owner's. His account stays, with the other organisations that he is in. The last owner cannot leave, nor who hosts an event type or has bookings to come.
         */
        post: operations["leaveOrganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/request-email-verification": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a mail that verifies one's address
         * @description Sends a mail with a token that works once, for a day. Where the address is verified already, nothing is sent.
         */
        post: operations["requestEmailVerification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/second-factors": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * Get one's own second factors
         * @description Answers what one has to show at log-in besides the password, without any secret.
         */
        get: operations["getSecondFactors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/totp": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to set up an authenticator app
         * @description Makes a secret for an authenticator app (RFC 6238: SHA-1, 6 digits, 30 seconds). It is shown once, and counts for nothing until a code of the app has confirmed it. To begin again takes the place of what was begun before.
         */
        post: operations["beginTotp"];
        /**
         * Remove one's authenticator app
         * @description Its codes count no more. With the last second factor the recovery codes go too. It is told by mail. Where there is none, nothing happens.
         */
        delete: operations["removeTotp"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/totp/confirm": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm an authenticator app by a code of it
         * @description From now on every log-in needs a second factor. Whoever has no recovery codes yet gets ten, which are shown once. It is told by mail.
         */
        post: operations["confirmTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/passkeys": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List one's own passkeys
         * @description Lists the passkeys of the person who asks, page by page, oldest first.
         */
        get: operations["listPasskeys"];
        put?: never;
        /**
         * Add a passkey
         * @description Takes what `navigator.credentials.create()` gave for the options of `POST /v1/me/passkeys/registration-options`. From now on it logs in by itself, and whoever logs in by his password is asked for a second factor, which it is too. Whoever has no recovery codes yet gets ten, which are shown once. It is told by mail. A person has at most 20.
         */
        post: operations["addPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/passkeys/registration-options": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to make a passkey
         * @description Answers the options for `navigator.credentials.create()`, with a challenge that is good once, within 5 minutes. The answer is not kept under the idempotency key: to ask once more gives another challenge and does no harm.
         */
        post: operations["beginPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/passkeys/{passkeyId}": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The passkey's id. Anything that is not the id of a passkey of your own is answered 404.
                 * @example psk_01k9q4a6h4j5k6m7n8p9q0r1st
                 */
                passkeyId: components["parameters"]["PasskeyId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a passkey
         * @description Takes one of one's own passkeys out of use: it logs in no more. With the last second factor the recovery codes go too. The last means to log in stays. It is told by mail.
         */
        delete: operations["removePasskey"];
        options?: never;
        head?: never;
        /**
         * Name a passkey
         * @description Gives one of one's own passkeys another name.
         */
        patch: operations["updatePasskey"];
        trace?: never;
    };
    "/v1/me/devices": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List one's own devices
         * @description Lists the devices that notifications of the person who asks are pushed to, page by page, oldest first.
         */
        get: operations["listDevices"];
        put?: never;
        /**
         * Register a device
         * @description Has notifications pushed to the app or the browser's page that asks. An app calls it at each start: the same token again is the same device, last seen now, of the session that asks. A token that somebody else had registered is his no more: a device has one owner. It goes with the session that registered it last, when that is logged out, ended or runs out, and by itself when its provider says that the token is gone. A person has at most 20: with one more the one goes that was not seen for the longest time.
         */
        post: operations["registerDevice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/devices/registration-options": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * Learn what can be registered
         * @description Answers to which kinds of devices this server pushes, and what a browser subscribes with.
         */
        get: operations["getDeviceRegistrationOptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/devices/{deviceId}": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The device's id. Anything that is not the id of a device of your own is answered 404.
                 * @example pdv_01k9q4a6h4j5k6m7n8p9q0r1st
                 */
                deviceId: components["parameters"]["DeviceId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a device
         * @description Nothing is pushed to it any more, until it is registered anew.
         */
        delete: operations["removeDevice"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/recovery-codes": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace one's recovery codes
         * @description Gives ten new recovery codes, which are shown once, in the place of all that there were. Only for who has a second factor: without one there is nothing to recover.
         */
        post: operations["replaceRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List the public signing keys
         * @description The keys that access tokens are signed with, by ES256 (RFC 7517). A new key is here a day before it signs, and an old one stays until its last token has expired.
         */
        get: operations["listSigningKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/livez": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * Is the process alive
         * @description Answers as long as the process runs. It looks at nothing else; restart the process when it does not answer.
         */
        get: operations["getLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * Is the server ready
         * @description Answers 200 when requests can be served, 503 while the database is not reachable or the server is shutting down.
         */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * Get this contract
         * @description The OpenAPI document that you are reading, in one file.
         */
        get: operations["getContract"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description The token of the mail, and what somebody new brings. */
        AcceptInvitation: {
            token: components["schemas"]["OneTimeToken"];
            password?: components["schemas"]["NewPassword"];
            /** @description The name that bookers read. */
            name?: components["schemas"]["Name"];
            timeZone?: components["schemas"]["TimeZone"];
            locale?: components["schemas"]["Locale"];
            deviceName?: components["schemas"]["DeviceName"];
            transport?: components["schemas"]["SessionTransport"];
        };
        /** @description What is not as it was said when joining. May be left out altogether. */
        AcceptWaitingListOffer: {
            answers?: components["schemas"]["Answers"];
            /** @description One of the event type's locations; any place when it has none. */
            location?: components["schemas"]["Location"];
        };
        /** @description What came of it. */
        AcceptedInvitation: {
            member: components["schemas"]["Member"];
            /** @description The session of somebody new. Null for somebody who had an account, who logs in as always. */
            loggedIn: components["schemas"]["LoggedIn"] | null;
        };
        /** @description What the browser has made. */
        AddPasskey: {
            /** @description What the passkey is called in lists. Left out, it has no name. */
            name?: components["schemas"]["Name"];
            response: components["schemas"]["RegistrationResponse"];
        };
        /** @description A passkey, and the recovery codes of who had none. */
        AddedPasskey: components["schemas"]["Passkey"] & components["schemas"]["RecoveryCodes"];
        /** @description Whose pages may use a publishable key: `https://shop.example`, with its port where that is not the usual one, `https://*.shop.example` for all names below, or `*` for every page. Left out or empty, no page but those of the app itself. What sends no `Origin`, as apps and servers do, is not asked for one. */
        AllowedOrigins: string[];
        /** @description A time that can be booked instead. */
        AlternativeSlot: {
            startsAt: components["schemas"]["Instant"];
            endsAt: components["schemas"]["Instant"];
        };
        /**
         * text without the character U+0000
         * @description Text, a number, yes or no, or a list of choices, as the question asks.
         */
        Answer: string | number | boolean | string[];
        /** @description The answers to the event type's questions, by the question's key. */
        Answers: {
            [key: string]: components["schemas"]["Answer"];
        };
        /** @description A credential, without its secret. */
        ApiKey: {
            id: components["schemas"]["ApiKeyId"];
            /** @description What it is for. */
            name: string;
            kind: components["schemas"]["ApiKeyKind"];
            /**
             * @description Whether it reaches the live or the test organisation.
             * @enum {string}
             */
            mode: "live" | "test";
            /** @description What it may do, as far as the role of its member allows it by now. */
            scopes: components["schemas"]["Scope"][];
            /** @description Whose pages may use it, where it is publishable; empty for none but the app's own. */
            allowedOrigins: string[];
            /** @description The first characters of its newest secret, to tell keys apart. */
            start: string;
            /** @description When it stops working, or null. */
            expiresAt: components["schemas"]["NullableInstant"];
            /** @description When it was revoked, or null. */
            revokedAt: components["schemas"]["NullableInstant"];
            /** @description When it got its newest secret, or null while that is its first. */
            rotatedAt: components["schemas"]["NullableInstant"];
            /** @description Until when the secrets before the newest go on, at most; null when there were none. */
            overlapEndsAt: components["schemas"]["NullableInstant"];
            /** @description When it was first used, or null. */
            firstUsedAt: components["schemas"]["NullableInstant"];
            /** @description The address that it was first used from. */
            firstUsedAddress: string | null;
            /** @description The agent that it was first used by. */
            firstUsedUserAgent: string | null;
            /** @description When it was last used, to within some minutes, or null. */
            lastUsedAt: components["schemas"]["NullableInstant"];
            createdAt: components["schemas"]["Instant"];
        };
        /**
         * API key id
         * @description Names one API key.
         */
        ApiKeyId: string;
        /**
         * @description Secret keys are for back ends; publishable ones may stand in web pages and apps.
         * @enum {string}
         */
        ApiKeyKind: "secret" | "publishable";
        /** @description A page of keys. */
        ApiKeyList: {
            /** @description The keys of this page. */
            data: components["schemas"]["ApiKey"][];
            page: components["schemas"]["Page"];
        };
        /**
         * version of an app
         * @description The version of the app, for those who look for what is wrong with a device.
         */
        AppVersion: string;
        /** @description One time, and whether it can be booked. */
        AskedTime: {
            startsAt: components["schemas"]["Instant"];
            /** @description Whether it can be booked. */
            offered: boolean;
            /** @description Why not. Told to secret keys only. */
            reason?: components["schemas"]["UnavailableReason"];
            hosts?: components["schemas"]["HostReasons"];
            resourceIds?: components["schemas"]["MissingResources"];
        };
        /** @description What `navigator.credentials.get()` gave, by its `toJSON()` (WebAuthn 5.1). */
        AssertionResponse: {
            id: components["schemas"]["CredentialId"];
            rawId: components["schemas"]["CredentialId"];
            /**
             * @description The kind of credential.
             * @enum {string}
             */
            type: "public-key";
            /**
             * @description Whether the key is part of the device.
             * @enum {string|null}
             */
            authenticatorAttachment?: "platform" | "cross-platform" | null;
            clientExtensionResults?: components["schemas"]["ExtensionResults"];
            /** @description What the authenticator has signed. */
            response: {
                clientDataJSON: components["schemas"]["Base64Url"];
                authenticatorData: components["schemas"]["Base64Url"];
                signature: components["schemas"]["Base64Url"];
                /**
                 * text in base64url
                 * @description Whose key it is, as the authenticator knows it.
                 */
                userHandle?: string | null;
            };
        };
        /**
         * @description How hosts are chosen. `solo` is one host. With `round_robin` each booking goes to one of the hosts who are free, in turn, and to all those marked `fixed`. With `collective` all hosts take part in each booking; the first one's hours make the grid.
         * @enum {string}
         */
        Assignment: "solo" | "round_robin" | "collective";
        /** @description Somebody who comes. */
        Attendee: {
            id: components["schemas"]["AttendeeId"];
            /**
             * @description The one who booked or one who comes along.
             * @enum {string}
             */
            role: "booker" | "guest";
            /** @description Null for a guest whose name is not known. */
            name: string | null;
            /** @description The e-mail address. */
            email: string;
            /** @description In E.164 form. */
            phone: string | null;
            /** @description A BCP 47 language tag. */
            locale: string | null;
            /** @description An IANA time zone. */
            timeZone: string | null;
        };
        /**
         * attendee id
         * @description Names one attendee of one booking.
         */
        AttendeeId: string;
        /** @description The free times of an event type. */
        Availability: {
            eventTypeId: components["schemas"]["EventTypeId"];
            /** @description The zone whose dates the days are. */
            timeZone: components["schemas"]["TimeZone"];
            /** @description How long each slot is. */
            durationMinutes: components["schemas"]["DurationMinutes"];
            /** @description With `at`, the time that was asked about. */
            asked?: components["schemas"]["AskedTime"];
            /** @description Each date that the range touches, in order. */
            days: components["schemas"]["AvailableDay"][];
        };
        /** @description One date and its free times. */
        AvailableDay: {
            /**
             * Format: date
             * @description The date in the asked zone.
             */
            date: string;
            /** @description The free times that start on this date, in order. */
            slots: components["schemas"]["Slot"][];
            /** @description With `explain`, the times of the grid that are not offered. */
            unavailable?: components["schemas"]["UnavailableTime"][];
        };
        /**
         * text in base64url
         * @description Bytes in base64url (RFC 4648 5).
         */
        Base64Url: string;
        /** @description Time that a member keeps for himself. */
        Block: {
            id: components["schemas"]["BlockId"];
            /** @description Whose time it is. */
            memberId: components["schemas"]["MemberId"];
            /** @description Its first moment. */
            startsAt: components["schemas"]["Instant"];
            /** @description The first moment after it. */
            endsAt: components["schemas"]["Instant"];
            reason: components["schemas"]["BlockReason"];
            /** @description What else there is to say. */
            note: string | null;
            /** @description The bookings that have some of its time, the earliest first. They stand until somebody moves or cancels them. */
            conflicts: components["schemas"]["BookingId"][];
            version: components["schemas"]["Version"];
            createdAt: components["schemas"]["Instant"];
            updatedAt: components["schemas"]["Instant"];
        };
        /**
         * block id
         * @description Names one block.
         */
        BlockId: string;
        /** @description A page of blocks. */
        BlockList: {
            /** @description The blocks of this page. */
            data: components["schemas"]["Block"][];
            page: components["schemas"]["Page"];
        };
        /**
         * @description Why the member is away. Told to those who may read his schedules.
         * @enum {string}
         */
        BlockReason: "vacation" | "sick_leave" | "travel" | "training" | "personal" | "other";
        /** @description The person that books. */
        BookerInput: {
            name: components["schemas"]["Name"];
            email: components["schemas"]["Email"];
            phone?: components["schemas"]["Phone"];
            locale?: components["schemas"]["Locale"];
        };
        /** @description Time that is or was taken. Title, length and price are kept as they were when it was booked. */
        Booking: {
            id: components["schemas"]["BookingId"];
            status: components["schemas"]["BookingStatus"];
            /** @description What a pending booking waits for, all of it. Empty in every other state. With `email_verification` it has half an hour, or until its start. */
            pendingReasons: ("confirmation" | "payment" | "email_verification")[];
            /** @description When a pending booking is declined by itself, if it is. */
            expiresAt: components["schemas"]["NullableInstant"];
            eventTypeId: components["schemas"]["EventTypeId"];
            /** @description The event type's title at the time of booking. */
            title: string;
            /** @description The members that hold it. In a round robin the one who was chosen is the first. */
            hostIds: components["schemas"]["MemberId"][];
            /** @description The resources that it takes, in the order in which the event type names what it needs. */
            resourceIds: components["schemas"]["ResourceId"][];
            /** @description Of a group event, what the bookings that share its time have in common; otherwise null. */
            groupSessionId: components["schemas"]["GroupSessionId"] | null;
            /** @description The series that it is an occurrence of, if it is. */
            seriesId: string | null;
            /** @description Which occurrence of its series it is: when it was to start by the rule. It stays when the booking is moved. */
            recurrenceId: components["schemas"]["NullableInstant"];
            startsAt: components["schemas"]["Instant"];
            /** @description The first moment after it, without buffers. */
            endsAt: components["schemas"]["Instant"];
            durationMinutes: components["schemas"]["DurationMinutes"];
            /** @description The zone of the booker. */
            timeZone: components["schemas"]["TimeZone"];
            /** @description When the booker pressed the button, by their own clock. */
            clientCreatedAt: components["schemas"]["Instant"];
            /** @description The booker first, then the guests. */
            attendees: components["schemas"]["Attendee"][];
            /** @description Where it takes place, or null. */
            location: components["schemas"]["NullableLocation"];
            answers: components["schemas"]["Answers"];
            /** @description What the host should know. */
            notes: string | null;
            /** @description The price at the time of booking, or null when it costs nothing. */
            price: components["schemas"]["NullableMoney"];
            metadata: components["schemas"]["Metadata"];
            /** @description Set once it is cancelled. */
            cancellation: components["schemas"]["Cancellation"] | null;
            /** @description Why it was declined, if somebody said so. */
            declineReason: string | null;
            /** @description The SEQUENCE of its iCalendar object (RFC 5545). It grows when the time changes. */
            sequence: number;
            version: components["schemas"]["Version"];
            createdAt: components["schemas"]["Instant"];
            updatedAt: components["schemas"]["Instant"];
            /** @description With `expand=eventType`. Null when it is gone for good. */
            eventType?: components["schemas"]["EventType"] | null;
            /** @description With `expand=host`. */
            hosts?: components["schemas"]["MemberSummary"][];
            /** @description With `expand=history`. What happened to it, oldest first. */
            history?: components["schemas"]["BookingHistoryEntry"][];
        };
        /** @description Whether a booking by a publishable key waits until its booker has proven his e-mail address (`pendingReasons: ["email_verification"]`), so that nobody is written to whom a stranger has named, but for the mail that asks for the proof. False at first. Bookings by members and secret keys never wait for it. */
        BookingEmailVerification: boolean;
        /** @description One thing that happened to a booking. */
        BookingHistoryEntry: {
            /** @description The name of the event, such as `booking.created`. */
            action: string;
            at: components["schemas"]["Instant"];
            /** @description The id of the credential or member that did it, or null when it happened by itself. */
            actorId: string | null;
            /** @description Why, if somebody said so. */
            reason: string | null;
            /** @description What changed, field by field. */
            changes: {
                [key: string]: unknown;
            } | null;
        };
        /**
         * booking id
         * @description Names one booking.
         */
        BookingId: string;
        /** @description A page of bookings. */
        BookingList: {
            /** @description The bookings of this page. */
            data: components["schemas"]["Booking"][];
            page: components["schemas"]["Page"];
        };
        /**
         * @description Where the booking stands. Pending and confirmed bookings take their time; the others have given it back or are over.
         * @enum {string}
         */
        BookingStatus: "pending" | "confirmed" | "declined" | "cancelled" | "completed" | "no_show";
        /** @description What comes back by a rule and is taken out of the hours, such as lunch or a weekly meeting. What is left on either side has a grid of its own. On a date with an override there are no breaks. */
        Breaks: components["schemas"]["RecurringHours"][];
        /** @description Minutes beside a booking in which the host is not booked. */
        BufferMinutes: number;
        /** @description Which bookings are cancelled. */
        CancelSeries: {
            scope: components["schemas"]["SeriesScope"];
            /** @description Which occurrence is meant. Left out only with `all`. */
            recurrenceId?: components["schemas"]["InstantInput"];
            reason?: components["schemas"]["Reason"];
        };
        /** @description How a booking came to its end. */
        Cancellation: {
            /** @description Why, if somebody said so. */
            reason: string | null;
            cancelledAt: components["schemas"]["Instant"];
            /**
             * @description Which side cancelled.
             * @enum {string}
             */
            by: "staff" | "attendee";
        };
        /** @description What the person wants to log in by. */
        ChangeEmail: {
            email: components["schemas"]["Email"];
        };
        /** @description The present password, and the one that takes its place. */
        ChangePassword: {
            /** @description The present password. */
            currentPassword: components["schemas"]["KnownPassword"];
            newPassword: components["schemas"]["NewPassword"];
        };
        /** @description The token of the mail, and the password that was chosen at the sign-up. */
        CompleteSignUp: {
            token: components["schemas"]["OneTimeToken"];
            password: components["schemas"]["KnownPassword"];
            deviceName?: components["schemas"]["DeviceName"];
            transport?: components["schemas"]["SessionTransport"];
        };
        /** @description The token of the mail to the new address. */
        ConfirmEmailChange: {
            token: components["schemas"]["OneTimeToken"];
        };
        /** @description The code that the app shows. */
        ConfirmTotp: {
            code: components["schemas"]["TotpCode"];
        };
        /**
         * country of ISO 3166-1, such as DE
         * @description A country whose holidays are known: see `GET /v1/holidays/countries`. Another is refused with 422.
         */
        CountryCode: string;
        /** @description A new credential. */
        CreateApiKey: {
            /** @description What it is for. */
            name: components["schemas"]["Name"];
            /** @default secret */
            kind?: components["schemas"]["ApiKeyKind"];
            /** @description What it may do. Left out, a secret key may do all that its creator may. A publishable key always has the same scopes; leave them out there. */
            scopes?: components["schemas"]["Scope"][];
            allowedOrigins?: components["schemas"]["AllowedOrigins"];
            /** @description When it stops working. Left out, never. */
            expiresAt?: components["schemas"]["InstantInput"];
        };
        /** @description The time to keep free, at most 366 days. */
        CreateBlock: {
            /** @description Whose time it is. Left out, the caller's. */
            memberId?: components["schemas"]["MemberId"];
            /** @description Its first moment. */
            startsAt: components["schemas"]["InstantInput"];
            /** @description The first moment after it. */
            endsAt: components["schemas"]["InstantInput"];
            /** @default other */
            reason?: components["schemas"]["BlockReason"];
            /** @description What else there is to say. */
            note?: components["schemas"]["NullableText"];
        };
        /** @description What it takes to book a time. */
        CreateBooking: {
            eventTypeId: components["schemas"]["EventTypeId"];
            /** @description When it starts. */
            startsAt: components["schemas"]["InstantInput"];
            /** @description The zone of the booker. Messages to them are in it. */
            timeZone: components["schemas"]["TimeZone"];
            attendee: components["schemas"]["BookerInput"];
            /** @description When the booker pressed the button, by their own clock. Kept as it is. */
            clientCreatedAt: components["schemas"]["InstantInput"];
            /** @description One of the event type's durations. Left out, its first. */
            durationMinutes?: components["schemas"]["DurationMinutes"];
            /** @description The host that is asked for. Left out, any host of the event type. None can be asked for where the assignment is `collective`. */
            hostId?: components["schemas"]["MemberId"];
            /** @description A hold of just this time, which becomes the booking; its hosts become the booking's. Once it has expired or was released, the time is like any other. */
            holdId?: components["schemas"]["HoldId"];
            answers?: components["schemas"]["Answers"];
            /** @description Others who come along. */
            guests?: components["schemas"]["GuestInput"][];
            /** @description One of the event type's locations; any place when it has none. Left out, its only one. */
            location?: components["schemas"]["Location"];
            override?: components["schemas"]["Override"];
            metadata?: components["schemas"]["Metadata"];
            /** @description What the host should know. */
            notes?: components["schemas"]["Text"];
        };
        /** @description What can be booked. A field that is left out takes its default. */
        CreateEventType: {
            /** @description What the booker reads. */
            title: components["schemas"]["Name"];
            /** @description Unique in the organisation. Left out, it is made from the title. */
            slug?: components["schemas"]["Slug"];
            /**
             * @description What the booker should know.
             * @default null
             */
            description?: components["schemas"]["NullableText"];
            /** @default solo */
            assignment?: components["schemas"]["Assignment"];
            /** @description Who holds it. Left out, the caller. */
            hosts?: components["schemas"]["EventTypeHosts"];
            /** @default [] */
            resources?: components["schemas"]["EventTypeResources"];
            /** @description The zone of its booking window. Left out, that of the host's schedule. */
            timeZone?: components["schemas"]["TimeZone"];
            /**
             * @default [
             *       30
             *     ]
             */
            durationsMinutes?: components["schemas"]["DurationsMinutes"];
            /** @default null */
            slotIntervalMinutes?: components["schemas"]["NullableSlotIntervalMinutes"];
            /** @default 0 */
            slotOffsetMinutes?: components["schemas"]["SlotOffsetMinutes"];
            /** @default 0 */
            bufferBeforeMinutes?: components["schemas"]["BufferMinutes"];
            /** @default 0 */
            bufferAfterMinutes?: components["schemas"]["BufferMinutes"];
            /** @default 0 */
            minimumNoticeMinutes?: components["schemas"]["NoticeMinutes"];
            /**
             * @default {
             *       "type": "rolling",
             *       "days": 60
             *     }
             */
            bookingWindow?: components["schemas"]["NullableBookingWindow"];
            /**
             * @description True when a booking waits until a member confirms it.
             * @default false
             */
            requiresConfirmation?: boolean;
            /** @default public */
            visibility?: components["schemas"]["Visibility"];
            /** @default [] */
            locations?: components["schemas"]["Locations"];
            /** @default [] */
            questions?: components["schemas"]["Questions"];
            /**
             * @description What it costs. Null is nothing.
             * @default null
             */
            price?: components["schemas"]["NullableMoney"];
            /**
             * @description Attendees may cancel until this long before the start.
             * @default 0
             */
            cancellationCutoffMinutes?: components["schemas"]["NoticeMinutes"];
            /**
             * @description Attendees may move it until this long before the start.
             * @default 0
             */
            rescheduleCutoffMinutes?: components["schemas"]["NoticeMinutes"];
            /** @default [] */
            limits?: components["schemas"]["EventTypeLimits"];
            /** @default null */
            seats?: components["schemas"]["NullableSeats"];
            /** @default 30 */
            waitingListOfferMinutes?: components["schemas"]["WaitingListOfferMinutes"];
            /**
             * @default [
             *       {
             *         "minutesBefore": 1440,
             *         "channels": [
             *           "email"
             *         ]
             *       }
             *     ]
             */
            reminders?: components["schemas"]["EventTypeReminders"];
        };
        /** @description The time to hold. */
        CreateHold: {
            eventTypeId: components["schemas"]["EventTypeId"];
            /** @description When it starts. */
            startsAt: components["schemas"]["InstantInput"];
            /** @description One of the event type's durations. Left out, its first, or that of the booking that is to be moved. */
            durationMinutes?: components["schemas"]["DurationMinutes"];
            /** @description The host that is asked for. Left out, any host of the event type, or those of the booking that is to be moved. None can be asked for where the assignment is `collective`. */
            hostId?: components["schemas"]["MemberId"];
            /** @description The booking that is to be moved to this time. */
            bookingId?: components["schemas"]["BookingId"];
            /**
             * @description Of a group event, how many places: for the booker and each guest. Left out where a booking is to be moved, which has all who take part in it.
             * @default 1
             */
            places?: number;
            ttlSeconds?: components["schemas"]["TtlSeconds"];
        };
        /** @description Who is asked to join, and as what. */
        CreateInvitation: {
            email: components["schemas"]["Email"];
            role: components["schemas"]["Role"];
            /** @description What he is called until he says otherwise. */
            name?: components["schemas"]["Name"];
            /** @description A managed host who is to have an account. */
            memberId?: components["schemas"]["MemberId"];
        };
        /** @description Somebody who joins the organisation. */
        CreateMember: {
            name: components["schemas"]["Name"];
            /** @description Unique in the organisation. */
            email: components["schemas"]["Email"];
            /** @default member */
            role?: components["schemas"]["NewRole"];
            timeZone: components["schemas"]["TimeZone"];
            /** @default en */
            locale?: components["schemas"]["Locale"];
            /** @default [] */
            limits?: components["schemas"]["MemberLimits"];
        };
        /** @description An address for a provider. */
        CreateReceiverConnection: {
            provider: components["schemas"]["ReceiverProvider"];
            /** @description What it is for. */
            name: components["schemas"]["Name"];
            secret?: components["schemas"]["ReceiverSecret"];
        };
        /** @description What bookings take beside their hosts. */
        CreateResource: {
            /** @description What people call it. */
            name: components["schemas"]["Name"];
            kind: components["schemas"]["ResourceKind"];
            /**
             * @description What members should know of it.
             * @default null
             */
            description?: components["schemas"]["NullableText"];
            /** @description The zone of its hours. */
            timeZone: components["schemas"]["TimeZone"];
            /** @default null */
            hours?: components["schemas"]["NullableResourceHoursInput"];
        };
        /** @description When a member works. */
        CreateSchedule: {
            name: components["schemas"]["Name"];
            /** @description Whose schedule it is. Left out, the caller's. */
            memberId?: components["schemas"]["MemberId"];
            /** @description The zone of all its hours. */
            timeZone: components["schemas"]["TimeZone"];
            /** @default [] */
            weekly?: components["schemas"]["Weekly"];
            /** @default [] */
            overrides?: components["schemas"]["Overrides"];
            /** @default [] */
            rules?: components["schemas"]["Rules"];
            /** @default [] */
            breaks?: components["schemas"]["Breaks"];
            /** @default null */
            holidays?: components["schemas"]["HolidayInput"];
            /** @default [] */
            travel?: components["schemas"]["TravelList"];
            /**
             * @description True makes it the member's default schedule in place of the one before.
             * @constant
             */
            isDefault?: true;
        };
        /** @description What it takes to book times that repeat. */
        CreateSeries: {
            eventTypeId: components["schemas"]["EventTypeId"];
            /** @description When the first occurrence starts. */
            startsAt: components["schemas"]["InstantInput"];
            /** @description The zone of the booker. Messages to them are in it. */
            timeZone: components["schemas"]["TimeZone"];
            recurrence: components["schemas"]["RecurrenceInput"];
            /**
             * @description Whether nothing is booked when a time cannot be, or all that can be.
             * @enum {string}
             */
            mode: "all_or_nothing" | "best_effort";
            attendee: components["schemas"]["BookerInput"];
            /** @description When the booker pressed the button, by their own clock. Kept as it is. */
            clientCreatedAt: components["schemas"]["InstantInput"];
            /** @description One of the event type's durations. Left out, its first. */
            durationMinutes?: components["schemas"]["DurationMinutes"];
            /** @description The host that is asked for. Left out, any host of the event type. None can be asked for where the assignment is `collective`. */
            hostId?: components["schemas"]["MemberId"];
            answers?: components["schemas"]["Answers"];
            /** @description Others who come along. */
            guests?: components["schemas"]["GuestInput"][];
            /** @description One of the event type's locations; any place when it has none. Left out, its only one. */
            location?: components["schemas"]["Location"];
            override?: components["schemas"]["Override"];
            metadata?: components["schemas"]["Metadata"];
            /** @description What the host should know. */
            notes?: components["schemas"]["Text"];
        };
        /** @description A server to be told. */
        CreateWebhookEndpoint: {
            url: components["schemas"]["WebhookUrl"];
            /** @description What it is for. */
            description?: components["schemas"]["NullableText"];
            /**
             * @default [
             *       "*"
             *     ]
             */
            eventTypes?: components["schemas"]["WebhookEventTypes"];
            /** @default v1 */
            apiVersion?: components["schemas"]["WebhookApiVersion"];
        };
        /** @description A new credential, with its secret. */
        CreatedApiKey: components["schemas"]["ApiKey"] & {
            /** @description The key itself. Null when this answer is a replay. */
            secret: string | null;
        };
        /** @description An endpoint with its secret. */
        CreatedWebhookEndpoint: components["schemas"]["WebhookEndpoint"] & {
            /** @description What webhooks are signed with, as Standard Webhooks writes it. Null in a replay. */
            secret: string | null;
        };
        /**
         * text in base64url
         * @description The name of the key, in base64url.
         */
        CredentialId: string;
        /** @description There is one where the session is in a cookie: it goes into `X-CSRF-Token` of whatever is not GET or HEAD. It is the same as long as the session lasts. */
        CsrfToken: string;
        /** @description The hours of one date, in place of all others, of a holiday and of breaks. No intervals make a day off. */
        DateOverride: {
            /** @description The date in the schedule's zone. */
            date: components["schemas"]["LocalDate"];
            /** @description The hours of this date. They may not overlap. */
            intervals: components["schemas"]["LocalInterval"][];
        };
        /** @description Work that follows from a command, has failed its last time, and is done only when somebody says so. */
        DeadLetter: {
            id: components["schemas"]["DeadLetterId"];
            kind: components["schemas"]["JobKind"];
            /** @description The object that it is about, such as a booking, or null. */
            subjectId: string | null;
            /** @description How often it was begun. */
            attempts: number;
            /** @description What it failed of in the end. Holds no secret and nothing of a person. Where the failure was none that was expected, it is named alone; the log tells more of it under the request's id. */
            lastError: string;
            createdAt: components["schemas"]["Instant"];
            /** @description When it was given up. */
            diedAt: components["schemas"]["Instant"];
            /** @description The request that it follows from, as in the log and in `X-Request-Id`. */
            requestId: string;
            /** @description The trace of that request (W3C Trace Context), or null. */
            traceId: string | null;
        };
        /**
         * dead letter id
         * @description Names one dead letter.
         */
        DeadLetterId: string;
        /** @description A page of dead letters. */
        DeadLetterList: {
            /** @description The dead letters of this page. */
            data: components["schemas"]["DeadLetter"][];
            page: components["schemas"]["Page"];
        };
        /** @description An app on a device, or a page in a browser, that notifications are pushed to. Its token is never told. */
        Device: {
            id: components["schemas"]["DeviceId"];
            kind: components["schemas"]["DeviceKind"];
            /** @description What the person calls it, or null. */
            name: string | null;
            /** @description The version of the app, as it said at last, or null. */
            appVersion: string | null;
            /** @description Whether it was registered in the session that asks. */
            current: boolean;
            /** @description When it was registered first. */
            createdAt: components["schemas"]["Instant"];
            /** @description When it was registered last. */
            lastSeenAt: components["schemas"]["Instant"];
        };
        /**
         * device id
         * @description Names one device that is pushed to.
         */
        DeviceId: string;
        /**
         * @description By whom it is reached. `apns`: Apple's push service. `fcm`: Firebase Cloud Messaging. `web_push`: whichever push service the browser has.
         * @enum {string}
         */
        DeviceKind: "apns" | "fcm" | "web_push";
        /** @description A page of devices. */
        DeviceList: {
            /** @description The devices of this page. */
            data: components["schemas"]["Device"][];
            page: components["schemas"]["Page"];
        };
        /**
         * line of text without control characters
         * @description What the session is called in lists, such as Grace's phone. Left out, it has no name.
         */
        DeviceName: string;
        /** @description What can be registered. */
        DeviceRegistrationOptions: {
            /** @description The kinds of devices that this server pushes to. Others are refused. */
            kinds: components["schemas"]["DeviceKind"][];
            /** @description What a page gives to `pushManager.subscribe()`: a public key of P-256 in base64url (RFC 8292 3.2). Null where no browsers are pushed to. */
            applicationServerKey: string | null;
        };
        /** @description The kinds of messages that are sent to nobody, by no channel, since the organisation's own app tells of it, say. Each is written down as `suppressed` all the same, with the reason `disabled`. None at first. */
        DisabledNotifications: components["schemas"]["NotificationKind"][];
        /** @description A length in minutes. */
        DurationMinutes: number;
        /** @description The lengths that can be booked. The first is the one for those who do not choose. */
        DurationsMinutes: components["schemas"]["DurationMinutes"][];
        /**
         * e-mail address
         * Format: email
         * @description An e-mail address in ASCII.
         */
        Email: string;
        /** @description What has ended. */
        EndedSessions: {
            /** @description How many sessions have ended by this. */
            endedCount: number;
        };
        /**
         * event id
         * @description Names one event.
         */
        EventId: string;
        /** @description What can be booked, for how long, with whom, and under which terms. */
        EventType: {
            id: components["schemas"]["EventTypeId"];
            /** @description What the booker reads. */
            title: string;
            slug: components["schemas"]["Slug"];
            /** @description What the booker should know. */
            description: string | null;
            assignment: components["schemas"]["Assignment"];
            /** @description Who holds it. */
            hosts: components["schemas"]["EventTypeHost"][];
            /** @description What each booking takes beside its hosts. Told to secret keys only. */
            resources?: components["schemas"]["EventTypeResources"];
            /** @description The zone of its booking window. */
            timeZone: components["schemas"]["TimeZone"];
            durationsMinutes: components["schemas"]["DurationsMinutes"];
            slotIntervalMinutes: components["schemas"]["NullableSlotIntervalMinutes"];
            slotOffsetMinutes: components["schemas"]["SlotOffsetMinutes"];
            bufferBeforeMinutes: components["schemas"]["BufferMinutes"];
            bufferAfterMinutes: components["schemas"]["BufferMinutes"];
            minimumNoticeMinutes: components["schemas"]["NoticeMinutes"];
            bookingWindow: components["schemas"]["NullableBookingWindow"];
            /** @description True when a booking waits until a member confirms it. */
            requiresConfirmation: boolean;
            visibility: components["schemas"]["Visibility"];
            locations: components["schemas"]["Locations"];
            questions: components["schemas"]["Questions"];
            /** @description What it costs. Null is nothing. */
            price: components["schemas"]["NullableMoney"];
            /** @description Attendees may cancel until this long before the start. */
            cancellationCutoffMinutes: components["schemas"]["NoticeMinutes"];
            /** @description Attendees may move it until this long before the start. */
            rescheduleCutoffMinutes: components["schemas"]["NoticeMinutes"];
            /** @description How much may be booked. Told to secret keys only. */
            limits?: components["schemas"]["EventTypeLimits"];
            seats: components["schemas"]["NullableSeats"];
            waitingListOfferMinutes: components["schemas"]["WaitingListOfferMinutes"];
            reminders: components["schemas"]["EventTypeReminders"];
            version: components["schemas"]["Version"];
            createdAt: components["schemas"]["Instant"];
            updatedAt: components["schemas"]["Instant"];
            /** @description When it was deleted, or null. */
            deletedAt: components["schemas"]["NullableInstant"];
        };
        /** @description A member that holds the event. */
        EventTypeHost: {
            memberId: components["schemas"]["MemberId"];
            /** @description The schedule that is used, or null for the member's default. Told to secret keys only. */
            scheduleId?: components["schemas"]["ScheduleId"] | null;
            /** @description Whether he takes part in every booking. Told to secret keys only. */
            fixed?: components["schemas"]["HostFixed"];
            /** @description His share of the bookings. Told to secret keys only. */
            weight?: components["schemas"]["HostWeight"];
            /** @description How early he is asked. Told to secret keys only. */
            priority?: components["schemas"]["HostPriority"];
            /** @description His own buffer before, or null for the event type's. Told to secret keys only. */
            bufferBeforeMinutes?: components["schemas"]["HostBufferMinutes"];
            /** @description His own buffer after, or null for the event type's. Told to secret keys only. */
            bufferAfterMinutes?: components["schemas"]["HostBufferMinutes"];
        };
        /** @description A member that holds the event. */
        EventTypeHostInput: {
            memberId: components["schemas"]["MemberId"];
            /** @description A schedule of this member. Left out or null, the member's default schedule. */
            scheduleId?: components["schemas"]["ScheduleId"] | null;
            /** @default false */
            fixed?: components["schemas"]["HostFixed"];
            /** @default 1 */
            weight?: components["schemas"]["HostWeight"];
            /** @default 0 */
            priority?: components["schemas"]["HostPriority"];
            /** @default null */
            bufferBeforeMinutes?: components["schemas"]["HostBufferMinutes"];
            /** @default null */
            bufferAfterMinutes?: components["schemas"]["HostBufferMinutes"];
        };
        /** @description Who holds it, each member once. Exactly one where the assignment is `solo`; at least one who is not `fixed` where it is `round_robin`. */
        EventTypeHosts: components["schemas"]["EventTypeHostInput"][];
        /**
         * event type id
         * @description Names one event type.
         */
        EventTypeId: string;
        /** @description One limit, in bookings, in minutes, or both. */
        EventTypeLimit: {
            /**
             * @description Whose bookings of this event type are counted together. `host`: those of each host, in the zone of the schedule that he works by. `event_type`: all. `attendee`: those of each booker, by his e-mail address; both in the event type's zone.
             * @enum {string}
             */
            scope: "host" | "event_type" | "attendee";
            per: components["schemas"]["LimitPeriod"];
            bookings?: components["schemas"]["LimitBookings"];
            minutes?: components["schemas"]["LimitMinutes"];
        };
        /** @description How much may be booked. Each pair of `scope` and `per` once. Pending and confirmed bookings count, also when they are over; cancelled and declined ones do not. A booking counts where it starts. */
        EventTypeLimits: components["schemas"]["EventTypeLimit"][];
        /** @description A page of event types. */
        EventTypeList: {
            /** @description The event types of this page. */
            data: components["schemas"]["EventType"][];
            page: components["schemas"]["Page"];
        };
        /** @description One reminder. */
        EventTypeReminder: {
            /** @description How long before the start. 1440 is a day. */
            minutesBefore: number;
            /**
             * @description By which ways. `email`: to each attendee. `sms`: to each attendee with a phone number, never between 21:00 and 08:00 of his own zone: what would fall into the night comes in the evening before it, or after it where that leaves an hour until the start.
             * @default [
             *       "email"
             *     ]
             */
            channels?: ("email" | "sms")[];
        };
        /** @description When those who take part are reminded. Each `minutesBefore` once. It holds for bookings that are made from now on: the others keep what they were made with. A booking that is made, or confirmed, later than that has no such reminder. One that is moved is reminded anew, one that is cancelled not at all. Hosts are reminded at the same times if they want to be. */
        EventTypeReminders: components["schemas"]["EventTypeReminder"][];
        /** @description One resource by name, or some of a kind, whichever are free. */
        EventTypeResource: {
            resourceId: components["schemas"]["ResourceId"];
        } | {
            kind: components["schemas"]["ResourceKind"];
            /**
             * @description How many of them.
             * @default 1
             */
            count?: number;
        };
        /** @description What each booking takes beside its hosts, for the same time and with the event type's buffers. Each resource once, and each kind once. */
        EventTypeResources: components["schemas"]["EventTypeResource"][];
        /** @description For how long. May be left out altogether. */
        ExtendHold: {
            ttlSeconds?: components["schemas"]["TtlSeconds"];
        };
        /** @description What the browser says of extensions. It is not looked at. */
        ExtensionResults: {
            [key: string]: unknown;
        };
        /**
         * @description A second factor that somebody has.
         * @enum {string}
         */
        Factor: "totp" | "passkey" | "recovery_code";
        /** @description One wrong place in the request. */
        FieldProblem: {
            /** @description A JSON Pointer (RFC 6901) into the body such as `/attendee/email`, `?from` for a query parameter, or `header: If-Match` for a header. */
            pointer: string;
            /** @description What is wrong there, in plain words. */
            message: string;
        };
        /** @description What the provider has sent the browser back with, a code or an error, and the token that stayed here. */
        FinishLinkingIdentity: {
            /**
             * flow token
             * @description The token of the start.
             */
            flowToken: string;
            /**
             * state
             * @description `state` as it came back.
             */
            state: string;
            /**
             * code
             * @description `code` as it came back. Missing where there is an error.
             */
            code?: string;
            /**
             * issuer
             * @description `iss` as it came back, where it did (RFC 9207).
             */
            iss?: string;
            /**
             * error
             * @description `error` as it came back: `access_denied` where the person has said no.
             */
            error?: string;
        };
        /** @description What the provider has sent the browser back with, a code or an error, and the token that stayed here. */
        FinishSocialLogIn: {
            /**
             * flow token
             * @description The token of the start.
             */
            flowToken: string;
            /**
             * state
             * @description `state` as it came back.
             */
            state: string;
            /**
             * code
             * @description `code` as it came back. Missing where there is an error.
             */
            code?: string;
            /**
             * issuer
             * @description `iss` as it came back, where it did (RFC 9207).
             */
            iss?: string;
            /**
             * error
             * @description `error` as it came back: `access_denied` where the person has said no.
             */
            error?: string;
            /** @description Which organisation to enter. Left out, the first that the person became a member of. */
            organisationId?: components["schemas"]["OrganisationId"];
            transport?: components["schemas"]["SessionTransport"];
        };
        /** @description Why; it stands in the booking's history. May be left out altogether. */
        GivenReason: {
            reason?: components["schemas"]["Reason"];
        };
        /** @description One time of a group event, which bookings share. */
        GroupSession: {
            id: components["schemas"]["GroupSessionId"];
            status: components["schemas"]["GroupSessionStatus"];
            eventTypeId: components["schemas"]["EventTypeId"];
            startsAt: components["schemas"]["Instant"];
            endsAt: components["schemas"]["Instant"];
            /** @description The members who hold it. */
            hostIds: components["schemas"]["MemberId"][];
            /** @description The resources that it takes. */
            resourceIds: components["schemas"]["ResourceId"][];
            /** @description The seats of the event type when it was opened. */
            places: number;
            /** @description By bookings and by holds that are live. */
            placesTaken: number;
            /** @description None where it is over, since nobody has places of it any more. */
            placesLeft: number;
            /** @description The bookings that have places of it, in the order in which they were made. */
            bookingIds: components["schemas"]["BookingId"][];
            createdAt: components["schemas"]["Instant"];
        };
        /**
         * group session id
         * @description Names one time of a group event.
         */
        GroupSessionId: string;
        /** @description A page of group sessions. */
        GroupSessionList: {
            /** @description The sessions of this page. */
            data: components["schemas"]["GroupSession"][];
            page: components["schemas"]["Page"];
        };
        /**
         * @description `open`: somebody has places of it, and it has its time. `over`: nobody has any more, and its time was given back.
         * @enum {string}
         */
        GroupSessionStatus: "open" | "over";
        /** @description Somebody who comes along. */
        GuestInput: {
            email: components["schemas"]["Email"];
            name?: components["schemas"]["Name"];
            locale?: components["schemas"]["Locale"];
        };
        /** @description What opens one booking to its attendee. */
        GuestLink: {
            /** @description Whoever has the link acts as him. */
            attendeeId: string;
            /** @description The page of the app, with the token behind its `#`, which no server is sent. Null when this answer is a replay. */
            url: string | null;
            /** @description To be sent as `Authorization: Bearer`. Null when this answer is a replay. */
            token: string | null;
            /** @description When it stops working if the booking is not moved. */
            expiresAt: components["schemas"]["Instant"];
        };
        /** @description The health of the server. */
        Health: {
            /**
             * @description All is well.
             * @enum {string}
             */
            status: "ok";
        };
        /** @description A time that is kept for somebody. */
        Hold: {
            id: components["schemas"]["HoldId"];
            /**
             * @description `live` until it is converted into a booking or released, or `expiresAt` has come.
             * @enum {string}
             */
            status: "live" | "expired" | "released" | "converted";
            eventTypeId: components["schemas"]["EventTypeId"];
            /** @description When it starts. */
            startsAt: components["schemas"]["Instant"];
            /** @description When it ends. */
            endsAt: components["schemas"]["Instant"];
            /** @description The members whose time is held. In a round robin the one who was chosen is the first. */
            hostIds: components["schemas"]["MemberId"][];
            /** @description The rooms and things whose time is held. */
            resourceIds: components["schemas"]["ResourceId"][];
            /** @description Of a group event, the session whose places are held; otherwise null. */
            groupSessionId: components["schemas"]["GroupSessionId"] | null;
            /** @description Of a group event, how many places are held. */
            places: number | null;
            /** @description The booking that is to be moved to this time, or that it has become. Null for a new booking. */
            bookingId: string | null;
            /** @description From then on the time is free again. */
            expiresAt: components["schemas"]["Instant"];
            /** @description It cannot be extended past this moment. */
            extendableUntil: components["schemas"]["Instant"];
            createdAt: components["schemas"]["Instant"];
        };
        /**
         * hold id
         * @description Names one hold.
         */
        HoldId: string;
        /** @description The hold has expired, was released or has become a booking already. */
        HoldOverProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 409;
            /** @constant */
            code?: "hold_over";
        };
        /** @description A holiday of one year. */
        Holiday: {
            /** @description Its first date. */
            date: components["schemas"]["LocalDate"];
            /** @description How many dates it takes. */
            days: number;
            /** @description What it is called in the country. */
            name: string;
            type: components["schemas"]["HolidayType"];
            /** @description False for one that begins in the course of the day: such are never days off. */
            wholeDay: boolean;
        };
        /** @description Whose holidays are days off; null for nobody's. */
        HolidayChoice: {
            country: components["schemas"]["CountryCode"];
            region: components["schemas"]["NullableRegionCode"];
            types: components["schemas"]["HolidayTypes"];
        } | null;
        /** @description A country whose holidays are known. */
        HolidayCountry: {
            country: components["schemas"]["CountryCode"];
            /** @description Its name in English. */
            name: string;
            /** @description Its regions with holidays of their own. */
            regions: components["schemas"]["HolidayRegion"][];
        };
        /** @description The countries whose holidays are known. */
        HolidayCountryList: {
            /** @description The countries, by code. */
            countries: components["schemas"]["HolidayCountry"][];
        };
        /** @description Whose holidays are days off; null for nobody's. The override of a date wins over its holiday. */
        HolidayInput: {
            country: components["schemas"]["CountryCode"];
            region?: components["schemas"]["NullableRegionCode"];
            /**
             * @default [
             *       "public"
             *     ]
             */
            types?: components["schemas"]["HolidayTypes"];
        } | null;
        /** @description The holidays of a year. */
        HolidayList: {
            /** @description The holidays, by date. */
            holidays: components["schemas"]["Holiday"][];
        };
        /** @description A region with holidays of its own. */
        HolidayRegion: {
            region: components["schemas"]["RegionCode"];
            /** @description Its name. */
            name: string;
        };
        /**
         * @description How official a holiday is: `public` when work rests, `bank` when banks and offices do, `school` when schools do, `optional` where most people take it off, `observance` when nobody does.
         * @enum {string}
         */
        HolidayType: "public" | "bank" | "school" | "optional" | "observance";
        /** @description The types that make days off. */
        HolidayTypes: components["schemas"]["HolidayType"][];
        /** @description Minutes beside a booking in which this host is not booked. Null is the event type's own. */
        HostBufferMinutes: number | null;
        /** @description True for a host who takes part in every booking. Has a say in a round robin only. */
        HostFixed: boolean;
        /** @description Hosts of a higher priority are asked first; those of a lower one get what they leave. Has a say in a round robin only. */
        HostPriority: number;
        /** @description What stands in the way of each host who could have a part in it; nothing where he could serve. Told to secret keys only. */
        HostReasons: {
            hostId: components["schemas"]["MemberId"];
            /** @description All that are true of him, in the order of precedence. */
            reasons: components["schemas"]["UnavailableReason"][];
        }[];
        /** @description The host's share of the bookings, beside the others' weights. Has a say in a round robin only. */
        HostWeight: number;
        /** @description A call with the same idempotency key is still running. Try again in a moment with the same key. */
        IdempotencyInProgressProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 409;
            /** @constant */
            code?: "idempotency_in_progress";
        };
        /** @description Somebody's account at a provider, which he logs in by. */
        Identity: {
            id: components["schemas"]["IdentityId"];
            /** @description The word that stands for the provider in paths, such as `google`. */
            provider: string;
            /** @description As the provider told it when he last came by it, or null. It proves nothing. */
            email: string | null;
            /** @description When it was linked. */
            createdAt: components["schemas"]["Instant"];
            /** @description When he last logged in by it, or null. */
            lastUsedAt: components["schemas"]["NullableInstant"];
        };
        /**
         * identity id
         * @description Names one account of somebody at a provider.
         */
        IdentityId: string;
        /** @description A page of identities. */
        IdentityList: {
            /** @description The identities. */
            data: components["schemas"]["Identity"][];
            page: components["schemas"]["Page"];
        };
        /** @description A house that people have accounts with, and that tells us who they are. */
        IdentityProvider: {
            /** @description The word that stands for it in paths, such as `google`. */
            id: string;
            /** @description What people know it as, such as Google. */
            name: string;
        };
        /** @description With whom people can log in here. */
        IdentityProviderList: {
            /** @description The providers. */
            providers: components["schemas"]["IdentityProvider"][];
        };
        /**
         * instant
         * Format: date-time
         * @description A moment in UTC with milliseconds, always in this one spelling.
         */
        Instant: string;
        /**
         * date and time with an offset, such as 2026-12-01T09:00:00+01:00, of a year from 1000 to 8999
         * Format: date-time
         * @description A moment as in RFC 3339, with any offset, of a year from 1000 to 8999. Finer than milliseconds is cut off.
         */
        InstantInput: string;
        /** @description Somebody who was asked to join the organisation. */
        Invitation: {
            id: components["schemas"]["InvitationId"];
            /** @description The e-mail address that the mail goes to. */
            email: string;
            /** @description What he is called until he says otherwise, or null. */
            name: string | null;
            role: components["schemas"]["Role"];
            status: components["schemas"]["InvitationStatus"];
            /** @description The managed host who is to have an account; once accepted, whoever joined; or null. */
            memberId: components["schemas"]["MemberId"] | null;
            /** @description Who has invited him. */
            invitedById: components["schemas"]["MemberId"];
            createdAt: components["schemas"]["Instant"];
            /** @description Until when it can be accepted. */
            expiresAt: components["schemas"]["Instant"];
            /** @description When it was accepted, or null. */
            acceptedAt: components["schemas"]["NullableInstant"];
            /** @description When it was taken back, or null. */
            revokedAt: components["schemas"]["NullableInstant"];
        };
        /**
         * invitation id
         * @description Names one invitation.
         */
        InvitationId: string;
        /** @description A page of invitations. */
        InvitationList: {
            /** @description The invitations of this page. */
            data: components["schemas"]["Invitation"][];
            page: components["schemas"]["Page"];
        };
        /**
         * @description What became of it. A pending one expires by itself.
         * @enum {string}
         */
        InvitationStatus: "pending" | "accepted" | "revoked" | "expired";
        /** @description What was to be done. There come new ones. */
        JobKind: string;
        /** @description Who waits, and for what. Either `startsAt` or `date` is given. */
        JoinWaitingList: {
            eventTypeId: components["schemas"]["EventTypeId"];
            /** @description The one time that is waited for. */
            startsAt?: components["schemas"]["InstantInput"];
            /** @description The day in `timeZone`, any time of which is waited for. */
            date?: components["schemas"]["LocalDate"];
            /** @description The zone of whoever waits. */
            timeZone: components["schemas"]["TimeZone"];
            /** @description One of the event type's durations. Left out, its first. */
            durationMinutes?: components["schemas"]["DurationMinutes"];
            /** @description The host that is asked for. Left out, any host of the event type. None can be asked for where the assignment is `collective`. */
            hostId?: components["schemas"]["MemberId"];
            attendee: components["schemas"]["BookerInput"];
            answers?: components["schemas"]["Answers"];
            /** @description One of the event type's locations; any place when it has none. Left out, its only one. */
            location?: components["schemas"]["Location"];
        };
        /** @description A public key (RFC 7518 6.2). */
        JsonWebKey: {
            /**
             * @description The family of the key.
             * @enum {string}
             */
            kty: "EC";
            /**
             * @description The curve.
             * @enum {string}
             */
            crv: "P-256";
            /** @description A coordinate. */
            x: string;
            /** @description The other coordinate. */
            y: string;
            /** @description What a token names the key by: its thumbprint (RFC 7638). */
            kid: string;
            /**
             * @description The algorithm that it signs by.
             * @enum {string}
             */
            alg: "ES256";
            /**
             * @description It signs and does nothing else.
             * @enum {string}
             */
            use: "sig";
        };
        /** @description Public keys (RFC 7517). */
        JsonWebKeySet: {
            /** @description The keys. */
            keys: components["schemas"]["JsonWebKey"][];
        };
        /**
         * password without the character U+0000
         * @description The password.
         */
        KnownPassword: string;
        /** @description The organisation would be without an owner. Make another one first. */
        LastOwnerProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 409;
            /** @constant */
            code?: "last_owner";
        };
        /** @description How many bookings may start in it. Left out, any number. */
        LimitBookings: number;
        /** @description How many minutes these bookings may take together, buffers apart. Left out, any number. */
        LimitMinutes: number;
        /**
         * @description What is counted together. Local days, weeks from Monday, months.
         * @enum {string}
         */
        LimitPeriod: "day" | "week" | "month";
        /** @description There are as many as there can be. Remove one first. */
        LimitReachedProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 409;
            /** @constant */
            code?: "limit_reached";
            /** @description How many there can be. */
            limit: number;
        };
        /** @description The identity, and where the person was. */
        LinkedIdentity: components["schemas"]["Identity"] & {
            /** @description As it was given at the start, or null. */
            returnTo: string | null;
        };
        /**
         * date, such as 2026-12-24, of a year from 1000 to 8999
         * Format: date
         * @description A calendar date in the time zone that the field says.
         */
        LocalDate: string;
        /**
         * time of day, such as 17:00 or 24:00
         * @description A wall-clock time in the schedule's zone. `24:00` is the next midnight.
         */
        LocalEndTime: string;
        /** @description Hours on one date. */
        LocalInterval: {
            start: components["schemas"]["LocalTime"];
            end: components["schemas"]["LocalEndTime"];
        };
        /**
         * time of day, such as 09:00
         * @description A wall-clock time in the schedule's zone.
         */
        LocalTime: string;
        /**
         * language tag, such as de-CH
         * @description A BCP 47 language tag. Messages to this person are written in it.
         */
        Locale: string;
        /** @description Where it takes place. An address and a link need a value; a phone location without a value means that the attendee gives the number. */
        Location: {
            /**
             * @description What kind of place this is.
             * @enum {string}
             */
            type: "address" | "phone" | "link";
            /**
             * text without control characters
             * @description The address, the phone number, or the link (http or https).
             */
            value?: string;
            label?: components["schemas"]["Name"];
        } & (unknown & unknown);
        /** @description Where it can take place. Where there is just one, bookers need not choose. None leaves the choice to them. */
        Locations: components["schemas"]["Location"][];
        /** @description Who wants in, and by what. */
        LogIn: {
            email: components["schemas"]["Email"];
            password: components["schemas"]["KnownPassword"];
            /** @description Which organisation to enter. Left out, the first that the person became a member of. */
            organisationId?: components["schemas"]["OrganisationId"];
            deviceName?: components["schemas"]["DeviceName"];
            transport?: components["schemas"]["SessionTransport"];
        };
        /** @description What the passkey has signed. */
        LogInWithPasskey: {
            response: components["schemas"]["AssertionResponse"];
            /** @description Which organisation to enter. Left out, the first that the person became a member of. */
            organisationId?: components["schemas"]["OrganisationId"];
            deviceName?: components["schemas"]["DeviceName"];
            transport?: components["schemas"]["SessionTransport"];
        };
        /** @description The token of the log-in, and one proof. */
        LogInWithSecondFactor: {
            /**
             * challenge token
             * @description The token of the answer to the log-in.
             */
            challengeToken: string;
            code?: components["schemas"]["TotpCode"];
            recoveryCode?: components["schemas"]["RecoveryCode"];
            passkey?: components["schemas"]["AssertionResponse"];
            transport?: components["schemas"]["SessionTransport"];
        };
        /** @description What a device needs to act for a member. */
        LoggedIn: {
            /** @description Goes into `Authorization: Bearer ...` (RFC 9068). Left out where it is in a cookie, as are the other two. */
            accessToken?: string;
            /**
             * @description How the access token is sent.
             * @enum {string}
             */
            tokenType?: "Bearer";
            /** @description How long the access token holds. */
            expiresInSeconds: number;
            /** @description Gives the next access token. Keep it where only your app can read it. */
            refreshToken?: string;
            csrfToken?: components["schemas"]["CsrfToken"];
            session: components["schemas"]["Session"];
            member: components["schemas"]["Member"];
        };
        /** @description Whoever has logged in. */
        Me: {
            id: components["schemas"]["UserId"];
            /** @description Whom he acts for in this organisation. */
            memberId: components["schemas"]["MemberId"];
            role: components["schemas"]["Role"];
            /** @description The e-mail address that he logs in by. */
            email: string;
            /** @description When the address was proven to be his, or null. */
            emailVerifiedAt: components["schemas"]["NullableInstant"];
            /** @description The name that bookers read. */
            name: string;
            timeZone: components["schemas"]["TimeZone"];
            locale: components["schemas"]["Locale"];
            weekStart: components["schemas"]["WeekStart"];
            notificationPreferences: components["schemas"]["NotificationPreferences"];
            quietHours: components["schemas"]["NullableQuietHours"];
            /** @description The organisation of this session. */
            organisation: components["schemas"]["OrganisationSummary"];
            csrfToken?: components["schemas"]["CsrfToken"];
            /** @description Every organisation that he can log in to. */
            organisations: components["schemas"]["Membership"][];
        };
        /** @description Somebody of the organisation. Hosts are members. */
        Member: {
            id: components["schemas"]["MemberId"];
            /** @description The name that bookers read. */
            name: string;
            /** @description The e-mail address. */
            email: string;
            role: components["schemas"]["Role"];
            timeZone: components["schemas"]["TimeZone"];
            locale: components["schemas"]["Locale"];
            /** @description The schedule that is used where none is named, or null. */
            defaultScheduleId: components["schemas"]["ScheduleId"] | null;
            limits: components["schemas"]["MemberLimits"];
            /** @description Whether he has an account. A managed host has none. */
            canLogIn: boolean;
            version: components["schemas"]["Version"];
            createdAt: components["schemas"]["Instant"];
            updatedAt: components["schemas"]["Instant"];
            /** @description When he left the organisation, or null. */
            deletedAt: components["schemas"]["NullableInstant"];
        };
        /**
         * member id
         * @description Names one member of the organisation. Hosts are members.
         */
        MemberId: string;
        /** @description The member hosts event types or has bookings to come. Give them to somebody else, delete or cancel them first. */
        MemberInUseProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 409;
            /** @constant */
            code?: "member_in_use";
            /** @description The event types that he hosts, 20 at most. */
            eventTypeIds: components["schemas"]["EventTypeId"][];
            /** @description His bookings to come, 20 at most, the next one first. */
            bookingIds: components["schemas"]["BookingId"][];
        };
        /** @description One limit, in bookings, in minutes, or both. */
        MemberLimit: {
            per: components["schemas"]["LimitPeriod"];
            bookings?: components["schemas"]["LimitBookings"];
            minutes?: components["schemas"]["LimitMinutes"];
        };
        /** @description How much the member may be booked, all event types together, in the zone of the schedule that he works by. Each `per` once. */
        MemberLimits: components["schemas"]["MemberLimit"][];
        /** @description A page of members. */
        MemberList: {
            /** @description The members of this page. */
            data: components["schemas"]["Member"][];
            page: components["schemas"]["Page"];
        };
        /** @description A member as others see them. */
        MemberSummary: {
            id: components["schemas"]["MemberId"];
            /** @description The name that bookers read. */
            name: string;
            timeZone: components["schemas"]["TimeZone"];
            /** @description The e-mail address, where the caller may see it. */
            email?: string;
        };
        /** @description An organisation, and what one is in it. */
        Membership: components["schemas"]["OrganisationSummary"] & {
            memberId: components["schemas"]["MemberId"];
            role: components["schemas"]["Role"];
        };
        /** @description Up to 50 strings of the client's own, kept and given back as they are, never interpreted. The keys `__proto__`, `constructor` and `prototype` are refused. */
        Metadata: {
            [key: string]: string;
        };
        /** @description Where too little is to be had of what is needed, the resources that are taken or closed. Told to secret keys only. */
        MissingResources: components["schemas"]["ResourceId"][];
        /** @description An amount in the currency's smallest unit (cents, pence, yen). */
        Money: {
            /** @description In the smallest unit of the currency. */
            amountMinor: number;
            /**
             * currency code
             * @description An ISO 4217 code.
             */
            currency: string;
        };
        /**
         * line of text without control characters
         * @description One line of text, 1 to 200 characters, without control characters.
         */
        Name: string;
        /**
         * password without the character U+0000
         * @description The new password, of 10 characters or more, whatever they are. One that everybody tries first, or that is the person's address or name, is refused.
         */
        NewPassword: string;
        /**
         * @description What the member may do. An owner is made by changing a member.
         * @enum {string}
         */
        NewRole: "admin" | "member";
        /** @description Minutes that must lie between now and the start. */
        NoticeMinutes: number;
        /**
         * @description What a message tells.
         * @enum {string}
         */
        NotificationKind: "booking_pending" | "booking_confirmed" | "booking_declined" | "booking_cancelled" | "booking_rescheduled" | "booking_reminder" | "waiting_list_joined" | "waiting_list_offered";
        /** @description Which notifications of bookings that he hosts he wants, in each of his organisations. A key is a kind and a channel: `booking.pending`, `booking.confirmed`, `booking.declined`, `booking.cancelled`, `booking.rescheduled`, `booking.reminder`, each with `.email` or `.push`, such as `booking.confirmed.push`. What is not said is true, but for `booking.reminder.email` and `booking.reminder.push`, which are false. `booking.created.email` stands for those of `booking.pending` and `booking.confirmed` that are not said, as does `booking.created.push`. Other keys are kept and given back as they are; nothing goes by them. What is given replaces the old ones whole. */
        NotificationPreferences: {
            [key: string]: boolean;
        };
        /** @description In whose name messages go out. Null at first: in the organisation's own. The address that mail comes from is the server's, since nobody has proven that another is the organisation's. */
        NotificationSender: {
            /** @description Read beside the address. */
            name: components["schemas"]["Name"];
            /** @description Who gets the answers. Left out: whom the mail is from. */
            replyTo?: components["schemas"]["Email"];
        } | null;
        /** @description Which dates can be booked. Null is all of them. */
        NullableBookingWindow: components["schemas"]["RollingWindow"] | components["schemas"]["RangeWindow"] | null;
        /**
         * instant
         * Format: date-time
         * @description A moment in UTC with milliseconds, or null.
         */
        NullableInstant: string | null;
        NullableLocation: components["schemas"]["Location"] | null;
        NullableMoney: components["schemas"]["Money"] | null;
        /** @description When nothing is pushed to his devices, by the clocks of the zone of his membership; null for never. What falls into them comes when they end, a reminder before they begin where less than an hour would be left. Mail is not held back. */
        NullableQuietHours: components["schemas"]["QuietHours"] | null;
        /**
         * region of a country, such as BY, or BY-A for a part of it
         * @description A part of the country that has holidays of its own, or null for what holds everywhere. One that is not known is refused with 422.
         */
        NullableRegionCode: string | null;
        /** @description When it can be used, in its zone. Null is always. */
        NullableResourceHours: components["schemas"]["ResourceHours"] | null;
        /** @description When it can be used, in its zone. Null is always. */
        NullableResourceHoursInput: components["schemas"]["ResourceHoursInput"] | null;
        /** @description How many people can share a time: bookings join one another until it is full, and each takes a place for its booker and for each guest. A session keeps the places that it was opened with. Null is none: a booking has its time for itself. */
        NullableSeats: number | null;
        /** @description Minutes from one offered start to the next. Null is the first duration. */
        NullableSlotIntervalMinutes: number | null;
        /**
         * text without the character U+0000
         * @description Text of up to 5000 characters without the character U+0000, or null.
         */
        NullableText: string | null;
        /**
         * token
         * @description What stands in the mail.
         */
        OneTimeToken: string;
        /** @description Whose data it is. */
        Organisation: {
            id: components["schemas"]["OrganisationId"];
            /** @description Its name. */
            name: string;
            /**
             * @description Whether it is for real.
             * @enum {string}
             */
            mode: "live" | "test";
            bookingEmailVerification: components["schemas"]["BookingEmailVerification"];
            locale: components["schemas"]["OrganisationLocale"];
            notificationSender: components["schemas"]["NotificationSender"];
            disabledNotifications: components["schemas"]["DisabledNotifications"];
            /** @description Rises with every change. It is the `ETag`. */
            version: number;
            /** @description When it was made. */
            createdAt: components["schemas"]["Instant"];
            /** @description When it was last changed. */
            updatedAt: components["schemas"]["Instant"];
        };
        /**
         * organisation id
         * @description Names one organisation.
         */
        OrganisationId: string;
        /** @description In which language messages are written to those whose own is not known or not written. `en` at first. */
        OrganisationLocale: components["schemas"]["Locale"];
        /** @description An organisation as its members see it. */
        OrganisationSummary: {
            id: components["schemas"]["OrganisationId"];
            /** @description Its name. */
            name: string;
            /**
             * @description Whether it is for real.
             * @enum {string}
             */
            mode: "live" | "test";
        };
        /** @description Rules to set aside for this once, by name. For owners, admins and keys with the scope `bookings:override`. Time that is taken is never overridden. */
        Override: ("past" | "notice" | "window" | "day_off" | "outside_hours" | "off_grid" | "limit")[];
        /** @description Dates with hours of their own. Each date once. */
        Overrides: components["schemas"]["DateOverride"][];
        /** @description Where this page of a list ends. */
        Page: {
            /** @description Send it as `cursor` for the next page. Null on the last page. */
            nextCursor: string | null;
            /** @description True when there is a next page. */
            hasMore: boolean;
        };
        /** @description A key by which somebody logs in (WebAuthn). */
        Passkey: {
            id: components["schemas"]["PasskeyId"];
            /** @description What the person calls it, or null. */
            name: string | null;
            /** @description Whether it is kept in more places than one, and so is not lost with the device. */
            synced: boolean;
            /** @description When it was added. */
            createdAt: components["schemas"]["Instant"];
            /** @description When it last proved who its owner is, or null. */
            lastUsedAt: components["schemas"]["NullableInstant"];
        };
        /** @description Options for `PublicKeyCredential.parseCreationOptionsFromJSON()` (WebAuthn 5.1.9). */
        PasskeyCreationOptions: {
            /** @description Whose passkey it will be. */
            rp: {
                /** @description A host name. */
                id?: string;
                /** @description What people read. */
                name: string;
            };
            /** @description The person. */
            user: {
                /** @description His id, in base64url. */
                id: string;
                /** @description His e-mail address. */
                name: string;
                /** @description His name. */
                displayName: string;
            };
            /** @description What is to be signed, in base64url. */
            challenge: string;
            /** @description The algorithms that are taken. */
            pubKeyCredParams: {
                /** @description Its number in COSE. */
                alg: number;
                /**
                 * @description The kind of credential.
                 * @enum {string}
                 */
                type: "public-key";
            }[];
            /** @description How many milliseconds the person has. */
            timeout?: number;
            /** @description The passkeys that the person has already. */
            excludeCredentials?: {
                /** @description Its name, in base64url. */
                id: string;
                /**
                 * @description The kind of credential.
                 * @enum {string}
                 */
                type: "public-key";
                /** @description How it can be reached. */
                transports?: string[];
            }[];
            /** @description What the authenticator has to be able to. */
            authenticatorSelection?: {
                /**
                 * @description It can be found without a name.
                 * @enum {string}
                 */
                residentKey?: "required";
                /** @description The same for older browsers. */
                requireResidentKey?: boolean;
                /**
                 * @description It verifies the person.
                 * @enum {string}
                 */
                userVerification?: "required";
            };
            /**
             * @description Nothing has to be proven of the device.
             * @enum {string}
             */
            attestation?: "none";
            /** @description What the browser is to tell besides. */
            extensions?: {
                /** @description Whether the key can be found without a name. */
                credProps?: boolean;
            };
            /** @description None. */
            hints?: string[];
        };
        /**
         * passkey id
         * @description Names one passkey.
         */
        PasskeyId: string;
        /** @description A page of passkeys. */
        PasskeyList: {
            /** @description The passkeys of this page. */
            data: components["schemas"]["Passkey"][];
            page: components["schemas"]["Page"];
        };
        /** @description Options for `PublicKeyCredential.parseRequestOptionsFromJSON()` (WebAuthn 5.1.10). */
        PasskeyRequestOptions: {
            /** @description What is to be signed, in base64url. */
            challenge: string;
            /** @description How many milliseconds the person has. */
            timeout?: number;
            /** @description The host name that the passkeys belong to. */
            rpId?: string;
            /**
             * @description The authenticator has to verify the person.
             * @enum {string}
             */
            userVerification?: "required";
        };
        /**
         * phone number in E.164 form, such as +493012345678
         * @description A phone number in E.164 form.
         */
        Phone: string;
        /** @description The times that would be booked. */
        PreviewSeries: {
            eventTypeId: components["schemas"]["EventTypeId"];
            /** @description When the first occurrence starts. */
            startsAt: components["schemas"]["InstantInput"];
            /** @description The zone of the booker. */
            timeZone: components["schemas"]["TimeZone"];
            recurrence: components["schemas"]["RecurrenceInput"];
            /** @description One of the event type's durations. Left out, its first. */
            durationMinutes?: components["schemas"]["DurationMinutes"];
            /** @description The host that is asked for. Left out, any host of the event type. None can be asked for where the assignment is `collective`. */
            hostId?: components["schemas"]["MemberId"];
            override?: components["schemas"]["Override"];
        };
        /** @description An occurrence, and whether it could be booked a moment ago. */
        PreviewedOccurrence: {
            /** @description When it starts. */
            startsAt: components["schemas"]["Instant"];
            /** @description When it ends. */
            endsAt: components["schemas"]["Instant"];
            /** @description Whether it can be booked with those in `hostIds`. */
            free: boolean;
            /** @description Why it cannot. Members are told, nobody else. */
            reason?: components["schemas"]["UnavailableReason"];
            hosts?: components["schemas"]["HostReasons"];
        };
        /** @description What went wrong, whether trying again is safe, and what to tell the person in front of the screen (RFC 9457). */
        Problem: {
            /**
             * Format: uri-reference
             * @description Where this kind of problem is explained: `/docs/problems#` and the code.
             */
            type: string;
            /** @description The kind of problem in a few words. It is the same for each problem of this code. */
            title: string;
            /** @description The HTTP status. */
            status: number;
            /** @description What was wrong this time, for the developer. */
            detail: string;
            /**
             * Format: uri-reference
             * @description The path that was asked for.
             */
            instance: string;
            code: components["schemas"]["ProblemCode"];
            /** @description The id of the request, as in `X-Request-Id`. */
            requestId: string;
            /** @description True when the same request may succeed later without a change. */
            retryable: boolean;
            /** @description When to try again, where that is known. */
            retryAfterSeconds?: number;
            /** @description A sentence that may be shown to the person in front of the screen. */
            userMessage: string;
            /** @description Each wrong place of the request. Empty when the request as such was right. */
            errors: components["schemas"]["FieldProblem"][];
        };
        /**
         * @description The closed catalogue of codes. Branch on it; it never changes its meaning.
         * @enum {string}
         */
        ProblemCode: "malformed_request" | "unauthenticated" | "token_expired" | "invalid_credentials" | "invalid_refresh_token" | "invalid_one_time_token" | "second_factor_required" | "invalid_challenge" | "invalid_second_factor" | "invalid_flow_token" | "invalid_sign_up_token" | "identity_not_proven" | "invalid_passkey" | "forbidden" | "origin_not_allowed" | "csrf_token_invalid" | "step_up_required" | "sign_up_closed" | "not_found" | "method_not_allowed" | "slot_unavailable" | "series_unavailable" | "hold_over" | "time_available" | "no_offer" | "booking_not_confirmable" | "booking_not_declinable" | "booking_not_cancellable" | "booking_not_reschedulable" | "booking_not_completable" | "booking_no_show_not_allowed" | "slug_taken" | "email_taken" | "invitation_exists" | "invitation_closed" | "last_owner" | "member_in_use" | "schedule_in_use" | "resource_in_use" | "totp_already_set_up" | "totp_not_begun" | "no_second_factor" | "api_key_over" | "already_due" | "webhook_endpoint_disabled" | "event_expired" | "sign_up_needed" | "link_needed" | "identity_taken" | "last_log_in_method" | "limit_reached" | "idempotency_in_progress" | "stale_version" | "payload_too_large" | "unsupported_media_type" | "validation_failed" | "idempotency_key_reused" | "rate_limited" | "too_many_holds" | "internal_error" | "overloaded" | "provider_unavailable" | "unavailable";
        /**
         * @description What somebody can show to prove who he is.
         * @enum {string}
         */
        Proof: "password" | "totp" | "passkey" | "recovery_code";
        /** @description What the device is called in lists. Left out, it keeps what it has. */
        PushDeviceName: components["schemas"]["Name"];
        /** @description What `pushManager.subscribe()` gave, by its `toJSON()` (W3C Push API). A secret. */
        PushSubscription: {
            /**
             * address that begins with https://
             * @description Where the push service takes messages for the page.
             */
            endpoint: string;
            /** @description Not looked at. Whoever is gone is removed when the push service says so. */
            expirationTime?: number | null;
            /** @description What messages are encrypted with (RFC 8291). */
            keys: {
                /**
                 * public key of P-256 in base64url
                 * @description The browser's public key.
                 */
                p256dh: string;
                /**
                 * 16 bytes in base64url
                 * @description What the browser shares with us.
                 */
                auth: string;
            };
        };
        /** @description One question to the booker. */
        Question: {
            /**
             * question key
             * @description The name of the answer in `answers`.
             */
            key: string;
            /** @description The question as the booker reads it. */
            label: components["schemas"]["Name"];
            /**
             * @description What kind of answer is asked for.
             * @enum {string}
             */
            type: "text" | "long_text" | "choice" | "multiple_choice" | "number" | "boolean" | "phone" | "email";
            /**
             * @description True when a booking needs an answer.
             * @default false
             */
            required?: boolean;
            /** @description The choices, for `choice` and `multiple_choice` only. */
            options?: components["schemas"]["Name"][];
        };
        /** @description What the booker is asked. Each key once. */
        Questions: components["schemas"]["Question"][];
        /** @description From one time of the day to another, over midnight where the end is the earlier one. */
        QuietHours: {
            /** @description When they begin. */
            start: components["schemas"]["LocalTime"];
            /** @description When they end. Not the same as the start. */
            end: components["schemas"]["LocalTime"];
        };
        /** @description Between two dates. */
        RangeWindow: {
            /**
             * @description Two dates.
             * @constant
             */
            type: "range";
            /** @description The first date, in the event type's zone. */
            from: components["schemas"]["LocalDate"];
            /** @description The last date, inclusive, in the event type's zone. */
            to: components["schemas"]["LocalDate"];
        };
        Readiness: {
            /**
             * @description Always ok.
             * @constant
             */
            status: "ok";
            /** @description How far the handing on of events is behind. A server is ready all the same. */
            events: {
                /** @description Events that wait, counted up to 10,000. */
                waiting: number;
                /** @description For how long the oldest of them has waited; 0 when none waits. */
                oldestSeconds: number;
            };
            /** @description The third parties that this process has asked since it began, by name, such as `smtp` or `google`. A server is ready whatever they are. `closed`: it is asked; `open`: it failed several times in a row, and is not asked for a while; `half_open`: the next call tries whether it is back. */
            integrations: {
                [key: string]: "closed" | "open" | "half_open";
            };
        };
        /**
         * text without the character U+0000
         * @description Why, in the words of whoever does it. Kept in the history and shown to the other side.
         */
        Reason: string;
        /** @description What a provider has told the organisation. */
        ReceivedEvent: {
            id: components["schemas"]["ReceivedEventId"];
            receiverConnectionId: components["schemas"]["ReceiverConnectionId"];
            provider: components["schemas"]["ReceiverProvider"];
            /** @description What the provider calls it. It is taken once. */
            providerEventId: string;
            /** @description In the provider's words, such as `charge.succeeded`. */
            type: string | null;
            /** @description When it happened, where the provider says so. */
            occurredAt: components["schemas"]["NullableInstant"];
            status: components["schemas"]["ReceivedEventStatus"];
            /** @description Why it was ignored (`late`: something newer of the same was processed before), or what it failed of. */
            reason: string | null;
            /** @description How often it was looked at. */
            attempts: number;
            /** @description The request that it came by, as in the log. */
            requestId: string;
            /** @description When it came. */
            createdAt: components["schemas"]["Instant"];
            /** @description When it was processed or ignored. */
            processedAt: components["schemas"]["NullableInstant"];
        };
        /**
         * received event id
         * @description Names one received event.
         */
        ReceivedEventId: string;
        /** @description A page of events. */
        ReceivedEventList: {
            /** @description The events of this page. */
            data: components["schemas"]["ReceivedEvent"][];
            page: components["schemas"]["Page"];
        };
        /**
         * @description Whether it waits, had its effect, was looked at and is to have none, or could not be processed: then it is tried again, and is a dead letter in the end.
         * @enum {string}
         */
        ReceivedEventStatus: "received" | "processed" | "ignored" | "failed";
        /** @description An event with what the provider has said. */
        ReceivedEventWithBody: components["schemas"]["ReceivedEvent"] & {
            /** @description How the body is to be read. */
            contentType: string | null;
            /** @description What came, letter for letter. It may be personal. */
            body: string;
        };
        /** @description Where a provider tells the organisation of something. */
        ReceiverConnection: {
            id: components["schemas"]["ReceiverConnectionId"];
            provider: components["schemas"]["ReceiverProvider"];
            /** @description What it is for. */
            name: string;
            status: components["schemas"]["ReceiverConnectionStatus"];
            /** @description What the provider is to call. */
            url: string;
            /** @description False: nothing is taken until the secret is given that the provider signs by. */
            hasSecret: boolean;
            /** @description Until when the secret before the newest is good too. */
            previousSecretExpiresAt: components["schemas"]["NullableInstant"];
            /** @description When something new last came, give or take ten seconds. */
            lastReceivedAt: components["schemas"]["NullableInstant"];
            version: components["schemas"]["Version"];
            createdAt: components["schemas"]["Instant"];
            updatedAt: components["schemas"]["Instant"];
        };
        /**
         * receiver connection id
         * @description Names one receiver connection.
         */
        ReceiverConnectionId: string;
        /** @description A page of connections. */
        ReceiverConnectionList: {
            /** @description The connections of this page. */
            data: components["schemas"]["ReceiverConnection"][];
            page: components["schemas"]["Page"];
        };
        /**
         * @description Whether anything is taken by it.
         * @enum {string}
         */
        ReceiverConnectionStatus: "enabled" | "disabled";
        /** @description A connection with its secret. */
        ReceiverConnectionWithSecret: components["schemas"]["ReceiverConnection"] & {
            /** @description What is to be signed by. Null where the provider has made it, and in a replay. */
            secret: string | null;
        };
        /**
         * @description Who tells. There come new ones.
         * @enum {string}
         */
        ReceiverProvider: "mailgun" | "standard-webhooks" | "stripe" | "twilio";
        /**
         * secret
         * @description What the provider signs by, as it shows it. It is never shown here.
         */
        ReceiverSecret: string;
        /**
         * recovery code
         * @description One of the recovery codes, in any letter case, with or without hyphens and spaces. It works once.
         */
        RecoveryCode: string;
        /** @description What helps when every other second factor is lost. */
        RecoveryCodes: {
            /** @description To be written down: each works once, at log-in and for a step-up. Null where there are some already, and when the request was a repeated one: they are not kept where they could be shown again. */
            recoveryCodes: string[] | null;
        };
        /** @description How it repeats. */
        Recurrence: {
            /** @description The rule as it was given. */
            rrule: string;
            /** @description Dates without an occurrence. */
            exDates: components["schemas"]["LocalDate"][];
            /**
             * @description Whose wall clock it keeps.
             * @enum {string}
             */
            zone: "attendee" | "host";
            /** @description The zone of that wall clock. */
            timeZone: components["schemas"]["TimeZone"];
        };
        /** @description How it repeats, from `startsAt` on. */
        RecurrenceInput: {
            /**
             * recurrence rule such as FREQ=WEEKLY;COUNT=10
             * @description A RECUR value (RFC 5545 3.3.10) with a FREQ of DAILY, WEEKLY, MONTHLY or YEARLY, and with COUNT or UNTIL. UNTIL is a date, such as `20261231`, inclusive. The date of `startsAt` must be one that the rule names. What ends later than 40 years from then is refused.
             */
            rrule: string;
            /** @description Dates, in the zone of the recurrence, on which there is no occurrence. COUNT counts them all the same. */
            exDates?: components["schemas"]["LocalDate"][];
            /**
             * @description Whose wall clock the occurrences keep: the attendee's (`timeZone`), or the host's, which is the zone of the schedule that he works by. In a round robin without `hostId` that is the event type's zone.
             * @default attendee
             * @enum {string}
             */
            zone?: "attendee" | "host";
        };
        /** @description The same hours on all dates that a rule names. */
        RecurringHours: {
            /**
             * RRULE of RFC 5545, such as FREQ=WEEKLY;INTERVAL=2;BYDAY=MO
             * @description An RRULE over dates (RFC 5545 3.3.10), without its name. `FREQ` is `DAILY`, `WEEKLY`, `MONTHLY` or `YEARLY`; parts of the time of day (`BYHOUR`, ...) are refused. `UNTIL` is a date, `20261231`. `COUNT` and `INTERVAL` are at most 1000, and all of a `COUNT` must come within 40 years.
             */
            rrule: string;
            /** @description The date from which the rule is counted, and which gives it the weekday, day and month that it does not say. It is itself one of the dates only where the rule names it. */
            startsOn: components["schemas"]["LocalDate"];
            start: components["schemas"]["LocalTime"];
            end: components["schemas"]["LocalEndTime"];
        };
        /** @description The refresh token of the last answer, unless it comes as a cookie. */
        RefreshSession: {
            /**
             * refresh token
             * @description The refresh token of the last answer. It is used up by this. Left out with `transport: cookie`.
             */
            refreshToken?: string;
            transport?: components["schemas"]["SessionTransport"];
        };
        /**
         * region of a country, such as BY, or BY-A for a part of it
         * @description A part of the country that has holidays of its own. One that is not known is refused with 422.
         */
        RegionCode: string;
        /** @description An app on a device of Apple's. */
        RegisterAppleDevice: {
            /**
             * @description By this service.
             * @constant
             */
            kind: "apns";
            /**
             * token of a device
             * @description What `didRegisterForRemoteNotificationsWithDeviceToken` gave, in hexadecimal digits. A secret.
             */
            token: string;
            name?: components["schemas"]["PushDeviceName"];
            appVersion?: components["schemas"]["AppVersion"];
        };
        /** @description A page in a browser. */
        RegisterBrowser: {
            /**
             * @description By the browser's push service.
             * @constant
             */
            kind: "web_push";
            subscription: components["schemas"]["PushSubscription"];
            name?: components["schemas"]["PushDeviceName"];
            appVersion?: components["schemas"]["AppVersion"];
        };
        /** @description What to push to. */
        RegisterDevice: components["schemas"]["RegisterAppleDevice"] | components["schemas"]["RegisterFirebaseDevice"] | components["schemas"]["RegisterBrowser"];
        /** @description An app that Firebase Cloud Messaging reaches. */
        RegisterFirebaseDevice: {
            /**
             * @description By this service.
             * @constant
             */
            kind: "fcm";
            /**
             * token of a device
             * @description What Firebase calls the registration token. A secret.
             */
            token: string;
            name?: components["schemas"]["PushDeviceName"];
            appVersion?: components["schemas"]["AppVersion"];
        };
        /** @description What `navigator.credentials.create()` gave, by its `toJSON()` (WebAuthn 5.1). */
        RegistrationResponse: {
            id: components["schemas"]["CredentialId"];
            rawId: components["schemas"]["CredentialId"];
            /**
             * @description The kind of credential.
             * @enum {string}
             */
            type: "public-key";
            /**
             * @description Whether the key is part of the device.
             * @enum {string|null}
             */
            authenticatorAttachment?: "platform" | "cross-platform" | null;
            clientExtensionResults?: components["schemas"]["ExtensionResults"];
            /** @description What the authenticator says. */
            response: {
                clientDataJSON: components["schemas"]["Base64Url"];
                attestationObject: components["schemas"]["Base64Url"];
                authenticatorData?: components["schemas"]["Base64Url"];
                publicKey?: components["schemas"]["Base64Url"];
                /** @description A COSE algorithm. */
                publicKeyAlgorithm?: number;
                /** @description How the key can be reached. */
                transports?: string[];
            };
        };
        /** @description Which events to send again. A time that holds more than 10,000 of them is refused. */
        ReplayWebhookEvents: {
            /** @description The first moment of which events are sent. */
            from: components["schemas"]["InstantInput"];
            /** @description The first moment after it of which none are. */
            to: components["schemas"]["InstantInput"];
            /** @description Of which types. Left out, those that the endpoint is told of. */
            eventTypes?: components["schemas"]["WebhookEventTypes"];
        };
        /** @description Whose password was forgotten. */
        RequestPasswordReset: {
            email: components["schemas"]["Email"];
        };
        /** @description Who signs up, and with which address. */
        RequestSocialSignUpEmail: {
            /**
             * sign-up token
             * @description The token of the answer `sign_up_needed`.
             */
            signUpToken: string;
            email: components["schemas"]["Email"];
        };
        /** @description The new time. */
        RescheduleBooking: {
            /** @description When it starts now. */
            startsAt: components["schemas"]["InstantInput"];
            /** @description The new length. Left out, as before. */
            durationMinutes?: components["schemas"]["DurationMinutes"];
            /** @description The new host, in place of the first. Left out, all hosts stay. None can be asked for where the assignment is `collective`. */
            hostId?: components["schemas"]["MemberId"];
            /** @description A hold of just this time that was made for this booking. Once it has expired or was released, the time is like any other. */
            holdId?: components["schemas"]["HoldId"];
            override?: components["schemas"]["Override"];
            reason?: components["schemas"]["Reason"];
        };
        /** @description The new time. */
        RescheduleGroupSession: {
            /** @description When it starts now. */
            startsAt: components["schemas"]["InstantInput"];
            /** @description The new host, in place of the first. Left out, all hosts stay. None can be asked for where the assignment is `collective`. */
            hostId?: components["schemas"]["MemberId"];
            override?: components["schemas"]["Override"];
            reason?: components["schemas"]["Reason"];
        };
        /** @description Which bookings are moved, and where. */
        RescheduleSeries: {
            scope: components["schemas"]["SeriesScope"];
            /** @description The occurrence that `startsAt` is of. */
            recurrenceId: components["schemas"]["InstantInput"];
            /** @description When that occurrence starts now. The others move by as many days, hours and minutes of the wall clock. */
            startsAt: components["schemas"]["InstantInput"];
            override?: components["schemas"]["Override"];
            reason?: components["schemas"]["Reason"];
        };
        /** @description The token of the mail, and the new password. */
        ResetPassword: {
            token: components["schemas"]["OneTimeToken"];
            password: components["schemas"]["NewPassword"];
        };
        /** @description A room or a piece of equipment. It can be taken once at a time. */
        Resource: {
            id: components["schemas"]["ResourceId"];
            /** @description What people call it. */
            name: string;
            kind: components["schemas"]["ResourceKind"];
            /** @description What members should know of it. */
            description: string | null;
            /** @description The zone of its hours. */
            timeZone: components["schemas"]["TimeZone"];
            hours: components["schemas"]["NullableResourceHours"];
            version: components["schemas"]["Version"];
            createdAt: components["schemas"]["Instant"];
            updatedAt: components["schemas"]["Instant"];
            /** @description When it was deleted, or null. */
            deletedAt: components["schemas"]["NullableInstant"];
        };
        /** @description When it can be used, as a schedule says it. */
        ResourceHours: {
            weekly: components["schemas"]["Weekly"];
            overrides: components["schemas"]["Overrides"];
            rules: components["schemas"]["Rules"];
            breaks: components["schemas"]["Breaks"];
            holidays: components["schemas"]["HolidayChoice"];
        };
        /** @description When it can be used, as a schedule says it. */
        ResourceHoursInput: {
            /** @default [] */
            weekly?: components["schemas"]["Weekly"];
            /** @default [] */
            overrides?: components["schemas"]["Overrides"];
            /** @default [] */
            rules?: components["schemas"]["Rules"];
            /** @default [] */
            breaks?: components["schemas"]["Breaks"];
            /** @default null */
            holidays?: components["schemas"]["HolidayInput"];
        };
        /**
         * resource id
         * @description Names one resource.
         */
        ResourceId: string;
        /**
         * kind of resource
         * @description A word of your own, such as `room`. Resources of one kind stand in for each other.
         */
        ResourceKind: string;
        /** @description A page of resources. */
        ResourceList: {
            /** @description The resources of this page. */
            data: components["schemas"]["Resource"][];
            page: components["schemas"]["Page"];
        };
        /**
         * path in the app
         * @description Where in the app the person was, and goes on. It comes back in the answer to the finish. A path with its query, that begins with one slash: nothing that leads out of the app.
         */
        ReturnTo: string;
        /**
         * @description What the member may do. Owners and admins manage everything, members what is their own.
         * @enum {string}
         */
        Role: "owner" | "admin" | "member";
        /** @description From today for a number of days. */
        RollingWindow: {
            /**
             * @description A number of days.
             * @constant
             */
            type: "rolling";
            /** @description The last date is today, in the event type's zone, and this many days, inclusive. */
            days: number;
        };
        /** @description How the old secret goes. */
        RotateApiKey: {
            /**
             * @description How long secrets before the new one go on, at most seven days. Left out, not at all.
             * @default 0
             */
            overlapSeconds?: number;
        };
        /** @description The secret to come. */
        RotateReceiverSecret: {
            secret?: components["schemas"]["ReceiverSecret"];
            /**
             * @description How long the secret before it is good too. 0, it is good no more at once.
             * @default 86400
             */
            overlapSeconds?: number;
        };
        /** @description Hours on dates that come back by a rule. They come on top of the weekly hours; where hours overlap, the union holds. */
        Rules: components["schemas"]["RecurringHours"][];
        /** @description When a member works. */
        Schedule: {
            id: components["schemas"]["ScheduleId"];
            /** @description What its member calls it. */
            name: string;
            memberId: components["schemas"]["MemberId"];
            /** @description The zone of all its hours. */
            timeZone: components["schemas"]["TimeZone"];
            weekly: components["schemas"]["Weekly"];
            overrides: components["schemas"]["Overrides"];
            rules: components["schemas"]["Rules"];
            breaks: components["schemas"]["Breaks"];
            holidays: components["schemas"]["HolidayChoice"];
            travel: components["schemas"]["TravelList"];
            /** @description True for the schedule that is used where none is named. */
            isDefault: boolean;
            version: components["schemas"]["Version"];
            createdAt: components["schemas"]["Instant"];
            updatedAt: components["schemas"]["Instant"];
            /** @description When it was deleted, or null. */
            deletedAt: components["schemas"]["NullableInstant"];
        };
        /**
         * schedule id
         * @description Names one schedule.
         */
        ScheduleId: string;
        /** @description A page of schedules. */
        ScheduleList: {
            /** @description The schedules of this page. */
            data: components["schemas"]["Schedule"][];
            page: components["schemas"]["Page"];
        };
        /**
         * @description One thing that a key may do.
         * @enum {string}
         */
        Scope: "api_keys:read" | "api_keys:write" | "audit:read" | "availability:read" | "bookings:override" | "bookings:read" | "bookings:write" | "dead_letters:read" | "dead_letters:write" | "event_types:read" | "event_types:write" | "holds:write" | "members:read" | "members:write" | "organisation:write" | "receivers:read" | "receivers:write" | "resources:read" | "resources:write" | "schedules:read" | "schedules:write" | "webhooks:read" | "webhooks:write";
        /** @description What comes with `second_factor_required`. */
        SecondFactorChallenge: {
            /** @description Goes to `POST /v1/auth/second-factor`, within 5 minutes. */
            challengeToken?: string;
            /** @description What the person can show. */
            factors?: components["schemas"]["Factor"][];
        };
        /** @description What one has to show at log-in besides the password. */
        SecondFactors: {
            /** @description Whether log-in and step-up need a second factor. */
            required: boolean;
            /** @description The authenticator app, or null. */
            totp: components["schemas"]["Totp"] | null;
            /** @description How many passkeys there are. */
            passkeys: number;
            /** @description How many recovery codes are left. */
            recoveryCodesLeft: number;
        };
        /** @description Bookings that repeat. */
        Series: {
            id: components["schemas"]["SeriesId"];
            eventTypeId: components["schemas"]["EventTypeId"];
            /**
             * @description How it was booked.
             * @enum {string}
             */
            mode: "all_or_nothing" | "best_effort";
            recurrence: components["schemas"]["Recurrence"];
            /** @description When its first occurrence was to start. */
            startsAt: components["schemas"]["Instant"];
            durationMinutes: components["schemas"]["DurationMinutes"];
            /** @description The zone of the booker. */
            timeZone: components["schemas"]["TimeZone"];
            /** @description The members who serve it, as it was booked. In a round robin the one who was chosen is the first; of a group event nobody is, since each occurrence has its own. */
            hostIds: components["schemas"]["MemberId"][];
            /** @description Its bookings as they stand, in the order of the rule. */
            occurrences: components["schemas"]["SeriesOccurrence"][];
            /** @description The occurrences that could not be booked when it was made. */
            conflicts: components["schemas"]["SeriesConflict"][];
            createdAt: components["schemas"]["Instant"];
        };
        /** @description An occurrence that could not be booked. */
        SeriesConflict: {
            /** @description When it was to start. */
            startsAt: components["schemas"]["Instant"];
            /** @description Why. Members are told, nobody else. */
            reason?: components["schemas"]["UnavailableReason"];
        };
        /**
         * series id
         * @description Names one series.
         */
        SeriesId: string;
        /** @description A booking of a series. */
        SeriesOccurrence: {
            /** @description When it was to start by the rule, by which it is named for ever. */
            recurrenceId: components["schemas"]["Instant"];
            bookingId: components["schemas"]["BookingId"];
            status: components["schemas"]["BookingStatus"];
            /** @description When it starts. */
            startsAt: components["schemas"]["Instant"];
            /** @description The first moment after it, without buffers. */
            endsAt: components["schemas"]["Instant"];
        };
        /** @description What a series would take. */
        SeriesPreview: {
            eventTypeId: components["schemas"]["EventTypeId"];
            recurrence: components["schemas"]["Recurrence"];
            durationMinutes: components["schemas"]["DurationMinutes"];
            /** @description The members who would serve it; in a round robin of a group event none, since each occurrence has its own. */
            hostIds: components["schemas"]["MemberId"][];
            /** @description Its times, in order. */
            occurrences: components["schemas"]["PreviewedOccurrence"][];
        };
        /**
         * @description The occurrence that `recurrenceId` names, or it and those after it by the rule, or all.
         * @enum {string}
         */
        SeriesScope: "this" | "this_and_following" | "all";
        /** @description Some times of the series cannot be booked, or all of them, and nothing was booked. Says which, and why where the caller may know. */
        SeriesUnavailableProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 409;
            /** @constant */
            code?: "series_unavailable";
            /** @description Every occurrence that cannot be booked, in order of time. */
            conflicts: components["schemas"]["SeriesConflict"][];
        };
        /** @description A device that somebody is logged in on. */
        Session: {
            id: components["schemas"]["SessionId"];
            /** @description The organisation that it reaches. */
            organisationId: components["schemas"]["OrganisationId"];
            /** @description What the person calls it, or null. */
            name: string | null;
            /** @description True for the session that asks. */
            current: boolean;
            /** @description What the device said of itself at log-in, or null. */
            userAgent: string | null;
            /** @description The network address that it logged in from, or null. */
            address: string | null;
            /** @description When it began. */
            createdAt: components["schemas"]["Instant"];
            /** @description When it last asked for an access token. */
            lastUsedAt: components["schemas"]["Instant"];
            /** @description When the person last proved who he is: at log-in, or since. */
            authenticatedAt: components["schemas"]["Instant"];
            /** @description When it ends by itself. Each refresh moves this 30 days on, to a year after its beginning at the most. */
            expiresAt: components["schemas"]["Instant"];
        };
        /**
         * session id
         * @description Names one session of one device.
         */
        SessionId: string;
        /** @description A page of sessions. */
        SessionList: {
            /** @description The sessions of this page. */
            data: components["schemas"]["Session"][];
            page: components["schemas"]["Page"];
        };
        /**
         * @description Whether the tokens are in the answer, or in two cookies that scripts cannot read: an access cookie for every path and a refresh cookie for `/v1/auth`. Cookies are for pages of the app in browsers; see docs/log-in.md.
         * @default token
         * @enum {string}
         */
        SessionTransport: "token" | "cookie";
        /** @description Who signs up, and for what. */
        SignUp: {
            email: components["schemas"]["Email"];
            password: components["schemas"]["NewPassword"];
            /** @description The name that bookers read. */
            name: components["schemas"]["Name"];
            /** @description What the new organisation is called. */
            organisationName: components["schemas"]["Name"];
            /** @default UTC */
            timeZone?: components["schemas"]["TimeZone"];
            /** @default en */
            locale?: components["schemas"]["Locale"];
        };
        /** @description What comes with `sign_up_needed`. */
        SignUpOffer: {
            /** @description Goes to `POST /v1/auth/social/sign-up`, within the hour. */
            signUpToken?: string;
            /** @description Until when the token works. */
            expiresAt?: components["schemas"]["Instant"];
            /** @description The address that the provider tells, or null. */
            email?: string | null;
            /** @description Whether the provider vouches for it. If not, `POST /v1/auth/social/request-email-verification` comes first. */
            emailVerified?: boolean;
            /** @description The name that the provider tells, or null. */
            name?: string | null;
            /** @description As it was given at the start, where it was. */
            returnTo?: string;
        };
        /** @description What was asked for. */
        SignUpRequested: {
            /** @description Until when it can be completed. */
            expiresAt: components["schemas"]["Instant"];
        };
        /** @description Who signs up, and for what. */
        SignUpWithIdentity: {
            /**
             * sign-up token
             * @description The token of the answer `sign_up_needed`.
             */
            signUpToken: string;
            /** @description The token of the mail, where one was asked for. Without it the address is the provider's, which has to vouch for it. */
            emailToken?: components["schemas"]["OneTimeToken"];
            /** @description What the organisation is called. */
            organisationName: components["schemas"]["Name"];
            /** @description What the person is called. Left out, as the provider says. */
            name?: components["schemas"]["Name"];
            /** @description The person's time zone. UTC when left out. */
            timeZone?: components["schemas"]["TimeZone"];
            /** @description The person's language. en when left out. */
            locale?: components["schemas"]["Locale"];
            transport?: components["schemas"]["SessionTransport"];
        };
        /** @description A time that can be booked. */
        Slot: {
            startsAt: components["schemas"]["Instant"];
            endsAt: components["schemas"]["Instant"];
            /** @description For group events, how many places one booking can take there. */
            seatsLeft?: number;
            /** @description With `expand=hosts`, the members that could serve it: in a round robin those who are free, then those who are fixed. */
            hostIds?: components["schemas"]["MemberId"][];
        };
        /** @description Minutes from the start of working time to the first offered start. */
        SlotOffsetMinutes: number;
        /** @description The time cannot be booked. Says why, where the caller may know, and which free times are nearest. */
        SlotUnavailableProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 409;
            /** @constant */
            code?: "slot_unavailable";
            reason?: components["schemas"]["UnavailableReason"];
            /** @description Where the reason is `resource`: those of the resources that are needed which are taken or closed. Told where the reason is. What is needed of which there is too little, the kind or the resource, `detail` says too. */
            resourceIds?: components["schemas"]["ResourceId"][];
            /** @description The nearest times that were free a moment ago, in order of time. May be empty. */
            alternatives: components["schemas"]["AlternativeSlot"][];
        };
        /**
         * slug of small letters, digits and single hyphens
         * @description The part of a link that names the thing, unique in the organisation.
         */
        Slug: string;
        /** @description Another event type of the organisation has this slug. */
        SlugTakenProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 409;
            /** @constant */
            code?: "slug_taken";
        };
        /** @description What may come with a problem of a flow. */
        SocialProblem: {
            /** @description The provider's own word for what went wrong, such as `access_denied`, where it gave one. */
            providerError?: string;
            /** @description As it was given at the start, where it was. */
            returnTo?: string;
        };
        /** @description What a device needs to act for a member, and where the person was. */
        SociallyLoggedIn: components["schemas"]["LoggedIn"] & {
            /** @description As it was given at the start, or null. */
            returnTo: string | null;
        };
        /** @description What to remember until the person is back. It may be left out. */
        StartLinkingIdentity: {
            returnTo?: components["schemas"]["ReturnTo"];
        };
        /** @description What to remember until the person is back. Each may be left out. */
        StartSocialLogIn: {
            deviceName?: components["schemas"]["DeviceName"];
            returnTo?: components["schemas"]["ReturnTo"];
        };
        /** @description A flow that has begun. */
        StartedFlow: {
            /** @description The provider's page. Send the person there. */
            authorisationUrl: string;
            /** @description Binds the flow to this browser or app. Keep it here, and show it to nobody; it works once. */
            flowToken: string;
            /** @description Until when the flow can be finished. */
            expiresAt: components["schemas"]["Instant"];
        };
        /** @description A flow that has begun. */
        StartedLinking: {
            /** @description The provider's page, or null in an answer that is repeated. */
            authorisationUrl: string | null;
            /** @description Binds the flow to this browser or app, or null in an answer that is repeated. */
            flowToken: string | null;
            /** @description Until when the flow can be finished. */
            expiresAt: components["schemas"]["Instant"];
        };
        /** @description One proof. */
        StepUp: {
            password?: components["schemas"]["KnownPassword"];
            code?: components["schemas"]["TotpCode"];
            recoveryCode?: components["schemas"]["RecoveryCode"];
            passkey?: components["schemas"]["AssertionResponse"];
        };
        /**
         * text without the character U+0000
         * @description Text of up to 5000 characters, lines allowed, without the character U+0000.
         */
        Text: string;
        /** @description There is no need to wait. Says which times can be booked. */
        TimeAvailableProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 409;
            /** @constant */
            code?: "time_available";
            /** @description The first of the times that were free a moment ago. */
            alternatives: components["schemas"]["AlternativeSlot"][];
        };
        /**
         * IANA time zone, such as Europe/Berlin
         * @description An IANA time zone identifier. A name that is not in the database is refused with 422.
         */
        TimeZone: string;
        /** @description An authenticator app. */
        Totp: {
            /** @description When it was confirmed. */
            enabledAt: components["schemas"]["Instant"];
        };
        /**
         * code of six digits
         * @description The six digits that the app shows.
         */
        TotpCode: string;
        /** @description What the authenticator app has to know. */
        TotpSecret: {
            /** @description The secret in base 32, to type in. Null when the request was a repeated one: it is not kept where it could be shown again. */
            secret: string | null;
            /** @description The same for a QR code, with the names; null with it. */
            otpauthUri: string | null;
        };
        /** @description A stay in another zone. */
        Travel: {
            /** @description The first date. */
            from: components["schemas"]["LocalDate"];
            /** @description The last date. */
            to: components["schemas"]["LocalDate"];
            /** @description The zone in which the hours of these dates are read. */
            timeZone: components["schemas"]["TimeZone"];
        };
        /** @description When the member is elsewhere: on these dates his hours, whatever they come from, are read in another zone. No date twice. */
        TravelList: components["schemas"]["Travel"][];
        /**
         * @description How long it lives from now on. Ten minutes when left out.
         * @default 600
         */
        TtlSeconds: number;
        /**
         * @description Why a time is not offered. When several are true, the first in this order is told; of several hosts the first that stands against anybody who is needed, or against the one of a round robin who came nearest to serving.
         * @enum {string}
         */
        UnavailableReason: "past" | "notice" | "window" | "day_off" | "outside_hours" | "off_grid" | "external_busy" | "booked" | "held" | "blocked" | "buffer" | "limit" | "resource" | "seats";
        /** @description A time that cannot be booked. */
        UnavailableTime: {
            startsAt: components["schemas"]["Instant"];
            /** @description Why. Told to secret keys only. */
            reason?: components["schemas"]["UnavailableReason"];
            hosts?: components["schemas"]["HostReasons"];
            resourceIds?: components["schemas"]["MissingResources"];
        };
        /** @description What changes. */
        UpdateApiKey: {
            /** @description What it is for. */
            name?: components["schemas"]["Name"];
            /** @description When it stops working; not later than it was to. */
            expiresAt?: components["schemas"]["InstantInput"];
            allowedOrigins?: components["schemas"]["AllowedOrigins"];
        };
        /** @description The fields to change. One that is left out stays as it is. */
        UpdateBlock: {
            /** @description Its first moment. */
            startsAt?: components["schemas"]["InstantInput"];
            /** @description The first moment after it. */
            endsAt?: components["schemas"]["InstantInput"];
            reason?: components["schemas"]["BlockReason"];
            /** @description What else there is to say. Null clears it. */
            note?: components["schemas"]["NullableText"];
        };
        /** @description The fields to change. One that is left out stays as it is. */
        UpdateBooking: {
            /** @description What the host should know. Null clears it. */
            notes?: components["schemas"]["NullableText"];
            /** @description Where it takes place. Null clears it. */
            location?: components["schemas"]["NullableLocation"];
            /** @description All answers anew. */
            answers?: components["schemas"]["Answers"];
            /** @description All metadata anew. */
            metadata?: components["schemas"]["Metadata"];
        };
        /** @description The fields to change. One that is left out stays as it is. */
        UpdateEventType: {
            /** @description What the booker reads. */
            title?: components["schemas"]["Name"];
            slug?: components["schemas"]["Slug"];
            /** @description What the booker should know. Null clears it. */
            description?: components["schemas"]["NullableText"];
            assignment?: components["schemas"]["Assignment"];
            hosts?: components["schemas"]["EventTypeHosts"];
            resources?: components["schemas"]["EventTypeResources"];
            /** @description The zone of its booking window. */
            timeZone?: components["schemas"]["TimeZone"];
            durationsMinutes?: components["schemas"]["DurationsMinutes"];
            slotIntervalMinutes?: components["schemas"]["NullableSlotIntervalMinutes"];
            slotOffsetMinutes?: components["schemas"]["SlotOffsetMinutes"];
            bufferBeforeMinutes?: components["schemas"]["BufferMinutes"];
            bufferAfterMinutes?: components["schemas"]["BufferMinutes"];
            minimumNoticeMinutes?: components["schemas"]["NoticeMinutes"];
            bookingWindow?: components["schemas"]["NullableBookingWindow"];
            /** @description True when a booking waits until a member confirms it. */
            requiresConfirmation?: boolean;
            visibility?: components["schemas"]["Visibility"];
            locations?: components["schemas"]["Locations"];
            questions?: components["schemas"]["Questions"];
            /** @description What it costs. Null is nothing. */
            price?: components["schemas"]["NullableMoney"];
            /** @description Attendees may cancel until this long before the start. */
            cancellationCutoffMinutes?: components["schemas"]["NoticeMinutes"];
            /** @description Attendees may move it until this long before the start. */
            rescheduleCutoffMinutes?: components["schemas"]["NoticeMinutes"];
            limits?: components["schemas"]["EventTypeLimits"];
            seats?: components["schemas"]["NullableSeats"];
            waitingListOfferMinutes?: components["schemas"]["WaitingListOfferMinutes"];
            reminders?: components["schemas"]["EventTypeReminders"];
        };
        /** @description The fields to change. One that is left out stays as it is. */
        UpdateMe: {
            name?: components["schemas"]["Name"];
            timeZone?: components["schemas"]["TimeZone"];
            locale?: components["schemas"]["Locale"];
            weekStart?: components["schemas"]["WeekStart"];
            notificationPreferences?: components["schemas"]["NotificationPreferences"];
            quietHours?: components["schemas"]["NullableQuietHours"];
        };
        /** @description The fields to change. One that is left out stays as it is. */
        UpdateMember: {
            name?: components["schemas"]["Name"];
            timeZone?: components["schemas"]["TimeZone"];
            locale?: components["schemas"]["Locale"];
            role?: components["schemas"]["Role"];
            limits?: components["schemas"]["MemberLimits"];
        };
        /** @description The fields to change. One that is left out stays as it is. */
        UpdateOrganisation: {
            name?: components["schemas"]["Name"];
            bookingEmailVerification?: components["schemas"]["BookingEmailVerification"];
            locale?: components["schemas"]["OrganisationLocale"];
            notificationSender?: components["schemas"]["NotificationSender"];
            disabledNotifications?: components["schemas"]["DisabledNotifications"];
        };
        /** @description The new name. */
        UpdatePasskey: {
            name: components["schemas"]["Name"];
        };
        /** @description The fields to change. One that is left out stays as it is. */
        UpdateReceiverConnection: {
            /** @description What it is for. */
            name?: components["schemas"]["Name"];
            status?: components["schemas"]["ReceiverConnectionStatus"];
        };
        /** @description The fields to change. One that is left out stays as it is. */
        UpdateResource: {
            /** @description What people call it. */
            name?: components["schemas"]["Name"];
            kind?: components["schemas"]["ResourceKind"];
            /** @description What members should know of it. Null clears it. */
            description?: components["schemas"]["NullableText"];
            /** @description The zone of its hours. */
            timeZone?: components["schemas"]["TimeZone"];
            hours?: components["schemas"]["NullableResourceHoursInput"];
        };
        /** @description The fields to change. One that is left out stays as it is. */
        UpdateSchedule: {
            name?: components["schemas"]["Name"];
            /** @description The zone of all its hours. */
            timeZone?: components["schemas"]["TimeZone"];
            weekly?: components["schemas"]["Weekly"];
            overrides?: components["schemas"]["Overrides"];
            rules?: components["schemas"]["Rules"];
            breaks?: components["schemas"]["Breaks"];
            holidays?: components["schemas"]["HolidayInput"];
            travel?: components["schemas"]["TravelList"];
            /**
             * @description True makes it the member's default schedule in place of the one before.
             * @constant
             */
            isDefault?: true;
        };
        /** @description The new name. */
        UpdateSession: {
            name: components["schemas"]["Name"];
        };
        /** @description The fields to change. One that is left out stays as it is. */
        UpdateWebhookEndpoint: {
            url?: components["schemas"]["WebhookUrl"];
            /** @description What it is for. Null clears it. */
            description?: components["schemas"]["NullableText"];
            eventTypes?: components["schemas"]["WebhookEventTypes"];
            status?: components["schemas"]["WebhookEndpointStatus"];
        };
        /**
         * user id
         * @description Names one person, whatever organisations he is a member of.
         */
        UserId: string;
        /** @description The token of the mail. */
        VerifyBookingEmail: {
            token: components["schemas"]["OneTimeToken"];
        };
        /** @description The token of the mail. */
        VerifyEmail: {
            token: components["schemas"]["OneTimeToken"];
        };
        /** @description Grows by one with each change. The same number stands in the ETag, and `If-Match` compares it. */
        Version: number;
        /**
         * @description Public ones are listed to everybody; unlisted ones are found by those who know the id; private ones by the organisation alone.
         * @enum {string}
         */
        Visibility: "public" | "unlisted" | "private";
        /** @description Somebody's place in a waiting list. */
        WaitingListEntry: {
            id: components["schemas"]["WaitingListEntryId"];
            status: components["schemas"]["WaitingListStatus"];
            eventTypeId: components["schemas"]["EventTypeId"];
            /** @description The one time that is waited for; null for a day. */
            startsAt: components["schemas"]["NullableInstant"];
            /** @description The day that is waited for; null for one time. */
            date: string | null;
            timeZone: components["schemas"]["TimeZone"];
            durationMinutes: components["schemas"]["DurationMinutes"];
            /** @description The host that was asked for; null for any. */
            hostId: string | null;
            /** @description Who waits. */
            attendee: {
                /** @description What the person is called. */
                name: string;
                /**
                 * Format: email
                 * @description In lower case; offers go to it.
                 */
                email: string;
                /** @description In E.164 form. */
                phone: string | null;
                /** @description A BCP 47 language tag. */
                locale: string | null;
            };
            answers: components["schemas"]["Answers"];
            location: components["schemas"]["NullableLocation"];
            /** @description 1 for who comes first of those who wait for a time that this person waits for too. Null where he no longer waits. */
            position: number | null;
            /** @description What is or was offered; null where nothing was. */
            offer: components["schemas"]["WaitingListOffer"] | null;
            /** @description What came of it. */
            bookingId: string | null;
            /** @description When the person joined. */
            createdAt: components["schemas"]["Instant"];
            updatedAt: components["schemas"]["Instant"];
            /** @description When it was over; null while it is not. */
            endedAt: components["schemas"]["NullableInstant"];
        };
        /**
         * waiting list entry id
         * @description Names one entry of a waiting list.
         */
        WaitingListEntryId: string;
        /** @description A page of entries. */
        WaitingListEntryList: {
            /** @description In order of joining. */
            data: components["schemas"]["WaitingListEntry"][];
            page: components["schemas"]["Page"];
        };
        /** @description What was asked for. */
        WaitingListJoined: {
            eventTypeId: components["schemas"]["EventTypeId"];
            /** @description The one time that is waited for; null for a day. */
            startsAt: components["schemas"]["NullableInstant"];
            /** @description The day that is waited for; null for one time. */
            date: string | null;
            timeZone: components["schemas"]["TimeZone"];
            durationMinutes: components["schemas"]["DurationMinutes"];
            /** @description The host that was asked for; null for any. */
            hostId: string | null;
        };
        /** @description The time that is or was offered. */
        WaitingListOffer: {
            startsAt: components["schemas"]["Instant"];
            endsAt: components["schemas"]["Instant"];
            /** @description Until when it can be accepted. */
            expiresAt: components["schemas"]["Instant"];
        };
        /** @description How long a time that frees is held for the first who waits for it, but never longer than until it begins. Offers that are made already stay as they are. */
        WaitingListOfferMinutes: number;
        /**
         * @description `waiting` until a time frees, `offered` while one is held for the person, `booked` when he took it, `left` when he no longer waits, `expired` when he did not take it in time, or nothing has freed until the time was past.
         * @enum {string}
         */
        WaitingListStatus: "waiting" | "offered" | "booked" | "left" | "expired";
        /**
         * @description How what it is sent looks. It stays as it is when a newer one comes.
         * @enum {string}
         */
        WebhookApiVersion: "v1";
        /** @description What came of one POST. */
        WebhookAttempt: {
            /** @description The first is 1. */
            number: number;
            /** @description When it was made. */
            at: components["schemas"]["Instant"];
            /** @description How long it took. */
            durationMs: number;
            /** @description The HTTP status of the answer. Null when there was none. */
            status: number | null;
            /**
             * @description Why there was no answer.
             * @enum {string|null}
             */
            failure: "address_not_allowed" | "name_not_found" | "connection_failed" | "tls_failed" | "timed_out" | "invalid_answer" | null;
            /** @description The first bytes of the answer, 1,000 at most. */
            answer: string | null;
        };
        /** @description One event on its way to one endpoint. */
        WebhookDelivery: {
            id: components["schemas"]["WebhookDeliveryId"];
            webhookEndpointId: components["schemas"]["WebhookEndpointId"];
            eventId: components["schemas"]["EventId"];
            /** @description What has happened: `booking.created`. */
            eventType: string;
            /** @description The object that it is about. */
            objectId: string;
            /**
             * @description Why it is sent: it has happened, somebody asked for a ping, or for it to be sent again.
             * @enum {string}
             */
            cause: "event" | "ping" | "replay";
            /** @description The replay of a time that it belongs to. Null when it belongs to none. */
            replayId: string | null;
            status: components["schemas"]["WebhookDeliveryStatus"];
            /**
             * @description Why it is tried no more: the endpoint did not take it, was disabled or deleted while it was on its way, or it could not be sent for reasons of ours, which its dead letter says. Null while it has not failed.
             * @enum {string|null}
             */
            failedReason: "not_taken" | "endpoint_disabled" | "endpoint_deleted" | "given_up" | null;
            /** @description When it is tried next. Null when it is not, or goes out once another one of its object has. */
            nextAttemptAt: components["schemas"]["NullableInstant"];
            /** @description Each that was made, the first first. */
            attempts: components["schemas"]["WebhookAttempt"][];
            createdAt: components["schemas"]["Instant"];
            /** @description When it was taken or given up. */
            endedAt: components["schemas"]["NullableInstant"];
        };
        /**
         * webhook delivery id
         * @description Names one webhook delivery.
         */
        WebhookDeliveryId: string;
        /** @description A page of deliveries. */
        WebhookDeliveryList: {
            /** @description The deliveries of this page. */
            data: components["schemas"]["WebhookDelivery"][];
            page: components["schemas"]["Page"];
        };
        /**
         * @description Whether it is still tried, was taken with a 2xx, or is tried no more.
         * @enum {string}
         */
        WebhookDeliveryStatus: "pending" | "delivered" | "failed";
        /** @description A server that is told of events. */
        WebhookEndpoint: {
            id: components["schemas"]["WebhookEndpointId"];
            /** @description Where it is told. */
            url: string;
            /** @description What it is for. */
            description: string | null;
            /** @description Which events it is told of. */
            eventTypes: string[];
            apiVersion: components["schemas"]["WebhookApiVersion"];
            status: components["schemas"]["WebhookEndpointStatus"];
            /**
             * @description Why it is disabled: somebody did it, it has answered 410, or it has taken nothing for five days. Null while it is enabled.
             * @enum {string|null}
             */
            disabledReason: "by_request" | "gone" | "failing" | null;
            /** @description Since when it is disabled. */
            disabledAt: components["schemas"]["NullableInstant"];
            /** @description Since when it has taken nothing that it was sent. Null when all is well. */
            failingSince: components["schemas"]["NullableInstant"];
            /** @description Until when the secret before the newest signs too. */
            previousSecretExpiresAt: components["schemas"]["NullableInstant"];
            version: components["schemas"]["Version"];
            createdAt: components["schemas"]["Instant"];
            updatedAt: components["schemas"]["Instant"];
        };
        /**
         * webhook endpoint id
         * @description Names one webhook endpoint.
         */
        WebhookEndpointId: string;
        /** @description A page of endpoints. */
        WebhookEndpointList: {
            /** @description The endpoints of this page. */
            data: components["schemas"]["WebhookEndpoint"][];
            page: components["schemas"]["Page"];
        };
        /**
         * @description Whether it is told of anything.
         * @enum {string}
         */
        WebhookEndpointStatus: "enabled" | "disabled";
        /** @description Which events it is told of: the names of types, `booking.*` for all of a noun, or `*` for all that there are and will be. */
        WebhookEventTypes: string[];
        /** @description Events of a time that are sent to an endpoint again. */
        WebhookReplay: {
            id: components["schemas"]["WebhookReplayId"];
            webhookEndpointId: components["schemas"]["WebhookEndpointId"];
            /** @description The first moment of which events are sent. */
            from: components["schemas"]["Instant"];
            /** @description The first moment after it of which none are. */
            to: components["schemas"]["Instant"];
            /** @description Of which types. */
            eventTypes: string[];
            /** @description How many there are, with those that are left out since they are on their way anyhow. */
            events: number;
        };
        /**
         * webhook replay id
         * @description Names one replay of a time.
         */
        WebhookReplayId: string;
        /**
         * absolute URL
         * @description Where it is told: an https:// address without user, password and fragment. What its name leads to must be a public address each time that something is sent.
         */
        WebhookUrl: string;
        /**
         * @description The day that a week begins with in his calendar.
         * @enum {string}
         */
        WeekStart: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
        /** @description The hours of an ordinary week. Rules of one day may not overlap. */
        Weekly: components["schemas"]["WeeklyRule"][];
        /** @description The same hours on some days of the week. */
        WeeklyRule: {
            /** @description The days of the week. */
            days: ("monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")[];
            start: components["schemas"]["LocalTime"];
            end: components["schemas"]["LocalEndTime"];
        };
    };
    responses: {
        /** @description Other work for the same thing has taken its place and is due already (`already_due`): the dead letter stays, to be discarded. Or a call with the same idempotency key is still running. */
        AlreadyDue: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Retry-After": components["headers"]["Retry-After-When-Known"];
                "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": (components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 409;
                    /** @constant */
                    code?: "already_due";
                }) | components["schemas"]["IdempotencyInProgressProblem"];
            };
        };
        /** @description The key was revoked or has expired and gets no other secret; or a call with the same idempotency key is still running. */
        ApiKeyOver: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Retry-After": components["headers"]["Retry-After-When-Known"];
                "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": (components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 409;
                    /** @constant */
                    code?: "api_key_over";
                }) | components["schemas"]["IdempotencyInProgressProblem"];
            };
        };
        /** @description The key. */
        ApiKeyRead: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiKey"];
            };
        };
        /** @description The request cannot be read, for instance because its body is not JSON. */
        BadRequest: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/docs/problems#malformed_request",
                 *       "title": "The request cannot be read",
                 *       "status": 400,
                 *       "detail": "The body is not JSON.",
                 *       "instance": "/v1/bookings",
                 *       "code": "malformed_request",
                 *       "requestId": "4bf92f3577b34da6",
                 *       "retryable": false,
                 *       "userMessage": "Something went wrong on our side. Please try again.",
                 *       "errors": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 400;
                    /** @constant */
                    code?: "malformed_request";
                };
            };
        };
        /** @description The block. */
        BlockRead: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                ETag: components["headers"]["ETag"];
                "Cache-Control": components["headers"]["Cache-Control"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Block"];
            };
        };
        /** @description The booking as it is now. */
        BookingCommanded: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                ETag: components["headers"]["ETag"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Booking"];
            };
        };
        /** @description The booking, with its time taken. */
        BookingCreated: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                ETag: components["headers"]["ETag"];
                "Cache-Control": components["headers"]["Cache-Control"];
                Location: components["headers"]["Location"];
                "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Booking"];
            };
        };
        /** @description The booking is in a state that cannot become a no-show, or a call with the same idempotency key is still running. */
        BookingNoShowNotAllowed: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Retry-After": components["headers"]["Retry-After-When-Known"];
                "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": (components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 409;
                    /** @constant */
                    code?: "booking_no_show_not_allowed";
                }) | components["schemas"]["IdempotencyInProgressProblem"];
            };
        };
        /** @description The booking is in a state that cannot be cancelled, or a call with the same idempotency key is still running. */
        BookingNotCancellable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Retry-After": components["headers"]["Retry-After-When-Known"];
                "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": (components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 409;
                    /** @constant */
                    code?: "booking_not_cancellable";
                }) | components["schemas"]["IdempotencyInProgressProblem"];
            };
        };
        /** @description The booking is in a state that cannot be completed, or a call with the same idempotency key is still running. */
        BookingNotCompletable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Retry-After": components["headers"]["Retry-After-When-Known"];
                "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": (components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 409;
                    /** @constant */
                    code?: "booking_not_completable";
                }) | components["schemas"]["IdempotencyInProgressProblem"];
            };
        };
        /** @description The booking is in a state that cannot be confirmed, or a call with the same idempotency key is still running. */
        BookingNotConfirmable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Retry-After": components["headers"]["Retry-After-When-Known"];
                "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": (components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 409;
                    /** @constant */
                    code?: "booking_not_confirmable";
                }) | components["schemas"]["IdempotencyInProgressProblem"];
            };
        };
        /** @description The booking is in a state that cannot be declined, or a call with the same idempotency key is still running. */
        BookingNotDeclinable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Retry-After": components["headers"]["Retry-After-When-Known"];
                "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": (components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 409;
                    /** @constant */
                    code?: "booking_not_declinable";
                }) | components["schemas"]["IdempotencyInProgressProblem"];
            };
        };
        /** @description The booking is in a state that cannot be moved, or the new time cannot be booked, or a call with the same idempotency key is still running. */
        BookingNotReschedulable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Retry-After": components["headers"]["Retry-After-When-Known"];
                "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": (components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 409;
                    /** @constant */
                    code?: "booking_not_reschedulable";
                }) | components["schemas"]["SlotUnavailableProblem"] | components["schemas"]["HoldOverProblem"] | components["schemas"]["IdempotencyInProgressProblem"];
            };
        };
        /** @description The booking. */
        BookingRead: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                ETag: components["headers"]["ETag"];
                "Cache-Control": components["headers"]["Cache-Control"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Booking"];
            };
        };
        /** @description The person is the only owner (`last_owner`), or hosts what is to come (`member_in_use`); or a call with the same idempotency key is still running. */
        CannotLeave: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Retry-After": components["headers"]["Retry-After-When-Known"];
                "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["LastOwnerProblem"] | components["schemas"]["MemberInUseProblem"] | components["schemas"]["IdempotencyInProgressProblem"];
            };
        };
        /** @description Something in the request is wrong, and `errors` says where and what; or the idempotency key belongs to another request. */
        CommandRefused: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 422;
                    /** @enum {unknown} */
                    code?: "validation_failed" | "idempotency_key_reused";
                };
            };
        };
        /** @description It is deleted. There is no body. */
        Deleted: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description Another member has this e-mail address, or a call with the same idempotency key is still running. */
        EmailTaken: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Retry-After": components["headers"]["Retry-After-When-Known"];
                "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": (components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 409;
                    /** @constant */
                    code?: "email_taken";
                }) | components["schemas"]["IdempotencyInProgressProblem"];
            };
        };
        /** @description The event type. */
        EventTypeRead: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                ETag: components["headers"]["ETag"];
                "Cache-Control": components["headers"]["Cache-Control"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["EventType"];
            };
        };
        /** @description Where to send the person, and what stays here until he is back. */
        FlowStarted: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["StartedFlow"];
            };
        };
        /** @description The credential is valid and may not do this (`forbidden`), or not for a page of this origin (`origin_not_allowed`), or it came as a cookie without the `X-CSRF-Token` that belongs to it (`csrf_token_invalid`). */
        Forbidden: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/docs/problems#forbidden",
                 *       "title": "This is not allowed",
                 *       "status": 403,
                 *       "detail": "This needs the scope bookings:write, which the credential does not have.",
                 *       "instance": "/v1/bookings",
                 *       "code": "forbidden",
                 *       "requestId": "4bf92f3577b34da6",
                 *       "retryable": false,
                 *       "userMessage": "You are not allowed to do this.",
                 *       "errors": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 403;
                    /** @enum {unknown} */
                    code?: "forbidden" | "origin_not_allowed" | "csrf_token_invalid";
                };
            };
        };
        /** @description The credential is valid and may not do this (`forbidden`), or not for a page of this origin (`origin_not_allowed`), or it came as a cookie without its `X-CSRF-Token` (`csrf_token_invalid`), or the person has to prove once more who he is, since the last proof is older than 10 minutes (`step_up_required`, by `POST /v1/auth/step-up`). */
        ForbiddenOrStepUp: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/docs/problems#step_up_required",
                 *       "title": "The person has to prove himself again",
                 *       "status": 403,
                 *       "detail": "This needs a proof of who you are that is not older than 10 minutes.",
                 *       "instance": "/v1/me/totp",
                 *       "code": "step_up_required",
                 *       "requestId": "4bf92f3577b34da6",
                 *       "retryable": false,
                 *       "userMessage": "Please confirm that it is you before you go on.",
                 *       "errors": [],
                 *       "factors": [
                 *         "totp",
                 *         "recovery_code"
                 *       ]
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 403;
                    /** @enum {unknown} */
                    code?: "forbidden" | "origin_not_allowed" | "csrf_token_invalid" | "step_up_required";
                    /** @description With `step_up_required`: the proofs that are taken. None: log in again. */
                    factors?: components["schemas"]["Proof"][];
                };
            };
        };
        /** @description The refresh token came in a cookie, and the request from no page of the app (`csrf_token_invalid`); or a page of another origin has called (`origin_not_allowed`). */
        ForgedRefresh: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/docs/problems#csrf_token_invalid",
                 *       "title": "The request may be forged",
                 *       "status": 403,
                 *       "detail": "What comes by a cookie must come from a page of the app: its Origin is none of the app's.",
                 *       "instance": "/v1/auth/refresh",
                 *       "code": "csrf_token_invalid",
                 *       "requestId": "4bf92f3577b34da6",
                 *       "retryable": false,
                 *       "userMessage": "This page is out of date. Please load it again.",
                 *       "errors": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 403;
                    /** @enum {unknown} */
                    code?: "csrf_token_invalid" | "origin_not_allowed";
                };
            };
        };
        /** @description All is well. */
        Healthy: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Cache-Control": components["headers"]["Cache-Control"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "status": "ok"
                 *     }
                 */
                "application/json": components["schemas"]["Health"];
            };
        };
        /** @description The hold is over, or a call with the same idempotency key is still running. */
        HoldOver: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Retry-After": components["headers"]["Retry-After-When-Known"];
                "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["HoldOverProblem"] | components["schemas"]["IdempotencyInProgressProblem"];
            };
        };
        /** @description A call with the same idempotency key is still running. */
        IdempotencyInProgress: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Retry-After": components["headers"]["Retry-After-When-Known"];
                "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["IdempotencyInProgressProblem"];
            };
        };
        /** @description Another account has this identity (`identity_taken`), or the person has as many as there can be (`limit_reached`). Or a call with the same idempotency key is still running (`idempotency_in_progress`). */
        IdentityTaken: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/docs/problems#identity_taken",
                 *       "title": "The identity is taken",
                 *       "status": 409,
                 *       "detail": "This identity is linked with another account.",
                 *       "instance": "/v1/me/identities/google/finish",
                 *       "code": "identity_taken",
                 *       "requestId": "4bf92f3577b34da6",
                 *       "retryable": false,
                 *       "userMessage": "This is linked with another account already.",
                 *       "errors": []
                 *     }
                 */
                "application/problem+json": (components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 409;
                    /** @constant */
                    code?: "identity_taken";
                }) | components["schemas"]["LimitReachedProblem"] | components["schemas"]["IdempotencyInProgressProblem"];
            };
        };
        /** @description The token is unknown, has expired or was used. */
        InvalidOneTimeToken: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/docs/problems#invalid_one_time_token",
                 *       "title": "The link does not work any more",
                 *       "status": 401,
                 *       "detail": "The token is unknown, has expired or was used.",
                 *       "instance": "/v1/auth/reset-password",
                 *       "code": "invalid_one_time_token",
                 *       "requestId": "4bf92f3577b34da6",
                 *       "retryable": false,
                 *       "userMessage": "This link does not work any more. Please ask for another.",
                 *       "errors": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 401;
                    /** @constant */
                    code?: "invalid_one_time_token";
                };
            };
        };
        /** @description The passkey is unknown, or of nobody in the organisation, or its answer is wrong. It is not said which. Or the password of the person was changed at the same moment (`invalid_credentials`). */
        InvalidPasskey: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/docs/problems#invalid_passkey",
                 *       "title": "The passkey was not accepted",
                 *       "status": 401,
                 *       "detail": "The passkey is unknown, or its answer is not the right one to a challenge of ours.",
                 *       "instance": "/v1/auth/log-in-with-passkey",
                 *       "code": "invalid_passkey",
                 *       "requestId": "4bf92f3577b34da6",
                 *       "retryable": false,
                 *       "userMessage": "This passkey was not accepted. Please try again, or sign in another way.",
                 *       "errors": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 401;
                    /** @enum {unknown} */
                    code?: "invalid_passkey" | "invalid_credentials";
                };
            };
        };
        /** @description The refresh token is unknown or was used before, or its session is over. Log in again. */
        InvalidRefreshToken: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/docs/problems#invalid_refresh_token",
                 *       "title": "The session is over",
                 *       "status": 401,
                 *       "detail": "The refresh token is unknown or was used before, or its session is over.",
                 *       "instance": "/v1/auth/refresh",
                 *       "code": "invalid_refresh_token",
                 *       "requestId": "4bf92f3577b34da6",
                 *       "retryable": false,
                 *       "userMessage": "Please sign in again.",
                 *       "errors": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 401;
                    /** @constant */
                    code?: "invalid_refresh_token";
                };
            };
        };
        /** @description The token is unknown, has expired or was used. Log in with the provider once more. */
        InvalidSignUpToken: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/docs/problems#invalid_sign_up_token",
                 *       "title": "The sign-up has to begin again",
                 *       "status": 401,
                 *       "detail": "The sign-up token is unknown, has expired or was used.",
                 *       "instance": "/v1/auth/social/request-email-verification",
                 *       "code": "invalid_sign_up_token",
                 *       "requestId": "4bf92f3577b34da6",
                 *       "retryable": false,
                 *       "userMessage": "This took too long. Please start again.",
                 *       "errors": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 401;
                    /** @constant */
                    code?: "invalid_sign_up_token";
                };
            };
        };
        /** @description The invitation. */
        InvitationChanged: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Invitation"];
            };
        };
        /** @description The invitation was accepted or revoked, or a call with the same idempotency key is still running. */
        InvitationClosed: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Retry-After": components["headers"]["Retry-After-When-Known"];
                "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": (components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 409;
                    /** @constant */
                    code?: "invitation_closed";
                }) | components["schemas"]["IdempotencyInProgressProblem"];
            };
        };
        /** @description The invitation. */
        InvitationRead: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Invitation"];
            };
        };
        /** @description Nothing else would be left to log in by. */
        LastLogInMethod: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/docs/problems#last_log_in_method",
                 *       "title": "It is the last way to log in",
                 *       "status": 409,
                 *       "detail": "Nothing else would be left to log in by. Set a password, link another identity or add a passkey first.",
                 *       "instance": "/v1/me/identities/idn_01k9q3y6h4j5k6m7n8p9q0r1st",
                 *       "code": "last_log_in_method",
                 *       "requestId": "4bf92f3577b34da6",
                 *       "retryable": false,
                 *       "userMessage": "This is your last way to sign in. Please set a password first.",
                 *       "errors": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 409;
                    /** @constant */
                    code?: "last_log_in_method";
                };
            };
        };
        /** @description The organisation would be without an owner. */
        LastOwner: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["LastOwnerProblem"];
            };
        };
        /** @description There are as many as there can be (`limit_reached`), or a call with the same idempotency key is still running. */
        LimitReached: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Retry-After": components["headers"]["Retry-After-When-Known"];
                "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["LimitReachedProblem"] | components["schemas"]["IdempotencyInProgressProblem"];
            };
        };
        /** @description The address belongs to an account, or the identity does by now. Its owner logs in as he is used to. */
        LinkNeeded: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/docs/problems#link_needed",
                 *       "title": "An account has this address",
                 *       "status": 409,
                 *       "detail": "An account has this e-mail address. Its owner logs in as he is used to, and links this identity with it.",
                 *       "instance": "/v1/auth/social/sign-up",
                 *       "code": "link_needed",
                 *       "requestId": "4bf92f3577b34da6",
                 *       "retryable": false,
                 *       "userMessage": "You have an account already. Please sign in as you are used to; you can link this way in then.",
                 *       "errors": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 409;
                    /** @constant */
                    code?: "link_needed";
                };
            };
        };
        /** @description There is no valid credential (`unauthenticated`, `token_expired`). Or the flow is unknown, has expired, was finished, or belongs to another browser or person (`invalid_flow_token`), or the provider has sent an error, or what it has sent proves nothing (`identity_not_proven`): begin once more. */
        LinkingRefused: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/docs/problems#invalid_flow_token",
                 *       "title": "The flow has to begin again",
                 *       "status": 401,
                 *       "detail": "The flow is unknown, has expired, was finished, or belongs to another browser. Start another.",
                 *       "instance": "/v1/me/identities/google/finish",
                 *       "code": "invalid_flow_token",
                 *       "requestId": "4bf92f3577b34da6",
                 *       "retryable": false,
                 *       "userMessage": "This took too long, or was opened twice. Please start again.",
                 *       "errors": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & components["schemas"]["SocialProblem"] & {
                    /** @constant */
                    status?: 401;
                    /** @enum {unknown} */
                    code?: "invalid_flow_token" | "identity_not_proven" | "unauthenticated" | "token_expired";
                };
            };
        };
        /** @description Where to send the person, and what stays here until he is back. An answer that is repeated under its idempotency key has neither: begin once more, under another key. */
        LinkingStarted: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["StartedLinking"];
            };
        };
        /** @description The address, the password, or the organisation for them, is wrong; it is not said which (`invalid_credentials`). Or they are right, and the person has a second factor (`second_factor_required`). */
        LogInRefused: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & components["schemas"]["SecondFactorChallenge"] & {
                    /** @constant */
                    status?: 401;
                    /** @enum {unknown} */
                    code?: "invalid_credentials" | "second_factor_required";
                };
            };
        };
        /** @description The tokens, with the session and the member that they stand for. With `transport: cookie` the tokens are in two cookies and not in the body. */
        LoggedIn: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Set-Cookie": components["headers"]["Set-Cookie"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["LoggedIn"];
            };
        };
        /** @description The profile. */
        MeRead: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Me"];
            };
        };
        /** @description The member. */
        MemberRead: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                ETag: components["headers"]["ETag"];
                "Cache-Control": components["headers"]["Cache-Control"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Member"];
            };
        };
        /** @description The member is the only owner (`last_owner`), or hosts what is to come (`member_in_use`). */
        MemberStays: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["LastOwnerProblem"] | components["schemas"]["MemberInUseProblem"];
            };
        };
        /** @description Nobody here has this identity. It may sign up (`sign_up_needed`). Or its address, for which the provider vouches, belongs to an account (`link_needed`): its owner logs in as he is used to, and links the identity then. */
        NoAccountYet: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/docs/problems#sign_up_needed",
                 *       "title": "There is no account yet",
                 *       "status": 409,
                 *       "detail": "Nobody has an account with this identity. Sign up with the signUpToken.",
                 *       "instance": "/v1/auth/social/google/finish",
                 *       "code": "sign_up_needed",
                 *       "requestId": "4bf92f3577b34da6",
                 *       "retryable": false,
                 *       "signUpToken": "hf_su_EXAMPLE_ONLY",
                 *       "expiresAt": "2026-11-11T11:00:00.000Z",
                 *       "email": "grace@example.com",
                 *       "emailVerified": true,
                 *       "name": "Grace Hopper",
                 *       "userMessage": "You have no account yet. Please sign up.",
                 *       "errors": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & components["schemas"]["SignUpOffer"] & {
                    /** @constant */
                    status?: 409;
                    /** @enum {unknown} */
                    code?: "sign_up_needed" | "link_needed";
                };
            };
        };
        /** @description There is no such thing, or it is not yours to see. */
        NotFound: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/docs/problems#not_found",
                 *       "title": "There is no such thing",
                 *       "status": 404,
                 *       "detail": "There is no such booking.",
                 *       "instance": "/v1/bookings/bkg_01kb2x8e4sf3tbm2x0qz6c4a1d",
                 *       "code": "not_found",
                 *       "requestId": "4bf92f3577b34da6",
                 *       "retryable": false,
                 *       "userMessage": "We could not find what you are looking for.",
                 *       "errors": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 404;
                    /** @constant */
                    code?: "not_found";
                };
            };
        };
        /** @description The address is a member's (`email_taken`) or invited already (`invitation_exists`), there are as many open invitations as there can be (`limit_reached`), or a call with the same idempotency key is still running. */
        NotInvited: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Retry-After": components["headers"]["Retry-After-When-Known"];
                "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": (components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 409;
                    /** @constant */
                    code?: "email_taken";
                }) | (components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 409;
                    /** @constant */
                    code?: "invitation_exists";
                    /** @description The one that is open. */
                    invitationId: components["schemas"]["InvitationId"];
                }) | components["schemas"]["LimitReachedProblem"] | components["schemas"]["IdempotencyInProgressProblem"];
            };
        };
        /** @description There is a free time (`time_available`), as many wait as can (`limit_reached`), or a call with the same idempotency key is still running. */
        NotJoined: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Retry-After": components["headers"]["Retry-After-When-Known"];
                "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["TimeAvailableProblem"] | components["schemas"]["LimitReachedProblem"] | components["schemas"]["IdempotencyInProgressProblem"];
            };
        };
        /** @description Nothing has changed since the `ETag` that was sent. */
        NotModified: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                ETag: components["headers"]["ETag"];
                "Cache-Control": components["headers"]["Cache-Control"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The endpoint is disabled, or the event is no longer kept; or a call with the same idempotency key is still running. */
        NotReplayable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Retry-After": components["headers"]["Retry-After-When-Known"];
                "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": (components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 409;
                    /** @constant */
                    code?: "webhook_endpoint_disabled";
                }) | (components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 409;
                    /** @constant */
                    code?: "event_expired";
                }) | components["schemas"]["IdempotencyInProgressProblem"];
            };
        };
        /** @description Nothing is offered, or no longer (`no_offer`), the booker has as many bookings as limits allow (`slot_unavailable`), or a call with the same idempotency key is still running. */
        NothingOffered: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Retry-After": components["headers"]["Retry-After-When-Known"];
                "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": (components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 409;
                    /** @constant */
                    code?: "no_offer";
                }) | components["schemas"]["SlotUnavailableProblem"] | components["schemas"]["IdempotencyInProgressProblem"];
            };
        };
        /** @description The organisation. */
        OrganisationRead: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                ETag: components["headers"]["ETag"];
                "Cache-Control": components["headers"]["Cache-Control"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Organisation"];
            };
        };
        /** @description The body is too large. */
        PayloadTooLarge: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/docs/problems#payload_too_large",
                 *       "title": "The body is too large",
                 *       "status": 413,
                 *       "detail": "The body is larger than 100 kB.",
                 *       "instance": "/v1/bookings",
                 *       "code": "payload_too_large",
                 *       "requestId": "4bf92f3577b34da6",
                 *       "retryable": false,
                 *       "userMessage": "That is too much at once.",
                 *       "errors": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 413;
                    /** @constant */
                    code?: "payload_too_large";
                };
            };
        };
        /** @description The resource has changed since the version that `If-Match` names. Nothing was done. */
        PreconditionFailed: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/docs/problems#stale_version",
                 *       "title": "It has changed in the meantime",
                 *       "status": 412,
                 *       "detail": "If-Match names version 3, the current version is 4.",
                 *       "instance": "/v1/bookings/bkg_01kb2x8e4sf3tbm2x0qz6c4a1d",
                 *       "code": "stale_version",
                 *       "requestId": "4bf92f3577b34da6",
                 *       "retryable": false,
                 *       "userMessage": "Somebody else has changed this in the meantime. Please look at it again.",
                 *       "errors": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 412;
                    /** @constant */
                    code?: "stale_version";
                };
            };
        };
        /** @description The provider does not answer, or not as it should (`provider_unavailable`). Or this server is too busy, or its database does not answer. */
        ProviderUnavailable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/docs/problems#provider_unavailable",
                 *       "title": "The provider does not answer",
                 *       "status": 503,
                 *       "detail": "The provider does not answer, or not as it should.",
                 *       "instance": "/v1/auth/social/google/start",
                 *       "code": "provider_unavailable",
                 *       "requestId": "4bf92f3577b34da6",
                 *       "retryable": true,
                 *       "retryAfterSeconds": 5,
                 *       "userMessage": "Google cannot be reached right now. Please try again in a moment, or sign in another way.",
                 *       "errors": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 503;
                    /** @enum {unknown} */
                    code?: "provider_unavailable" | "overloaded" | "unavailable";
                };
            };
        };
        /** @description Too much was asked in a short time: by this credential, from this address, or for this account. Nothing was done. `RateLimit` says which budget is spent; repeat it after the time that `Retry-After` says, with the same `Idempotency-Key`. */
        RateLimited: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/docs/problems#rate_limited",
                 *       "title": "Too many requests",
                 *       "status": 429,
                 *       "detail": "The budget minute is spent: there is more in 12 s.",
                 *       "instance": "/v1/bookings",
                 *       "code": "rate_limited",
                 *       "requestId": "4bf92f3577b34da6",
                 *       "retryable": true,
                 *       "retryAfterSeconds": 12,
                 *       "userMessage": "That was too much in a short time. Please wait a moment.",
                 *       "errors": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 429;
                    /** @constant */
                    code?: "rate_limited";
                };
            };
        };
        /** @description Requests can be served. */
        Ready: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Cache-Control": components["headers"]["Cache-Control"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "status": "ok",
                 *       "events": {
                 *         "waiting": 0,
                 *         "oldestSeconds": 0
                 *       },
                 *       "integrations": {
                 *         "smtp": "closed"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Readiness"];
            };
        };
        /** @description The connection. */
        ReceiverConnectionRead: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                ETag: components["headers"]["ETag"];
                "Cache-Control": components["headers"]["Cache-Control"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ReceiverConnection"];
            };
        };
        /** @description An event type needs the resource, or a booking takes it. */
        ResourceInUse: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/docs/problems#resource_in_use",
                 *       "title": "The resource is in use",
                 *       "status": 409,
                 *       "detail": "An event type needs this resource.",
                 *       "instance": "/v1/resources/res_01k9q3z8p5f2rbn4x6y7c0d1ef",
                 *       "code": "resource_in_use",
                 *       "requestId": "4bf92f3577b34da6",
                 *       "retryable": false,
                 *       "userMessage": "This is still in use.",
                 *       "errors": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 409;
                    /** @constant */
                    code?: "resource_in_use";
                };
            };
        };
        /** @description The resource. */
        ResourceRead: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                ETag: components["headers"]["ETag"];
                "Cache-Control": components["headers"]["Cache-Control"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Resource"];
            };
        };
        /** @description An event type uses the schedule. */
        ScheduleInUse: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/docs/problems#schedule_in_use",
                 *       "title": "The schedule is in use",
                 *       "status": 409,
                 *       "detail": "An event type uses this schedule.",
                 *       "instance": "/v1/schedules/sch_01k9q3z8p5f2rbn4x6y7c0d1ef",
                 *       "code": "schedule_in_use",
                 *       "requestId": "4bf92f3577b34da6",
                 *       "retryable": false,
                 *       "userMessage": "These hours are still in use.",
                 *       "errors": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 409;
                    /** @constant */
                    code?: "schedule_in_use";
                };
            };
        };
        /** @description The schedule. */
        ScheduleRead: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                ETag: components["headers"]["ETag"];
                "Cache-Control": components["headers"]["Cache-Control"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Schedule"];
            };
        };
        /** @description The token is unknown, has expired, was used or was tried too often (`invalid_challenge`: log in again), or the code is wrong or was used before (`invalid_second_factor`: try another). */
        SecondFactorRefused: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/docs/problems#invalid_second_factor",
                 *       "title": "The second factor is wrong",
                 *       "status": 401,
                 *       "detail": "The code is wrong, or was used before.",
                 *       "instance": "/v1/auth/second-factor",
                 *       "code": "invalid_second_factor",
                 *       "requestId": "4bf92f3577b34da6",
                 *       "retryable": false,
                 *       "userMessage": "This code is wrong, or was used before. Please try another.",
                 *       "errors": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 401;
                    /** @enum {unknown} */
                    code?: "invalid_challenge" | "invalid_second_factor";
                };
            };
        };
        /** @description A booking is in a state that cannot be moved, or new times cannot be booked, or a call with the same idempotency key is still running. */
        SeriesNotReschedulable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Retry-After": components["headers"]["Retry-After-When-Known"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["SeriesUnavailableProblem"] | (components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 409;
                    /** @constant */
                    code?: "booking_not_reschedulable";
                }) | components["schemas"]["IdempotencyInProgressProblem"];
            };
        };
        /** @description Times of the series cannot be booked, or a call with the same idempotency key is still running. */
        SeriesUnavailable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Retry-After": components["headers"]["Retry-After-When-Known"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["SeriesUnavailableProblem"] | components["schemas"]["IdempotencyInProgressProblem"];
            };
        };
        /** @description This server takes nobody who was not invited. */
        SignUpClosed: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/docs/problems#sign_up_closed",
                 *       "title": "Nobody can sign up here",
                 *       "status": 403,
                 *       "detail": "This server takes nobody who was not invited.",
                 *       "instance": "/v1/auth/sign-up",
                 *       "code": "sign_up_closed",
                 *       "requestId": "4bf92f3577b34da6",
                 *       "retryable": false,
                 *       "userMessage": "You can only join by invitation.",
                 *       "errors": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 403;
                    /** @constant */
                    code?: "sign_up_closed";
                };
            };
        };
        /** @description The token is unknown, has expired or was used (`invalid_one_time_token`), or the password is not the one of the sign-up (`invalid_credentials`). After that the token is still good. Or the person was known here before, and has a second factor (`second_factor_required`): he is signed up, and logs in by it. */
        SignUpNotCompleted: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/docs/problems#invalid_one_time_token",
                 *       "title": "The link does not work any more",
                 *       "status": 401,
                 *       "detail": "The token is unknown, has expired or was used.",
                 *       "instance": "/v1/auth/complete-sign-up",
                 *       "code": "invalid_one_time_token",
                 *       "requestId": "4bf92f3577b34da6",
                 *       "retryable": false,
                 *       "userMessage": "This link does not work any more. Please ask for another.",
                 *       "errors": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & components["schemas"]["SecondFactorChallenge"] & {
                    /** @constant */
                    status?: 401;
                    /** @enum {unknown} */
                    code?: "invalid_one_time_token" | "invalid_credentials" | "second_factor_required";
                };
            };
        };
        /** @description The time cannot be booked, or a call with the same idempotency key is still running. */
        SlotUnavailable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Retry-After": components["headers"]["Retry-After-When-Known"];
                "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["SlotUnavailableProblem"] | components["schemas"]["HoldOverProblem"] | components["schemas"]["IdempotencyInProgressProblem"];
            };
        };
        /** @description Another event type has this slug. */
        SlugTaken: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["SlugTakenProblem"];
            };
        };
        /** @description Another event type has this slug, or a call with the same idempotency key is still running. */
        SlugTakenOrInProgress: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Retry-After": components["headers"]["Retry-After-When-Known"];
                "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["SlugTakenProblem"] | components["schemas"]["IdempotencyInProgressProblem"];
            };
        };
        /** @description The flow is unknown, has expired, was finished or belongs to another browser (`invalid_flow_token`), or the provider has sent an error, or what it has sent proves nothing (`identity_not_proven`): begin once more. Or the person has a second factor (`second_factor_required`). */
        SocialLogInRefused: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/docs/problems#invalid_flow_token",
                 *       "title": "The flow has to begin again",
                 *       "status": 401,
                 *       "detail": "The flow is unknown, has expired, was finished, or belongs to another browser. Start another.",
                 *       "instance": "/v1/auth/social/google/finish",
                 *       "code": "invalid_flow_token",
                 *       "requestId": "4bf92f3577b34da6",
                 *       "retryable": false,
                 *       "userMessage": "This took too long, or was opened twice. Please start again.",
                 *       "errors": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & components["schemas"]["SecondFactorChallenge"] & components["schemas"]["SocialProblem"] & {
                    /** @constant */
                    status?: 401;
                    /** @enum {unknown} */
                    code?: "invalid_flow_token" | "identity_not_proven" | "second_factor_required" | "invalid_credentials";
                };
            };
        };
        /** @description The sign-up token is unknown, has expired or was used (`invalid_sign_up_token`: log in with the provider once more), or that of the mail is not the last one (`invalid_one_time_token`). Or the person was known here before, and has a second factor (`second_factor_required`): he is signed up, and logs in by it. */
        SocialSignUpRefused: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/docs/problems#invalid_sign_up_token",
                 *       "title": "The sign-up has to begin again",
                 *       "status": 401,
                 *       "detail": "The sign-up token is unknown, has expired or was used.",
                 *       "instance": "/v1/auth/social/sign-up",
                 *       "code": "invalid_sign_up_token",
                 *       "requestId": "4bf92f3577b34da6",
                 *       "retryable": false,
                 *       "userMessage": "This took too long. Please start again.",
                 *       "errors": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & components["schemas"]["SecondFactorChallenge"] & {
                    /** @constant */
                    status?: 401;
                    /** @enum {unknown} */
                    code?: "invalid_sign_up_token" | "invalid_one_time_token" | "invalid_credentials" | "second_factor_required";
                };
            };
        };
        /** @description The tokens, with the session and the member that they stand for, and where the person was. With `transport: cookie` the tokens are in two cookies and not in the body. */
        SociallyLoggedIn: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Set-Cookie": components["headers"]["Set-Cookie"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SociallyLoggedIn"];
            };
        };
        /** @description There are as many live holds as this address, attendee or key may have, or too much was asked in a short time. Nothing was done; repeat it after the time that `Retry-After` says, with the same `Idempotency-Key`. */
        TooManyHolds: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/docs/problems#too_many_holds",
                 *       "title": "Too many times are held",
                 *       "status": 429,
                 *       "detail": "There are as many live holds as there may be: one of them ends in 210 s.",
                 *       "instance": "/v1/holds",
                 *       "code": "too_many_holds",
                 *       "requestId": "4bf92f3577b34da6",
                 *       "retryable": true,
                 *       "retryAfterSeconds": 210,
                 *       "userMessage": "You are keeping several times free already. Please book one of them, or wait a few minutes.",
                 *       "errors": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 429;
                    /** @enum {unknown} */
                    code?: "too_many_holds" | "rate_limited";
                };
            };
        };
        /** @description There is no valid credential, or the access token has expired and a new one can be had by a refresh. */
        Unauthenticated: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/docs/problems#unauthenticated",
                 *       "title": "A valid credential is needed",
                 *       "status": 401,
                 *       "detail": "The API key is unknown, revoked or expired.",
                 *       "instance": "/v1/bookings",
                 *       "code": "unauthenticated",
                 *       "requestId": "4bf92f3577b34da6",
                 *       "retryable": false,
                 *       "userMessage": "Please sign in again.",
                 *       "errors": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 401;
                    /** @enum {unknown} */
                    code?: "unauthenticated" | "token_expired";
                };
            };
        };
        /** @description The server cannot answer now. Repeat it after the time that `Retry-After` says, with the same `Idempotency-Key`; without one, a command may have been done. */
        Unavailable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/docs/problems#overloaded",
                 *       "title": "The server is busy",
                 *       "status": 503,
                 *       "detail": "All database connections are in use.",
                 *       "instance": "/v1/bookings",
                 *       "code": "overloaded",
                 *       "requestId": "4bf92f3577b34da6",
                 *       "retryable": true,
                 *       "retryAfterSeconds": 1,
                 *       "userMessage": "We are very busy right now. Please try again in a moment.",
                 *       "errors": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 503;
                    /** @enum {unknown} */
                    code?: "overloaded" | "unavailable";
                };
            };
        };
        /** @description Any other problem: 403 when a page of a foreign origin sends what needs no credential, 405 with `Allow` when the path does not know the method, 500 when the server has failed in a way that it did not expect. */
        Unexpected: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                Allow: components["headers"]["Allow"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/docs/problems#internal_error",
                 *       "title": "The server has failed",
                 *       "status": 500,
                 *       "detail": "An unexpected error; it is in our log under the request id.",
                 *       "instance": "/v1/bookings",
                 *       "code": "internal_error",
                 *       "requestId": "4bf92f3577b34da6",
                 *       "retryable": true,
                 *       "userMessage": "Something went wrong on our side. Please try again.",
                 *       "errors": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    status?: 403 | 405 | 500;
                    /** @enum {unknown} */
                    code?: "origin_not_allowed" | "method_not_allowed" | "internal_error";
                };
            };
        };
        /** @description The body is not announced as `application/json` in UTF-8. */
        UnsupportedMediaType: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/docs/problems#unsupported_media_type",
                 *       "title": "The content type is not supported",
                 *       "status": 415,
                 *       "detail": "Send the body as application/json.",
                 *       "instance": "/v1/bookings",
                 *       "code": "unsupported_media_type",
                 *       "requestId": "4bf92f3577b34da6",
                 *       "retryable": false,
                 *       "userMessage": "Something went wrong on our side. Please try again.",
                 *       "errors": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 415;
                    /** @constant */
                    code?: "unsupported_media_type";
                };
            };
        };
        /** @description Something in the request is wrong. `errors` says where and what. */
        ValidationFailed: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 422;
                    /** @constant */
                    code?: "validation_failed";
                };
            };
        };
        /** @description The endpoint is disabled; or a call with the same idempotency key is still running. */
        WebhookEndpointDisabled: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Retry-After": components["headers"]["Retry-After-When-Known"];
                "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": (components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 409;
                    /** @constant */
                    code?: "webhook_endpoint_disabled";
                }) | components["schemas"]["IdempotencyInProgressProblem"];
            };
        };
        /** @description The endpoint. */
        WebhookEndpointRead: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                ETag: components["headers"]["ETag"];
                "Cache-Control": components["headers"]["Cache-Control"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["WebhookEndpoint"];
            };
        };
    };
    parameters: {
        /**
         * @description The API key's id. Anything that is not the id of a key you may see is answered 404.
         * @example key_01k9q3y6h4j5k6m7n8p9q0r1st
         */
        ApiKeyId: string;
        /**
         * @description The attendee's id. Anything that is not the id of somebody who takes part in this booking is answered 404.
         * @example att_01kb2x8e4sf3tbm2x0qz6c4a1e
         */
        AttendeeId: string;
        /**
         * @description The block's id. Anything that is not the id of a block you may see is answered 404.
         * @example blk_01k9q3z8p5f2rbn4x6y7c0d1ef
         */
        BlockId: string;
        /**
         * @description The booking's id. Anything that is not the id of a booking you may see is answered 404.
         * @example bkg_01kb2x8e4sf3tbm2x0qz6c4a1d
         */
        BookingId: string;
        /**
         * @description The `nextCursor` of the page before. It belongs to the same filters and order.
         * @example eyJzIjoiMjAyNi0xMi0wMVQwOTowMDowMC4wMDBaIn0
         */
        Cursor: string;
        /**
         * @description The dead letter's id. Anything that is not the id of a dead letter you may see is answered 404.
         * @example job_01k9q3y6h4j5k6m7n8p9q0r1st
         */
        DeadLetterId: string;
        /**
         * @description True lists the deleted ones instead of the active ones.
         * @example false
         */
        Deleted: boolean;
        /**
         * @description The device's id. Anything that is not the id of a device of your own is answered 404.
         * @example pdv_01k9q4a6h4j5k6m7n8p9q0r1st
         */
        DeviceId: string;
        /**
         * @description The event type's id. Anything that is not the id of an event type you may see is answered 404.
         * @example evt_01k9q4m2r7e8tav3w5y6z0b1cd
         */
        EventTypeId: string;
        /**
         * @description The group session's id. Anything that is not the id of a group session you may see is answered 404.
         * @example gse_01k9q3z8p5f2rbn4x6y7c0d1ef
         */
        GroupSessionId: string;
        /**
         * @description The hold's id. Anything that is not the id of a hold you may see is answered 404.
         * @example hld_01kb2x7m3sf3tbm2x0qz6c4a1d
         */
        HoldId: string;
        /**
         * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
         * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
         */
        IdempotencyKey: string;
        /**
         * @description The identity's id. Anything that is not the id of an identity of your own is answered 404.
         * @example idn_01k9q3y6h4j5k6m7n8p9q0r1st
         */
        IdentityId: string;
        /**
         * @description The `ETag` that you last read. When the resource has changed since, nothing is done and the answer is 412.
         * @example "3"
         */
        IfMatch: string;
        /**
         * @description The `ETag` that you last read. When nothing has changed since, the answer is 304 without a body.
         * @example "3"
         */
        IfNoneMatch: string;
        /**
         * @description The invitation's id. Anything that is not the id of an invitation you may see is answered 404.
         * @example inv_01k9q3y6h4j5k6m7n8p9q0r1st
         */
        InvitationId: string;
        /**
         * @description How many a page holds at most.
         * @example 20
         */
        Limit: number;
        /**
         * @description The member's id. Anything that is not the id of a member you may see is answered 404.
         * @example mem_01k9q3x1a2b3c4d5e6f7g8h9jk
         */
        MemberId: string;
        /**
         * @description The passkey's id. Anything that is not the id of a passkey of your own is answered 404.
         * @example psk_01k9q4a6h4j5k6m7n8p9q0r1st
         */
        PasskeyId: string;
        /**
         * @description Which provider. Anything that is not set up on this server is answered 404.
         * @example google
         */
        Provider: string;
        /**
         * @description The received event's id. Anything that is not the id of a received event you may see is answered 404.
         * @example rev_01kb2x8e4sf3tbm2x0qz6c4a1d
         */
        ReceivedEventId: string;
        /**
         * @description The receiver connection's id. Anything that is not the id of a receiver connection you may see is answered 404.
         * @example rcn_01k9q3y6h4j5k6m7n8p9q0r1st
         */
        ReceiverConnectionId: string;
        /**
         * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
         * @example 4bf92f3577b34da6
         */
        RequestId: string;
        /**
         * @description The resource's id. Anything that is not the id of a resource you may see is answered 404.
         * @example res_01k9q3z8p5f2rbn4x6y7c0d1ef
         */
        ResourceId: string;
        /**
         * @description The schedule's id. Anything that is not the id of a schedule you may see is answered 404.
         * @example sch_01k9q3z8p5f2rbn4x6y7c0d1ef
         */
        ScheduleId: string;
        /**
         * @description The id of the series. Anything that is not the id of a series you may see is answered 404.
         * @example srs_01kb2x8e4sf3tbm2x0qz6c4a1d
         */
        SeriesId: string;
        /**
         * @description The session's id. Anything that is not the id of a session of your own is answered 404.
         * @example dev_01k9q3y6h4j5k6m7n8p9q0r1st
         */
        SessionId: string;
        /**
         * @description The entry's id. Anything that is not the id of an entry you may see is answered 404.
         * @example wle_01kb2x9c7df3tbm2x0qz6c4a1d
         */
        WaitingListEntryId: string;
        /**
         * @description The webhook delivery's id. Anything that is not the id of a webhook delivery you may see is answered 404.
         * @example whd_01kb2x8e4sf3tbm2x0qz6c4a1d
         */
        WebhookDeliveryId: string;
        /**
         * @description The webhook endpoint's id. Anything that is not the id of a webhook endpoint you may see is answered 404.
         * @example whe_01k9q3y6h4j5k6m7n8p9q0r1st
         */
        WebhookEndpointId: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description On 405, the methods that this path knows.
         * @example GET, POST
         */
        Allow: string;
        /**
         * @description How long the answer may be kept, and by whom.
         * @example private, no-cache
         */
        "Cache-Control": string;
        /**
         * @description Names this state of the resource. Send it as `If-None-Match` to re-read and as `If-Match` to change.
         * @example "3"
         */
        ETag: string;
        /**
         * @description Present, with the value true, when this answer was kept from an earlier call with the same idempotency key.
         * @example true
         */
        "Idempotency-Replayed": "true";
        /**
         * @description The path of what was created.
         * @example /v1/bookings/bkg_01kb2x8e4sf3tbm2x0qz6c4a1d
         */
        Location: string;
        /**
         * @description What is left of each of these budgets (`r`), and in how many seconds there is more (`t`).
         * @example "minute";r=598;t=1, "hour";r=11640;t=1
         */
        RateLimit: string;
        /**
         * @description The budgets that this request was counted in: of each its name, what it holds (`q`) and the seconds in which an empty one is whole again (`w`) (draft-ietf-httpapi-ratelimit-headers-10).
         * @example "minute";q=600;w=60, "hour";q=12000;w=3600
         */
        "RateLimit-Policy": string;
        /**
         * @description Seconds to wait before the next try.
         * @example 1
         */
        "Retry-After": number;
        /**
         * @description Seconds to wait before the next try, when that is known.
         * @example 1
         */
        "Retry-After-When-Known": number;
        /**
         * @description Two of them, with `transport: cookie` and where a session in cookies has ended: `__Host-hf_access` and `__Secure-hf_refresh`, which scripts cannot read (RFC 6265).
         * @example __Host-hf_access=...; Max-Age=900; Path=/; HttpOnly; Secure; SameSite=Lax
         */
        "Set-Cookie": string;
        /**
         * @description The way to authenticate (RFC 6750).
         * @example Bearer realm="holdfast"
         */
        "WWW-Authenticate": string;
        /**
         * @description The id of this request, yours or one of ours. Name it when you ask for help.
         * @example 4bf92f3577b34da6
         */
        "X-Request-Id": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listBookings: {
        parameters: {
            query?: {
                /**
                 * @description Only bookings in one of these states.
                 * @example [
                 *       "pending",
                 *       "confirmed"
                 *     ]
                 */
                status?: components["schemas"]["BookingStatus"][];
                /**
                 * @description Only bookings that start at this moment or later. A plus sign in the offset is written `%2B`.
                 * @example 2026-12-01T00:00:00Z
                 */
                from?: components["schemas"]["InstantInput"];
                /**
                 * @description Only bookings that start before this moment.
                 * @example 2027-01-01T00:00:00Z
                 */
                to?: components["schemas"]["InstantInput"];
                /**
                 * @description Only bookings of this event type.
                 * @example evt_01k9q4m2r7e8tav3w5y6z0b1cd
                 */
                eventTypeId?: components["schemas"]["EventTypeId"];
                /**
                 * @description Only bookings with this host.
                 * @example mem_01k9q3x1a2b3c4d5e6f7g8h9jk
                 */
                hostId?: components["schemas"]["MemberId"];
                /**
                 * @description Only bookings that have shared this time of a group event.
                 * @example gse_01k9q3z8p5f2rbn4x6y7c0d1ef
                 */
                groupSessionId?: components["schemas"]["GroupSessionId"];
                /**
                 * @description Only bookings of this series.
                 * @example srs_01kb2x8e4sf3tbm2x0qz6c4a1d
                 */
                seriesId?: components["schemas"]["SeriesId"];
                /**
                 * @description Earliest first, or latest first with a leading hyphen.
                 * @example starts_at
                 */
                order?: "starts_at" | "-starts_at";
                /**
                 * @description How many a page holds at most.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description The `nextCursor` of the page before. It belongs to the same filters and order.
                 * @example eyJzIjoiMjAyNi0xMi0wMVQwOTowMDowMC4wMDBaIn0
                 */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description Heavy objects to fill in. `host` fills `hosts` and needs members:read, `eventType` needs event_types:read.
                 * @example [
                 *       "host"
                 *     ]
                 */
                expand?: ("host" | "eventType")[];
            };
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of bookings. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    createBooking: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateBooking"];
            };
        };
        responses: {
            201: components["responses"]["BookingCreated"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["SlotUnavailable"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    getBooking: {
        parameters: {
            query?: {
                /**
                 * @description Heavy objects to fill in. `host` fills `hosts` and needs members:read, `eventType` needs event_types:read.
                 * @example [
                 *       "host",
                 *       "history"
                 *     ]
                 */
                expand?: ("host" | "eventType" | "history")[];
            };
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description The `ETag` that you last read. When nothing has changed since, the answer is 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description The booking's id. Anything that is not the id of a booking you may see is answered 404.
                 * @example bkg_01kb2x8e4sf3tbm2x0qz6c4a1d
                 */
                bookingId: components["parameters"]["BookingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["BookingRead"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    updateBooking: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description The `ETag` that you last read. When the resource has changed since, nothing is done and the answer is 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The booking's id. Anything that is not the id of a booking you may see is answered 404.
                 * @example bkg_01kb2x8e4sf3tbm2x0qz6c4a1d
                 */
                bookingId: components["parameters"]["BookingId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateBooking"];
            };
        };
        responses: {
            200: components["responses"]["BookingRead"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    confirmBooking: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The `ETag` that you last read. When the resource has changed since, nothing is done and the answer is 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The booking's id. Anything that is not the id of a booking you may see is answered 404.
                 * @example bkg_01kb2x8e4sf3tbm2x0qz6c4a1d
                 */
                bookingId: components["parameters"]["BookingId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["GivenReason"];
            };
        };
        responses: {
            200: components["responses"]["BookingCommanded"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["BookingNotConfirmable"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    declineBooking: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The `ETag` that you last read. When the resource has changed since, nothing is done and the answer is 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The booking's id. Anything that is not the id of a booking you may see is answered 404.
                 * @example bkg_01kb2x8e4sf3tbm2x0qz6c4a1d
                 */
                bookingId: components["parameters"]["BookingId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["GivenReason"];
            };
        };
        responses: {
            200: components["responses"]["BookingCommanded"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["BookingNotDeclinable"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    cancelBooking: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The `ETag` that you last read. When the resource has changed since, nothing is done and the answer is 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The booking's id. Anything that is not the id of a booking you may see is answered 404.
                 * @example bkg_01kb2x8e4sf3tbm2x0qz6c4a1d
                 */
                bookingId: components["parameters"]["BookingId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["GivenReason"];
            };
        };
        responses: {
            200: components["responses"]["BookingCommanded"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["BookingNotCancellable"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    cancelAttendee: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The `ETag` that you last read. When the resource has changed since, nothing is done and the answer is 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The booking's id. Anything that is not the id of a booking you may see is answered 404.
                 * @example bkg_01kb2x8e4sf3tbm2x0qz6c4a1d
                 */
                bookingId: components["parameters"]["BookingId"];
                /**
                 * @description The attendee's id. Anything that is not the id of somebody who takes part in this booking is answered 404.
                 * @example att_01kb2x8e4sf3tbm2x0qz6c4a1e
                 */
                attendeeId: components["parameters"]["AttendeeId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["GivenReason"];
            };
        };
        responses: {
            200: components["responses"]["BookingCommanded"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["BookingNotCancellable"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    rescheduleBooking: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The `ETag` that you last read. When the resource has changed since, nothing is done and the answer is 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The booking's id. Anything that is not the id of a booking you may see is answered 404.
                 * @example bkg_01kb2x8e4sf3tbm2x0qz6c4a1d
                 */
                bookingId: components["parameters"]["BookingId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RescheduleBooking"];
            };
        };
        responses: {
            200: components["responses"]["BookingCommanded"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["BookingNotReschedulable"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    completeBooking: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The `ETag` that you last read. When the resource has changed since, nothing is done and the answer is 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The booking's id. Anything that is not the id of a booking you may see is answered 404.
                 * @example bkg_01kb2x8e4sf3tbm2x0qz6c4a1d
                 */
                bookingId: components["parameters"]["BookingId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["GivenReason"];
            };
        };
        responses: {
            200: components["responses"]["BookingCommanded"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["BookingNotCompletable"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    markBookingNoShow: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The `ETag` that you last read. When the resource has changed since, nothing is done and the answer is 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The booking's id. Anything that is not the id of a booking you may see is answered 404.
                 * @example bkg_01kb2x8e4sf3tbm2x0qz6c4a1d
                 */
                bookingId: components["parameters"]["BookingId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["GivenReason"];
            };
        };
        responses: {
            200: components["responses"]["BookingCommanded"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["BookingNoShowNotAllowed"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    verifyBookingEmail: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The booking's id. Anything that is not the id of a booking you may see is answered 404.
                 * @example bkg_01kb2x8e4sf3tbm2x0qz6c4a1d
                 */
                bookingId: components["parameters"]["BookingId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerifyBookingEmail"];
            };
        };
        responses: {
            200: components["responses"]["BookingRead"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["InvalidOneTimeToken"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["BookingNotConfirmable"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    createGuestLink: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The booking's id. Anything that is not the id of a booking you may see is answered 404.
                 * @example bkg_01kb2x8e4sf3tbm2x0qz6c4a1d
                 */
                bookingId: components["parameters"]["BookingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuestLink"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyInProgress"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    revokeGuestLinks: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The booking's id. Anything that is not the id of a booking you may see is answered 404.
                 * @example bkg_01kb2x8e4sf3tbm2x0qz6c4a1d
                 */
                bookingId: components["parameters"]["BookingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They are revoked. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyInProgress"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    createSeries: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateSeries"];
            };
        };
        responses: {
            /** @description The series, with the times of its bookings taken. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Series"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["SeriesUnavailable"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    previewSeries: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewSeries"];
            };
        };
        responses: {
            /** @description What would be booked. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesPreview"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    getSeries: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The id of the series. Anything that is not the id of a series you may see is answered 404.
                 * @example srs_01kb2x8e4sf3tbm2x0qz6c4a1d
                 */
                seriesId: components["parameters"]["SeriesId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The series. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Series"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    cancelSeries: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id of the series. Anything that is not the id of a series you may see is answered 404.
                 * @example srs_01kb2x8e4sf3tbm2x0qz6c4a1d
                 */
                seriesId: components["parameters"]["SeriesId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelSeries"];
            };
        };
        responses: {
            /** @description The series as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Series"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["BookingNotCancellable"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    rescheduleSeries: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id of the series. Anything that is not the id of a series you may see is answered 404.
                 * @example srs_01kb2x8e4sf3tbm2x0qz6c4a1d
                 */
                seriesId: components["parameters"]["SeriesId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RescheduleSeries"];
            };
        };
        responses: {
            /** @description The series as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Series"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["SeriesNotReschedulable"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    getAvailability: {
        parameters: {
            query: {
                /**
                 * @description What is to be booked.
                 * @example evt_01k9q4m2r7e8tav3w5y6z0b1cd
                 */
                eventTypeId: components["schemas"]["EventTypeId"];
                /**
                 * @description The first moment that a slot may start at.
                 * @example 2026-12-01T00:00:00+01:00
                 */
                from: components["schemas"]["InstantInput"];
                /**
                 * @description The moment that a slot must start before. At most 62 days after `from`.
                 * @example 2026-12-03T00:00:00+01:00
                 */
                to: components["schemas"]["InstantInput"];
                /**
                 * @description The zone whose dates the answer is sorted by.
                 * @example Europe/Berlin
                 */
                timeZone: components["schemas"]["TimeZone"];
                /**
                 * @description One of the event type's durations. Left out, its first.
                 * @example 30
                 */
                durationMinutes?: components["schemas"]["DurationMinutes"];
                /**
                 * @description Only times of this host, and of those who take part in any case. None can be asked for where the assignment is `collective`.
                 * @example mem_01k9q3x1a2b3c4d5e6f7g8h9jk
                 */
                hostId?: components["schemas"]["MemberId"];
                /**
                 * @description A booking that is to be moved. Its own time does not stand in its way; its own buffers count, and its own length can be asked for. Secret keys only.
                 * @example bkg_01kb2x8e4sf3tbm2x0qz6c4a1d
                 */
                bookingId?: components["schemas"]["BookingId"];
                /**
                 * @description A hold that is to be converted. Its own time does not stand in its way.
                 * @example hld_01kb2x7m3sf3tbm2x0qz6c4a1d
                 */
                holdId?: components["schemas"]["HoldId"];
                /**
                 * @description True adds the times that are not offered, and to secret keys why, host by host. With very many hosts that takes a short range, or `at`.
                 * @example true
                 */
                explain?: boolean;
                /**
                 * @description One time of the range to be told about, on the grid or not: `asked` says whether it is offered, and to secret keys why not.
                 * @example 2026-12-01T10:00:00+01:00
                 */
                at?: components["schemas"]["InstantInput"];
                /**
                 * @description `hosts` adds to each slot the hosts that could serve it. With very many hosts that takes a short range.
                 * @example [
                 *       "hosts"
                 *     ]
                 */
                expand?: "hosts"[];
            };
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description The `ETag` that you last read. When nothing has changed since, the answer is 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The times that can be booked. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Availability"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    createHold: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateHold"];
            };
        };
        responses: {
            /** @description The hold, with its time taken. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hold"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["BookingNotReschedulable"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["TooManyHolds"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    getHold: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The hold's id. Anything that is not the id of a hold you may see is answered 404.
                 * @example hld_01kb2x7m3sf3tbm2x0qz6c4a1d
                 */
                holdId: components["parameters"]["HoldId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The hold. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hold"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    releaseHold: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The hold's id. Anything that is not the id of a hold you may see is answered 404.
                 * @example hld_01kb2x7m3sf3tbm2x0qz6c4a1d
                 */
                holdId: components["parameters"]["HoldId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Deleted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    extendHold: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The hold's id. Anything that is not the id of a hold you may see is answered 404.
                 * @example hld_01kb2x7m3sf3tbm2x0qz6c4a1d
                 */
                holdId: components["parameters"]["HoldId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ExtendHold"];
            };
        };
        responses: {
            /** @description The hold as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hold"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["HoldOver"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    listWaitingListEntries: {
        parameters: {
            query?: {
                /**
                 * @description Only entries of this event type.
                 * @example evt_01k9q4m2r7e8tav3w5y6z0b1cd
                 */
                eventTypeId?: components["schemas"]["EventTypeId"];
                /**
                 * @description Only entries in one of these states.
                 * @example [
                 *       "waiting",
                 *       "offered"
                 *     ]
                 */
                status?: components["schemas"]["WaitingListStatus"][];
                /**
                 * @description How many a page holds at most.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description The `nextCursor` of the page before. It belongs to the same filters and order.
                 * @example eyJzIjoiMjAyNi0xMi0wMVQwOTowMDowMC4wMDBaIn0
                 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of entries. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingListEntryList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    joinWaitingList: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JoinWaitingList"];
            };
        };
        responses: {
            /** @description The entry, for those who work in the organisation. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingListEntry"];
                };
            };
            /** @description For publishable keys. It says what was asked for, and nothing of the list. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingListJoined"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotJoined"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    getWaitingListEntry: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The entry's id. Anything that is not the id of an entry you may see is answered 404.
                 * @example wle_01kb2x9c7df3tbm2x0qz6c4a1d
                 */
                waitingListEntryId: components["parameters"]["WaitingListEntryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entry. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingListEntry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    acceptWaitingListOffer: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The entry's id. Anything that is not the id of an entry you may see is answered 404.
                 * @example wle_01kb2x9c7df3tbm2x0qz6c4a1d
                 */
                waitingListEntryId: components["parameters"]["WaitingListEntryId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["AcceptWaitingListOffer"];
            };
        };
        responses: {
            201: components["responses"]["BookingCreated"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NothingOffered"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    leaveWaitingList: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The entry's id. Anything that is not the id of an entry you may see is answered 404.
                 * @example wle_01kb2x9c7df3tbm2x0qz6c4a1d
                 */
                waitingListEntryId: components["parameters"]["WaitingListEntryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entry as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingListEntry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyInProgress"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    listEventTypes: {
        parameters: {
            query?: {
                /**
                 * @description Only the event type with this slug.
                 * @example first-consultation
                 */
                slug?: components["schemas"]["Slug"];
                /**
                 * @description True lists the deleted ones instead of the active ones.
                 * @example false
                 */
                deleted?: components["parameters"]["Deleted"];
                /**
                 * @description How many a page holds at most.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description The `nextCursor` of the page before. It belongs to the same filters and order.
                 * @example eyJzIjoiMjAyNi0xMi0wMVQwOTowMDowMC4wMDBaIn0
                 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of event types. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventTypeList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    createEventType: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateEventType"];
            };
        };
        responses: {
            /** @description The event type. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventType"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["SlugTakenOrInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    getEventType: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description The `ETag` that you last read. When nothing has changed since, the answer is 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description The event type's id. Anything that is not the id of an event type you may see is answered 404.
                 * @example evt_01k9q4m2r7e8tav3w5y6z0b1cd
                 */
                eventTypeId: components["parameters"]["EventTypeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["EventTypeRead"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    deleteEventType: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description The `ETag` that you last read. When the resource has changed since, nothing is done and the answer is 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The event type's id. Anything that is not the id of an event type you may see is answered 404.
                 * @example evt_01k9q4m2r7e8tav3w5y6z0b1cd
                 */
                eventTypeId: components["parameters"]["EventTypeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Deleted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    updateEventType: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description The `ETag` that you last read. When the resource has changed since, nothing is done and the answer is 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The event type's id. Anything that is not the id of an event type you may see is answered 404.
                 * @example evt_01k9q4m2r7e8tav3w5y6z0b1cd
                 */
                eventTypeId: components["parameters"]["EventTypeId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateEventType"];
            };
        };
        responses: {
            200: components["responses"]["EventTypeRead"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["SlugTaken"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    listSchedules: {
        parameters: {
            query?: {
                /**
                 * @description Only schedules of this member.
                 * @example mem_01k9q3x1a2b3c4d5e6f7g8h9jk
                 */
                memberId?: components["schemas"]["MemberId"];
                /**
                 * @description True lists the deleted ones instead of the active ones.
                 * @example false
                 */
                deleted?: components["parameters"]["Deleted"];
                /**
                 * @description How many a page holds at most.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description The `nextCursor` of the page before. It belongs to the same filters and order.
                 * @example eyJzIjoiMjAyNi0xMi0wMVQwOTowMDowMC4wMDBaIn0
                 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of schedules. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    createSchedule: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateSchedule"];
            };
        };
        responses: {
            /** @description The schedule. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Schedule"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    getSchedule: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description The `ETag` that you last read. When nothing has changed since, the answer is 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description The schedule's id. Anything that is not the id of a schedule you may see is answered 404.
                 * @example sch_01k9q3z8p5f2rbn4x6y7c0d1ef
                 */
                scheduleId: components["parameters"]["ScheduleId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ScheduleRead"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    deleteSchedule: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description The `ETag` that you last read. When the resource has changed since, nothing is done and the answer is 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The schedule's id. Anything that is not the id of a schedule you may see is answered 404.
                 * @example sch_01k9q3z8p5f2rbn4x6y7c0d1ef
                 */
                scheduleId: components["parameters"]["ScheduleId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Deleted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ScheduleInUse"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    updateSchedule: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description The `ETag` that you last read. When the resource has changed since, nothing is done and the answer is 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The schedule's id. Anything that is not the id of a schedule you may see is answered 404.
                 * @example sch_01k9q3z8p5f2rbn4x6y7c0d1ef
                 */
                scheduleId: components["parameters"]["ScheduleId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateSchedule"];
            };
        };
        responses: {
            200: components["responses"]["ScheduleRead"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    listHolidays: {
        parameters: {
            query: {
                /**
                 * @description The country: see `GET /v1/holidays/countries`.
                 * @example DE
                 */
                country: components["schemas"]["CountryCode"];
                /**
                 * @description A region of the country. Left out, what holds in all of it.
                 * @example BY
                 */
                region?: components["schemas"]["RegionCode"];
                /**
                 * @description The year, from 1970 to 2100.
                 * @example 2026
                 */
                year: number;
            };
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The holidays. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "holidays": [
                     *         {
                     *           "date": "2026-01-01",
                     *           "days": 1,
                     *           "name": "Neujahr",
                     *           "type": "public",
                     *           "wholeDay": true
                     *         },
                     *         {
                     *           "date": "2026-12-24",
                     *           "days": 1,
                     *           "name": "Heiliger Abend",
                     *           "type": "bank",
                     *           "wholeDay": false
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["HolidayList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    listHolidayCountries: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The countries, by code. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "countries": [
                     *         {
                     *           "country": "IS",
                     *           "name": "Iceland",
                     *           "regions": []
                     *         },
                     *         {
                     *           "country": "DE",
                     *           "name": "Germany",
                     *           "regions": [
                     *             {
                     *               "region": "BY",
                     *               "name": "Bavaria"
                     *             },
                     *             {
                     *               "region": "BY-A",
                     *               "name": "City of Augsburg"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["HolidayCountryList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    listGroupSessions: {
        parameters: {
            query?: {
                /**
                 * @description Only sessions of this event type.
                 * @example evt_01k9q4m2r7e8tav3w5y6z0b1cd
                 */
                eventTypeId?: components["schemas"]["EventTypeId"];
                /**
                 * @description Only sessions that this member holds.
                 * @example mem_01k9q3x1a2b3c4d5e6f7g8h9jk
                 */
                hostId?: components["schemas"]["MemberId"];
                /**
                 * @description Only sessions in one of these states.
                 * @example [
                 *       "open"
                 *     ]
                 */
                status?: components["schemas"]["GroupSessionStatus"][];
                /**
                 * @description Only sessions that start at this moment or later. A plus sign in the offset is written `%2B`.
                 * @example 2026-12-01T00:00:00Z
                 */
                from?: components["schemas"]["InstantInput"];
                /**
                 * @description Only sessions that start before this moment.
                 * @example 2027-01-01T00:00:00Z
                 */
                to?: components["schemas"]["InstantInput"];
                /**
                 * @description How many a page holds at most.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description The `nextCursor` of the page before. It belongs to the same filters and order.
                 * @example eyJzIjoiMjAyNi0xMi0wMVQwOTowMDowMC4wMDBaIn0
                 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of group sessions. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupSessionList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    rescheduleGroupSession: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The group session's id. Anything that is not the id of a group session you may see is answered 404.
                 * @example gse_01k9q3z8p5f2rbn4x6y7c0d1ef
                 */
                groupSessionId: components["parameters"]["GroupSessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RescheduleGroupSession"];
            };
        };
        responses: {
            /** @description The group session as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupSession"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["BookingNotReschedulable"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    cancelGroupSession: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The group session's id. Anything that is not the id of a group session you may see is answered 404.
                 * @example gse_01k9q3z8p5f2rbn4x6y7c0d1ef
                 */
                groupSessionId: components["parameters"]["GroupSessionId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["GivenReason"];
            };
        };
        responses: {
            /** @description The group session as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupSession"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["BookingNotCancellable"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    getGroupSession: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The group session's id. Anything that is not the id of a group session you may see is answered 404.
                 * @example gse_01k9q3z8p5f2rbn4x6y7c0d1ef
                 */
                groupSessionId: components["parameters"]["GroupSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The group session. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupSession"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    listResources: {
        parameters: {
            query?: {
                /**
                 * @description Only resources of this kind.
                 * @example room
                 */
                kind?: components["schemas"]["ResourceKind"];
                /**
                 * @description True lists the deleted ones instead of the active ones.
                 * @example false
                 */
                deleted?: components["parameters"]["Deleted"];
                /**
                 * @description How many a page holds at most.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description The `nextCursor` of the page before. It belongs to the same filters and order.
                 * @example eyJzIjoiMjAyNi0xMi0wMVQwOTowMDowMC4wMDBaIn0
                 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of resources. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    createResource: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateResource"];
            };
        };
        responses: {
            /** @description The resource. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resource"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    getResource: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description The `ETag` that you last read. When nothing has changed since, the answer is 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description The resource's id. Anything that is not the id of a resource you may see is answered 404.
                 * @example res_01k9q3z8p5f2rbn4x6y7c0d1ef
                 */
                resourceId: components["parameters"]["ResourceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ResourceRead"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    deleteResource: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description The `ETag` that you last read. When the resource has changed since, nothing is done and the answer is 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The resource's id. Anything that is not the id of a resource you may see is answered 404.
                 * @example res_01k9q3z8p5f2rbn4x6y7c0d1ef
                 */
                resourceId: components["parameters"]["ResourceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Deleted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ResourceInUse"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    updateResource: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description The `ETag` that you last read. When the resource has changed since, nothing is done and the answer is 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The resource's id. Anything that is not the id of a resource you may see is answered 404.
                 * @example res_01k9q3z8p5f2rbn4x6y7c0d1ef
                 */
                resourceId: components["parameters"]["ResourceId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateResource"];
            };
        };
        responses: {
            200: components["responses"]["ResourceRead"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    listBlocks: {
        parameters: {
            query?: {
                /**
                 * @description Only blocks of this member.
                 * @example mem_01k9q3x1a2b3c4d5e6f7g8h9jk
                 */
                memberId?: components["schemas"]["MemberId"];
                /**
                 * @description Only blocks that end after this moment. A plus sign in the offset is written `%2B`.
                 * @example 2026-12-01T00:00:00Z
                 */
                from?: components["schemas"]["InstantInput"];
                /**
                 * @description Only blocks that start before this moment.
                 * @example 2027-01-01T00:00:00Z
                 */
                to?: components["schemas"]["InstantInput"];
                /**
                 * @description How many a page holds at most.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description The `nextCursor` of the page before. It belongs to the same filters and order.
                 * @example eyJzIjoiMjAyNi0xMi0wMVQwOTowMDowMC4wMDBaIn0
                 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of blocks. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlockList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    createBlock: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateBlock"];
            };
        };
        responses: {
            /** @description The block. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Block"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    getBlock: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description The `ETag` that you last read. When nothing has changed since, the answer is 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description The block's id. Anything that is not the id of a block you may see is answered 404.
                 * @example blk_01k9q3z8p5f2rbn4x6y7c0d1ef
                 */
                blockId: components["parameters"]["BlockId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["BlockRead"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    deleteBlock: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description The `ETag` that you last read. When the resource has changed since, nothing is done and the answer is 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The block's id. Anything that is not the id of a block you may see is answered 404.
                 * @example blk_01k9q3z8p5f2rbn4x6y7c0d1ef
                 */
                blockId: components["parameters"]["BlockId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Deleted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    updateBlock: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description The `ETag` that you last read. When the resource has changed since, nothing is done and the answer is 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The block's id. Anything that is not the id of a block you may see is answered 404.
                 * @example blk_01k9q3z8p5f2rbn4x6y7c0d1ef
                 */
                blockId: components["parameters"]["BlockId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateBlock"];
            };
        };
        responses: {
            200: components["responses"]["BlockRead"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    listMembers: {
        parameters: {
            query?: {
                /**
                 * @description True lists the deleted ones instead of the active ones.
                 * @example false
                 */
                deleted?: components["parameters"]["Deleted"];
                /**
                 * @description How many a page holds at most.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description The `nextCursor` of the page before. It belongs to the same filters and order.
                 * @example eyJzIjoiMjAyNi0xMi0wMVQwOTowMDowMC4wMDBaIn0
                 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of members. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    createMember: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateMember"];
            };
        };
        responses: {
            /** @description The member. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["EmailTaken"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    getMember: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description The `ETag` that you last read. When nothing has changed since, the answer is 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description The member's id. Anything that is not the id of a member you may see is answered 404.
                 * @example mem_01k9q3x1a2b3c4d5e6f7g8h9jk
                 */
                memberId: components["parameters"]["MemberId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["MemberRead"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    deleteMember: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description The `ETag` that you last read. When the resource has changed since, nothing is done and the answer is 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The member's id. Anything that is not the id of a member you may see is answered 404.
                 * @example mem_01k9q3x1a2b3c4d5e6f7g8h9jk
                 */
                memberId: components["parameters"]["MemberId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Deleted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["MemberStays"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    updateMember: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description The `ETag` that you last read. When the resource has changed since, nothing is done and the answer is 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The member's id. Anything that is not the id of a member you may see is answered 404.
                 * @example mem_01k9q3x1a2b3c4d5e6f7g8h9jk
                 */
                memberId: components["parameters"]["MemberId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateMember"];
            };
        };
        responses: {
            200: components["responses"]["MemberRead"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrStepUp"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["LastOwner"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    listInvitations: {
        parameters: {
            query?: {
                /**
                 * @description How many a page holds at most.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description The `nextCursor` of the page before. It belongs to the same filters and order.
                 * @example eyJzIjoiMjAyNi0xMi0wMVQwOTowMDowMC4wMDBaIn0
                 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of invitations. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    createInvitation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateInvitation"];
            };
        };
        responses: {
            /** @description The invitation. The mail goes out. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["NotInvited"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    getInvitation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The invitation's id. Anything that is not the id of an invitation you may see is answered 404.
                 * @example inv_01k9q3y6h4j5k6m7n8p9q0r1st
                 */
                invitationId: components["parameters"]["InvitationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["InvitationRead"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    resendInvitation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The invitation's id. Anything that is not the id of an invitation you may see is answered 404.
                 * @example inv_01k9q3y6h4j5k6m7n8p9q0r1st
                 */
                invitationId: components["parameters"]["InvitationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["InvitationChanged"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["InvitationClosed"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    revokeInvitation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The invitation's id. Anything that is not the id of an invitation you may see is answered 404.
                 * @example inv_01k9q3y6h4j5k6m7n8p9q0r1st
                 */
                invitationId: components["parameters"]["InvitationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["InvitationChanged"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["InvitationClosed"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    listDeadLetters: {
        parameters: {
            query?: {
                /**
                 * @description Only work of this kind. There is none of a kind that is not known.
                 * @example handle-event
                 */
                kind?: components["schemas"]["JobKind"];
                /**
                 * @description How many a page holds at most.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description The `nextCursor` of the page before. It belongs to the same filters and order.
                 * @example eyJzIjoiMjAyNi0xMi0wMVQwOTowMDowMC4wMDBaIn0
                 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of dead letters. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetterList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    getDeadLetter: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The dead letter's id. Anything that is not the id of a dead letter you may see is answered 404.
                 * @example job_01k9q3y6h4j5k6m7n8p9q0r1st
                 */
                deadLetterId: components["parameters"]["DeadLetterId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The dead letter. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetter"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    discardDeadLetter: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The dead letter's id. Anything that is not the id of a dead letter you may see is answered 404.
                 * @example job_01k9q3y6h4j5k6m7n8p9q0r1st
                 */
                deadLetterId: components["parameters"]["DeadLetterId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Deleted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    retryDeadLetter: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The dead letter's id. Anything that is not the id of a dead letter you may see is answered 404.
                 * @example job_01k9q3y6h4j5k6m7n8p9q0r1st
                 */
                deadLetterId: components["parameters"]["DeadLetterId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is due again. The answer is the dead letter that it was. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetter"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["AlreadyDue"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    listReceiverConnections: {
        parameters: {
            query?: {
                /**
                 * @description How many a page holds at most.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description The `nextCursor` of the page before. It belongs to the same filters and order.
                 * @example eyJzIjoiMjAyNi0xMi0wMVQwOTowMDowMC4wMDBaIn0
                 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of connections. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiverConnectionList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    createReceiverConnection: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateReceiverConnection"];
            };
        };
        responses: {
            /** @description The connection, with its secret where it was made here. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiverConnectionWithSecret"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrStepUp"];
            409: components["responses"]["LimitReached"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    getReceiverConnection: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description The `ETag` that you last read. When nothing has changed since, the answer is 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description The receiver connection's id. Anything that is not the id of a receiver connection you may see is answered 404.
                 * @example rcn_01k9q3y6h4j5k6m7n8p9q0r1st
                 */
                receiverConnectionId: components["parameters"]["ReceiverConnectionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ReceiverConnectionRead"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    deleteReceiverConnection: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description The `ETag` that you last read. When the resource has changed since, nothing is done and the answer is 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The receiver connection's id. Anything that is not the id of a receiver connection you may see is answered 404.
                 * @example rcn_01k9q3y6h4j5k6m7n8p9q0r1st
                 */
                receiverConnectionId: components["parameters"]["ReceiverConnectionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Deleted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    updateReceiverConnection: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description The `ETag` that you last read. When the resource has changed since, nothing is done and the answer is 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The receiver connection's id. Anything that is not the id of a receiver connection you may see is answered 404.
                 * @example rcn_01k9q3y6h4j5k6m7n8p9q0r1st
                 */
                receiverConnectionId: components["parameters"]["ReceiverConnectionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateReceiverConnection"];
            };
        };
        responses: {
            200: components["responses"]["ReceiverConnectionRead"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    rotateReceiverSecret: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The receiver connection's id. Anything that is not the id of a receiver connection you may see is answered 404.
                 * @example rcn_01k9q3y6h4j5k6m7n8p9q0r1st
                 */
                receiverConnectionId: components["parameters"]["ReceiverConnectionId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RotateReceiverSecret"];
            };
        };
        responses: {
            /** @description The connection, with its new secret where it was made here. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiverConnectionWithSecret"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrStepUp"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    listReceivedEvents: {
        parameters: {
            query?: {
                /**
                 * @description Only what came by this connection.
                 * @example rcn_01k9q3y6h4j5k6m7n8p9q0r1st
                 */
                receiverConnectionId?: components["schemas"]["ReceiverConnectionId"];
                /**
                 * @description Only events in this state.
                 * @example failed
                 */
                status?: components["schemas"]["ReceivedEventStatus"];
                /**
                 * @description How many a page holds at most.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description The `nextCursor` of the page before. It belongs to the same filters and order.
                 * @example eyJzIjoiMjAyNi0xMi0wMVQwOTowMDowMC4wMDBaIn0
                 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of events. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceivedEventList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    getReceivedEvent: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The received event's id. Anything that is not the id of a received event you may see is answered 404.
                 * @example rev_01kb2x8e4sf3tbm2x0qz6c4a1d
                 */
                receivedEventId: components["parameters"]["ReceivedEventId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The event. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceivedEventWithBody"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    listApiKeys: {
        parameters: {
            query?: {
                /**
                 * @description How many a page holds at most.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description The `nextCursor` of the page before. It belongs to the same filters and order.
                 * @example eyJzIjoiMjAyNi0xMi0wMVQwOTowMDowMC4wMDBaIn0
                 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of keys. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateApiKey"];
            };
        };
        responses: {
            /** @description The key, with its secret. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedApiKey"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrStepUp"];
            409: components["responses"]["LimitReached"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    getApiKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The API key's id. Anything that is not the id of a key you may see is answered 404.
                 * @example key_01k9q3y6h4j5k6m7n8p9q0r1st
                 */
                apiKeyId: components["parameters"]["ApiKeyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ApiKeyRead"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The API key's id. Anything that is not the id of a key you may see is answered 404.
                 * @example key_01k9q3y6h4j5k6m7n8p9q0r1st
                 */
                apiKeyId: components["parameters"]["ApiKeyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ApiKeyRead"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    updateApiKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The API key's id. Anything that is not the id of a key you may see is answered 404.
                 * @example key_01k9q3y6h4j5k6m7n8p9q0r1st
                 */
                apiKeyId: components["parameters"]["ApiKeyId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateApiKey"];
            };
        };
        responses: {
            200: components["responses"]["ApiKeyRead"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    rotateApiKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The API key's id. Anything that is not the id of a key you may see is answered 404.
                 * @example key_01k9q3y6h4j5k6m7n8p9q0r1st
                 */
                apiKeyId: components["parameters"]["ApiKeyId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RotateApiKey"];
            };
        };
        responses: {
            /** @description The key, with its new secret. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedApiKey"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrStepUp"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ApiKeyOver"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    listWebhookEndpoints: {
        parameters: {
            query?: {
                /**
                 * @description How many a page holds at most.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description The `nextCursor` of the page before. It belongs to the same filters and order.
                 * @example eyJzIjoiMjAyNi0xMi0wMVQwOTowMDowMC4wMDBaIn0
                 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of endpoints. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    createWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateWebhookEndpoint"];
            };
        };
        responses: {
            /** @description The endpoint, with its secret. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedWebhookEndpoint"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrStepUp"];
            409: components["responses"]["LimitReached"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    getWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description The `ETag` that you last read. When nothing has changed since, the answer is 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description The webhook endpoint's id. Anything that is not the id of a webhook endpoint you may see is answered 404.
                 * @example whe_01k9q3y6h4j5k6m7n8p9q0r1st
                 */
                webhookEndpointId: components["parameters"]["WebhookEndpointId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["WebhookEndpointRead"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    deleteWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description The `ETag` that you last read. When the resource has changed since, nothing is done and the answer is 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The webhook endpoint's id. Anything that is not the id of a webhook endpoint you may see is answered 404.
                 * @example whe_01k9q3y6h4j5k6m7n8p9q0r1st
                 */
                webhookEndpointId: components["parameters"]["WebhookEndpointId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Deleted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    updateWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description The `ETag` that you last read. When the resource has changed since, nothing is done and the answer is 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The webhook endpoint's id. Anything that is not the id of a webhook endpoint you may see is answered 404.
                 * @example whe_01k9q3y6h4j5k6m7n8p9q0r1st
                 */
                webhookEndpointId: components["parameters"]["WebhookEndpointId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateWebhookEndpoint"];
            };
        };
        responses: {
            200: components["responses"]["WebhookEndpointRead"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The webhook endpoint's id. Anything that is not the id of a webhook endpoint you may see is answered 404.
                 * @example whe_01k9q3y6h4j5k6m7n8p9q0r1st
                 */
                webhookEndpointId: components["parameters"]["WebhookEndpointId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The endpoint, with its new secret. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedWebhookEndpoint"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrStepUp"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyInProgress"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    pingWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The webhook endpoint's id. Anything that is not the id of a webhook endpoint you may see is answered 404.
                 * @example whe_01k9q3y6h4j5k6m7n8p9q0r1st
                 */
                webhookEndpointId: components["parameters"]["WebhookEndpointId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery, which has just begun. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WebhookEndpointDisabled"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    replayWebhookEvents: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The webhook endpoint's id. Anything that is not the id of a webhook endpoint you may see is answered 404.
                 * @example whe_01k9q3y6h4j5k6m7n8p9q0r1st
                 */
                webhookEndpointId: components["parameters"]["WebhookEndpointId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplayWebhookEvents"];
            };
        };
        responses: {
            /** @description A job sends them. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookReplay"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WebhookEndpointDisabled"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /**
                 * @description Only deliveries in this state.
                 * @example failed
                 */
                status?: components["schemas"]["WebhookDeliveryStatus"];
                /**
                 * @description Only deliveries of this event.
                 * @example evn_01kb2x8e4sf3tbm2x0qz6c4a1d
                 */
                eventId?: components["schemas"]["EventId"];
                /**
                 * @description Only deliveries of this replay of a time.
                 * @example whr_01kb2x8e4sf3tbm2x0qz6c4a1d
                 */
                replayId?: components["schemas"]["WebhookReplayId"];
                /**
                 * @description How many a page holds at most.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description The `nextCursor` of the page before. It belongs to the same filters and order.
                 * @example eyJzIjoiMjAyNi0xMi0wMVQwOTowMDowMC4wMDBaIn0
                 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The webhook endpoint's id. Anything that is not the id of a webhook endpoint you may see is answered 404.
                 * @example whe_01k9q3y6h4j5k6m7n8p9q0r1st
                 */
                webhookEndpointId: components["parameters"]["WebhookEndpointId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of deliveries. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    getWebhookDelivery: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The webhook delivery's id. Anything that is not the id of a webhook delivery you may see is answered 404.
                 * @example whd_01kb2x8e4sf3tbm2x0qz6c4a1d
                 */
                webhookDeliveryId: components["parameters"]["WebhookDeliveryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    replayWebhookDelivery: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The webhook delivery's id. Anything that is not the id of a webhook delivery you may see is answered 404.
                 * @example whd_01kb2x8e4sf3tbm2x0qz6c4a1d
                 */
                webhookDeliveryId: components["parameters"]["WebhookDeliveryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The new delivery, which has just begun. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotReplayable"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    signUp: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignUp"];
            };
        };
        responses: {
            /** @description A mail goes out. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "expiresAt": "2026-11-12T09:59:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["SignUpRequested"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["SignUpClosed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    completeSignUp: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompleteSignUp"];
            };
        };
        responses: {
            200: components["responses"]["LoggedIn"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["SignUpNotCompleted"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptInvitation"];
            };
        };
        responses: {
            /** @description The member, and the log-in of somebody new. */
            200: {
                headers: {
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedInvitation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["InvalidOneTimeToken"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    logIn: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LogIn"];
            };
        };
        responses: {
            200: components["responses"]["LoggedIn"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["LogInRefused"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    logInWithSecondFactor: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LogInWithSecondFactor"];
            };
        };
        responses: {
            200: components["responses"]["LoggedIn"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["SecondFactorRefused"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    offerPasskeys: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The options, for `PublicKeyCredential.parseRequestOptionsFromJSON()`. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyRequestOptions"];
                };
            };
            400: components["responses"]["BadRequest"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    logInWithPasskey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LogInWithPasskey"];
            };
        };
        responses: {
            200: components["responses"]["LoggedIn"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["InvalidPasskey"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    refreshSession: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshSession"];
            };
        };
        responses: {
            200: components["responses"]["LoggedIn"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["InvalidRefreshToken"];
            403: components["responses"]["ForgedRefresh"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    logOut: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session is over. There is no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["IdempotencyInProgress"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    stepUp: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepUp"];
            };
        };
        responses: {
            /** @description The session, with the new `authenticatedAt`. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    requestPasswordReset: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestPasswordReset"];
            };
        };
        responses: {
            /** @description A mail goes out if somebody has this address. There is no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetPassword"];
            };
        };
        responses: {
            /** @description The password is set. There is no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["InvalidOneTimeToken"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    verifyEmail: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerifyEmail"];
            };
        };
        responses: {
            /** @description The address is verified. There is no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["InvalidOneTimeToken"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    confirmEmailChange: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmEmailChange"];
            };
        };
        responses: {
            /** @description The person logs in by the new address. There is no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["InvalidOneTimeToken"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    listSessions: {
        parameters: {
            query?: {
                /**
                 * @description How many a page holds at most.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description The `nextCursor` of the page before. It belongs to the same filters and order.
                 * @example eyJzIjoiMjAyNi0xMi0wMVQwOTowMDowMC4wMDBaIn0
                 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of sessions. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    endOtherSessions: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many have ended. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "endedCount": 2
                     *     }
                     */
                    "application/json": components["schemas"]["EndedSessions"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["IdempotencyInProgress"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The session's id. Anything that is not the id of a session of your own is answered 404.
                 * @example dev_01k9q3y6h4j5k6m7n8p9q0r1st
                 */
                sessionId: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session is over. There is no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    updateSession: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The session's id. Anything that is not the id of a session of your own is answered 404.
                 * @example dev_01k9q3y6h4j5k6m7n8p9q0r1st
                 */
                sessionId: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateSession"];
            };
        };
        responses: {
            /** @description The session. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    listIdentityProviders: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The providers. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "providers": [
                     *         {
                     *           "id": "google",
                     *           "name": "Google"
                     *         },
                     *         {
                     *           "id": "github",
                     *           "name": "GitHub"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["IdentityProviderList"];
                };
            };
            400: components["responses"]["BadRequest"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    startSocialLogIn: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description Which provider. Anything that is not set up on this server is answered 404.
                 * @example google
                 */
                provider: components["parameters"]["Provider"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartSocialLogIn"];
            };
        };
        responses: {
            200: components["responses"]["FlowStarted"];
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["ProviderUnavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    finishSocialLogIn: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description Which provider. Anything that is not set up on this server is answered 404.
                 * @example google
                 */
                provider: components["parameters"]["Provider"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FinishSocialLogIn"];
            };
        };
        responses: {
            200: components["responses"]["SociallyLoggedIn"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["SocialLogInRefused"];
            403: components["responses"]["SignUpClosed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NoAccountYet"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["ProviderUnavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    requestSocialSignUpEmail: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestSocialSignUpEmail"];
            };
        };
        responses: {
            /** @description A mail goes out. There is no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["InvalidSignUpToken"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    signUpWithIdentity: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignUpWithIdentity"];
            };
        };
        responses: {
            200: components["responses"]["LoggedIn"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["SocialSignUpRefused"];
            403: components["responses"]["SignUpClosed"];
            409: components["responses"]["LinkNeeded"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    listIdentities: {
        parameters: {
            query?: {
                /**
                 * @description How many a page holds at most.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description The `nextCursor` of the page before. It belongs to the same filters and order.
                 * @example eyJzIjoiMjAyNi0xMi0wMVQwOTowMDowMC4wMDBaIn0
                 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of identities. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    startLinkingIdentity: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description Which provider. Anything that is not set up on this server is answered 404.
                 * @example google
                 */
                provider: components["parameters"]["Provider"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartLinkingIdentity"];
            };
        };
        responses: {
            200: components["responses"]["LinkingStarted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrStepUp"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["ProviderUnavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    finishLinkingIdentity: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description Which provider. Anything that is not set up on this server is answered 404.
                 * @example google
                 */
                provider: components["parameters"]["Provider"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FinishLinkingIdentity"];
            };
        };
        responses: {
            /** @description The identity. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkedIdentity"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["LinkingRefused"];
            403: components["responses"]["ForbiddenOrStepUp"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdentityTaken"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["ProviderUnavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    unlinkIdentity: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The identity's id. Anything that is not the id of an identity of your own is answered 404.
                 * @example idn_01k9q3y6h4j5k6m7n8p9q0r1st
                 */
                identityId: components["parameters"]["IdentityId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The identity is unlinked. There is no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrStepUp"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["LastLogInMethod"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    getOrganisation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description The `ETag` that you last read. When nothing has changed since, the answer is 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OrganisationRead"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    updateOrganisation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description The `ETag` that you last read. When the resource has changed since, nothing is done and the answer is 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateOrganisation"];
            };
        };
        responses: {
            200: components["responses"]["OrganisationRead"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["MeRead"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    updateMe: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateMe"];
            };
        };
        responses: {
            200: components["responses"]["MeRead"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePassword"];
            };
        };
        responses: {
            /** @description The password is changed. There is no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    changeEmail: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeEmail"];
            };
        };
        responses: {
            /** @description The mails go out. There is no body. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrStepUp"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    leaveOrganisation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person has left. There is no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["CannotLeave"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    requestEmailVerification: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A mail goes out if the address is not verified yet. There is no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["IdempotencyInProgress"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    getSecondFactors: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is set up. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactors"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    beginTotp: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The secret, as text and as an address to make a QR code of. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TotpSecret"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrStepUp"];
            /** @description An authenticator app is set up already (`totp_already_set_up`), or the same request is still running. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "Retry-After": components["headers"]["Retry-After-When-Known"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "/docs/problems#totp_already_set_up",
                     *       "title": "An authenticator app is set up already",
                     *       "status": 409,
                     *       "detail": "There is an authenticator app already. Remove it first.",
                     *       "instance": "/v1/me/totp",
                     *       "code": "totp_already_set_up",
                     *       "requestId": "4bf92f3577b34da6",
                     *       "retryable": false,
                     *       "userMessage": "An authenticator app is set up already.",
                     *       "errors": []
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "totp_already_set_up" | "idempotency_in_progress";
                    };
                };
            };
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    removeTotp: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description There is no authenticator app any more. There is no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrStepUp"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    confirmTotp: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmTotp"];
            };
        };
        responses: {
            /** @description It is set up. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            /** @description Nothing was begun that could be confirmed (`totp_not_begun`), or the same request is still running. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "Retry-After": components["headers"]["Retry-After-When-Known"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "/docs/problems#totp_not_begun",
                     *       "title": "There is nothing to confirm",
                     *       "status": 409,
                     *       "detail": "No authenticator app waits to be confirmed.",
                     *       "instance": "/v1/me/totp/confirm",
                     *       "code": "totp_not_begun",
                     *       "requestId": "4bf92f3577b34da6",
                     *       "retryable": false,
                     *       "userMessage": "Please begin again.",
                     *       "errors": []
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "totp_not_begun" | "idempotency_in_progress";
                    };
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    listPasskeys: {
        parameters: {
            query?: {
                /**
                 * @description How many a page holds at most.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description The `nextCursor` of the page before. It belongs to the same filters and order.
                 * @example eyJzIjoiMjAyNi0xMi0wMVQwOTowMDowMC4wMDBaIn0
                 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of passkeys. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    addPasskey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddPasskey"];
            };
        };
        responses: {
            /** @description The passkey. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedPasskey"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["LimitReached"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    beginPasskey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The options, for `PublicKeyCredential.parseCreationOptionsFromJSON()`. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyCreationOptions"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrStepUp"];
            409: components["responses"]["LimitReached"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    removePasskey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The passkey's id. Anything that is not the id of a passkey of your own is answered 404.
                 * @example psk_01k9q4a6h4j5k6m7n8p9q0r1st
                 */
                passkeyId: components["parameters"]["PasskeyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The passkey is gone. There is no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrStepUp"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["LastLogInMethod"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    updatePasskey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The passkey's id. Anything that is not the id of a passkey of your own is answered 404.
                 * @example psk_01k9q4a6h4j5k6m7n8p9q0r1st
                 */
                passkeyId: components["parameters"]["PasskeyId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdatePasskey"];
            };
        };
        responses: {
            /** @description The passkey. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Passkey"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    listDevices: {
        parameters: {
            query?: {
                /**
                 * @description How many a page holds at most.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description The `nextCursor` of the page before. It belongs to the same filters and order.
                 * @example eyJzIjoiMjAyNi0xMi0wMVQwOTowMDowMC4wMDBaIn0
                 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of devices. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    registerDevice: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterDevice"];
            };
        };
        responses: {
            /** @description The device, as it is registered now. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Device"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    getDeviceRegistrationOptions: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What can be registered. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceRegistrationOptions"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    removeDevice: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The device's id. Anything that is not the id of a device of your own is answered 404.
                 * @example pdv_01k9q4a6h4j5k6m7n8p9q0r1st
                 */
                deviceId: components["parameters"]["DeviceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The device is gone. There is no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    replaceRecoveryCodes: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description A value of your own choosing, a UUID for instance, that makes a repeated call safe: the same key with the same body gets the same answer and the command runs once. Kept for at least 30 days.
                 * @example 6f1c9a52-1f0e-4a6f-9d3b-0a1b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The new codes. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrStepUp"];
            /** @description There is no second factor (`no_second_factor`), or the same request is still running. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "Retry-After": components["headers"]["Retry-After-When-Known"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "/docs/problems#no_second_factor",
                     *       "title": "There is no second factor",
                     *       "status": 409,
                     *       "detail": "Recovery codes are for who has a second factor.",
                     *       "instance": "/v1/me/recovery-codes",
                     *       "code": "no_second_factor",
                     *       "requestId": "4bf92f3577b34da6",
                     *       "retryable": false,
                     *       "userMessage": "Please set up a second factor first.",
                     *       "errors": []
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "no_second_factor" | "idempotency_in_progress";
                    };
                };
            };
            422: components["responses"]["CommandRefused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    listSigningKeys: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description The `ETag` that you last read. When nothing has changed since, the answer is 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The public parts of the keys. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JsonWebKeySet"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            422: components["responses"]["ValidationFailed"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    getLiveness: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Healthy"];
            400: components["responses"]["BadRequest"];
            422: components["responses"]["ValidationFailed"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Ready"];
            400: components["responses"]["BadRequest"];
            422: components["responses"]["ValidationFailed"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
    getContract: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description An id of your own for this request: 1 to 128 letters, digits, dots, underscores and hyphens. It comes back in the answer and stands in our logs. Anything else is ignored and replaced.
                 * @example 4bf92f3577b34da6
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description The `ETag` that you last read. When nothing has changed since, the answer is 304 without a body.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The OpenAPI 3.1 document. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "openapi": "3.1.0",
                     *       "info": {
                     *         "title": "Holdfast",
                     *         "version": "1.0.0"
                     *       },
                     *       "paths": {}
                     *     }
                     */
                    "application/json": {
                        /** @description The version of OpenAPI. */
                        openapi: string;
                        /** @description What this is. */
                        info: {
                            [key: string]: unknown;
                        };
                        /** @description The operations. */
                        paths: {
                            [key: string]: unknown;
                        };
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            422: components["responses"]["ValidationFailed"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Unexpected"];
        };
    };
}
