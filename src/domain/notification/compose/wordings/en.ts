import type { Wording } from "./wording.ts";

export const EN: Wording = {
  labels: { what: "What", when: "When", where: "Where", with: "With", reason: "Reason" },
  manage: "See, move or cancel your booking",
  look: "See the booking",
  attendee: {
    booking_pending: {
      subject: "We have received your request: {{title}}",
      body: "We have received your request. It is not confirmed yet: you hear from us as soon as it is.\n\n{{details}}\n\n{{link}}",
    },
    booking_confirmed: {
      subject: "Your booking is confirmed: {{title}}",
      body: "Your booking is confirmed.\n\n{{details}}\n\n{{link}}",
    },
    booking_declined: {
      subject: "Your request was declined: {{title}}",
      body: "We are sorry: your request could not be confirmed, and the time is not kept for you.\n\n{{details}}",
    },
    booking_cancelled: {
      subject: "Your booking is cancelled: {{title}}",
      body: "Your booking is cancelled. This no longer takes place for you:\n\n{{details}}",
    },
    booking_rescheduled: {
      subject: "Your booking has changed: {{title}}",
      body: "Your booking has changed. It is now:\n\n{{details}}\n\n{{link}}",
    },
    booking_reminder: {
      subject: "Reminder: {{title}}, {{time}}",
      body: "This is a reminder of your booking.\n\n{{details}}\n\n{{link}}",
    },
    waiting_list_joined: {
      subject: "You are on the waiting list: {{title}}",
      body: "Somebody, you we hope, has put this address on a waiting list. You hear from us when a time is free.\n\n{{details}}\n\nSee your place, or leave the list:\n\n{{link}}",
    },
    waiting_list_offered: {
      subject: "A time has become free: {{title}}",
      body: "A time that you wait for has become free. It is kept for you until {{offer_expires_at}}; then it is offered to the next, and you are no longer on the list.\n\n{{details}}\n\nTake it, or leave the list:\n\n{{link}}",
    },
  },
  host: {
    booking_pending: {
      subject: "A booking waits for you: {{title}}",
      body: "Somebody asks for a time of yours. Confirm or decline it; if nobody does before it begins, it is declined by itself.\n\n{{details}}\n\n{{link}}",
    },
    booking_confirmed: {
      subject: "New booking: {{title}}",
      body: "You have a new booking.\n\n{{details}}\n\n{{link}}",
    },
    booking_cancelled: {
      subject: "Booking cancelled: {{title}}",
      body: "This booking is cancelled, or no longer yours. The time is free again:\n\n{{details}}",
    },
    booking_rescheduled: {
      subject: "Booking moved: {{title}}",
      body: "A booking of yours was moved. It is now:\n\n{{details}}\n\n{{link}}",
    },
    booking_reminder: {
      subject: "Reminder: {{title}}, {{time}}",
      body: "This is a reminder of a booking of yours.\n\n{{details}}\n\n{{link}}",
    },
  },
};
