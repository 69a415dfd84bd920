import type { Wording } from "./wording.ts";

/** With "Sie", as businesses write to customers whom they do not know. */
export const DE: Wording = {
  labels: { what: "Was", when: "Wann", where: "Wo", with: "Mit", reason: "Grund" },
  manage: "Buchung ansehen, verschieben oder absagen",
  look: "Buchung ansehen",
  attendee: {
    booking_pending: {
      subject: "Wir haben Ihre Anfrage erhalten: {{title}}",
      body: "Wir haben Ihre Anfrage erhalten. Sie ist noch nicht bestätigt: Sie hören von uns, sobald das geschehen ist.\n\n{{details}}\n\n{{link}}",
    },
    booking_confirmed: {
      subject: "Ihre Buchung ist bestätigt: {{title}}",
      body: "Ihre Buchung ist bestätigt.\n\n{{details}}\n\n{{link}}",
    },
    booking_declined: {
      subject: "Ihre Anfrage wurde abgelehnt: {{title}}",
      body: "Leider konnten wir Ihre Anfrage nicht bestätigen. Die Zeit ist nicht mehr für Sie reserviert.\n\n{{details}}",
    },
    booking_cancelled: {
      subject: "Ihre Buchung ist abgesagt: {{title}}",
      body: "Ihre Buchung ist abgesagt. Folgendes findet für Sie nicht mehr statt:\n\n{{details}}",
    },
    booking_rescheduled: {
      subject: "Ihre Buchung hat sich geändert: {{title}}",
      body: "Ihre Buchung hat sich geändert. Es gilt nun:\n\n{{details}}\n\n{{link}}",
    },
    booking_reminder: {
      subject: "Erinnerung: {{title}}, {{time}}",
      body: "Wir erinnern Sie an Ihre Buchung.\n\n{{details}}\n\n{{link}}",
    },
    waiting_list_joined: {
      subject: "Sie stehen auf der Warteliste: {{title}}",
      body: "Jemand, hoffentlich Sie selbst, hat diese Adresse auf eine Warteliste gesetzt. Sie hören von uns, wenn eine Zeit frei wird.\n\n{{details}}\n\nIhren Platz ansehen oder die Liste verlassen:\n\n{{link}}",
    },
    waiting_list_offered: {
      subject: "Eine Zeit ist frei geworden: {{title}}",
      body: "Eine Zeit, auf die Sie warten, ist frei geworden. Sie ist bis {{offer_expires_at}} für Sie reserviert. Danach wird sie der nächsten Person angeboten, und Sie stehen nicht mehr auf der Liste.\n\n{{details}}\n\nDie Zeit annehmen oder die Liste verlassen:\n\n{{link}}",
    },
  },
  host: {
    booking_pending: {
      subject: "Eine Buchung wartet auf Sie: {{title}}",
      body: "Jemand bittet um eine Ihrer Zeiten. Bestätigen Sie die Buchung oder lehnen Sie sie ab; tut das niemand vor ihrem Beginn, gilt sie als abgelehnt.\n\n{{details}}\n\n{{link}}",
    },
    booking_confirmed: {
      subject: "Neue Buchung: {{title}}",
      body: "Sie haben eine neue Buchung.\n\n{{details}}\n\n{{link}}",
    },
    booking_cancelled: {
      subject: "Buchung abgesagt: {{title}}",
      body: "Diese Buchung ist abgesagt oder nicht mehr Ihre. Die Zeit ist wieder frei:\n\n{{details}}",
    },
    booking_rescheduled: {
      subject: "Buchung verschoben: {{title}}",
      body: "Eine Ihrer Buchungen wurde verschoben. Es gilt nun:\n\n{{details}}\n\n{{link}}",
    },
    booking_reminder: {
      subject: "Erinnerung: {{title}}, {{time}}",
      body: "Wir erinnern Sie an eine Ihrer Buchungen.\n\n{{details}}\n\n{{link}}",
    },
  },
};
