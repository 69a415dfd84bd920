/** A document to begin with, and which of the page's variables it takes. */
export interface Example {
  query: string;
  names: readonly ("from" | "to" | "eventTypeId")[];
}

export const EXAMPLES: readonly Example[] = [
  {
    names: ["from"],
    query: `# A first dashboard: who is coming. The headers below take a secret
# key; demo.json in the data folder has one.
query Dashboard($from: Instant!) {
  viewer {
    organisation {
      name
    }
  }
  bookings(from: $from, status: [pending, confirmed], first: 20) {
    totalCount
    nodes {
      id
      status
      startsAt
      endsAt
      eventType {
        title
      }
      hosts {
        name
      }
      attendees {
        name
        email
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`,
  },
  {
    names: ["from", "to"],
    query: `# What becomes of the bookings of these days, day by day.
query Figures($from: Instant!, $to: Instant!) {
  bookingStats(from: $from, to: $to, timeZone: "Europe/Berlin") {
    totals {
      total
      confirmed
      bookedMinutes
      cancellationRate
      revenue {
        amountMinor
        currency
      }
    }
    series(interval: day) {
      startsOn
      figures {
        total
      }
    }
    byHost(first: 5) {
      host {
        name
      }
      utilisation
      figures {
        total
      }
    }
  }
}
`,
  },
  {
    names: [],
    query: `# What can be booked. A publishable key will do.
query EventTypes {
  eventTypes(first: 10) {
    nodes {
      id
      slug
      title
      durationsMinutes
      price {
        amountMinor
        currency
      }
    }
  }
}
`,
  },
  {
    names: ["eventTypeId", "from", "to"],
    query: `# When an event type is free. The variables below take its identifier,
# which the tab before finds.
query Availability($eventTypeId: ID!, $from: Instant!, $to: Instant!) {
  availability(eventTypeId: $eventTypeId, from: $from, to: $to, timeZone: "Europe/Berlin") {
    durationMinutes
    days {
      date
      slots {
        startsAt
        endsAt
      }
    }
  }
}
`,
  },
];
