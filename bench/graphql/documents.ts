/** What is asked of every side, in the words of each. */
export interface Documents {
  /** 20 bookings with what each belongs to. */
  Dashboard: string;
  /** Three levels: members, their next bookings, who attends those. */
  Agendas: string;
  /** By day of a month: all bookings, and the revenue of those that are confirmed or completed, by currency. */
  Month: string;
}

const PAGE = "pageInfo { hasNextPage }";

const DASHBOARD = `{
  edges {
    cursor
    node {
      id status title startsAt endsAt timeZone notes
      eventType { id title durationsMinutes }
      hosts { id name }
      attendees { id name email }
    }
  }
  ${PAGE}
}`;

const AGENDAS = `{
  edges {
    node {
      id name
      bookings(first: 10, from: $from) {
        edges { node { id status title startsAt endsAt attendees { id name email } } }
        ${PAGE}
      }
    }
  }
  ${PAGE}
}`;

const MONTH = `{ series(interval: day) { startsOn figures { total revenue { amountMinor currency } } } }`;

export const OURS: Documents = {
  Dashboard: `query Dashboard($from: Instant!) { bookings(first: 20, from: $from) ${DASHBOARD} }`,
  Agendas: `query Agendas($from: Instant!) { members(first: 10) ${AGENDAS} }`,
  Month: `query Month($from: Instant!, $to: Instant!) { bookingStats(from: $from, to: $to, timeZone: "UTC") ${MONTH} }`,
};

/** The same with one more root, which has a resolver: graphql-js carries it out beside the statement. */
export const OURS_BESIDE_A_RESOLVER: Documents = {
  Dashboard: withSchemaRoot(OURS.Dashboard),
  Agendas: withSchemaRoot(OURS.Agendas),
  Month: withSchemaRoot(OURS.Month),
};

function withSchemaRoot(document: string): string {
  return document.replace(/\}$/, "__schema { queryType { name } } }");
}

/** The same types, but the organisation is an argument. */
export const POTHOS: Documents = {
  Dashboard: `query Dashboard($organisationId: ID!, $from: Instant!) {
    bookings(organisationId: $organisationId, first: 20, from: $from) ${DASHBOARD}
  }`,
  Agendas: `query Agendas($organisationId: ID!, $from: Instant!) {
    members(organisationId: $organisationId, first: 10) ${AGENDAS}
  }`,
  Month: `query Month($organisationId: ID!, $from: Instant!, $to: Instant!) {
    bookingStats(organisationId: $organisationId, from: $from, to: $to, timeZone: "UTC") ${MONTH}
  }`,
};

export const POSTGRAPHILE: Documents = {
  Dashboard: `query Dashboard($organisationId: String!, $from: Datetime!) {
    bookings: allBookings(
      first: 20
      orderBy: [STARTS_AT_ASC]
      condition: { organisationId: $organisationId }
      filter: { startsAt: { greaterThanOrEqualTo: $from } }
    ) {
      edges {
        cursor
        node {
          id: rowId status title startsAt endsAt timeZone notes
          eventType: eventTypeByEventTypeId { id: rowId title durationsMinutes }
          hosts: bookingHostsByBookingIdList(orderBy: [POSITION_ASC]) { member: memberByMemberId { id: rowId name } }
          attendees: attendeesByBookingIdList(orderBy: [POSITION_ASC]) { id: rowId name email }
        }
      }
      ${PAGE}
    }
  }`,
  Agendas: `query Agendas($organisationId: String!, $from: Datetime!) {
    members: allMembers(first: 10, orderBy: [CREATED_AT_ASC], condition: { organisationId: $organisationId }) {
      edges {
        node {
          id: rowId name
          bookings: bookingHostsByMemberId(
            first: 10
            orderBy: [STARTS_AT_ASC]
            filter: { startsAt: { greaterThanOrEqualTo: $from } }
          ) {
            edges {
              node {
                booking: bookingByBookingId {
                  id: rowId status title startsAt endsAt
                  attendees: attendeesByBookingIdList(orderBy: [POSITION_ASC]) { id: rowId name email }
                }
              }
            }
            ${PAGE}
          }
        }
      }
      ${PAGE}
    }
  }`,
  Month: `query Month($organisationId: String!, $from: Datetime!, $to: Datetime!) {
    bookingStats: benchBookingStatsList(organisationId: $organisationId, from: $from, to: $to, timeZone: "UTC") { startsOn total revenue }
  }`,
};

/** The hand-written statements go by the operation's name. */
export const STATEMENTS: Documents = { Dashboard: "", Agendas: "", Month: "" };
