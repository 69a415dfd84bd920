/** What fits on a telephone, in one language. */
export interface ShortTexts {
  reminder: string;
  /** How to be left alone. STOP is the word that providers and laws know, whatever the language. */
  stop: string;
  /** Of several bookings; a number follows. */
  digest: { title: string; news: string };
  toHosts: {
    booking_pending: string;
    booking_confirmed: string;
    booking_cancelled: string;
    booking_rescheduled: string;
    booking_reminder: string;
  };
}

/** By the language of a locale. */
export const SHORT_TEXTS = {
  en: {
    reminder: "Reminder",
    stop: "Reply STOP to opt out.",
    digest: { title: "Your bookings", news: "News of bookings" },
    toHosts: {
      booking_pending: "A booking waits for you",
      booking_confirmed: "New booking",
      booking_cancelled: "Booking cancelled",
      booking_rescheduled: "Booking moved",
      booking_reminder: "Reminder",
    },
  },
  de: {
    reminder: "Erinnerung",
    stop: "Abbestellen: mit STOP antworten.",
    digest: { title: "Ihre Buchungen", news: "Neues zu Buchungen" },
    toHosts: {
      booking_pending: "Eine Buchung wartet auf Sie",
      booking_confirmed: "Neue Buchung",
      booking_cancelled: "Buchung abgesagt",
      booking_rescheduled: "Buchung verschoben",
      booking_reminder: "Erinnerung",
    },
  },
  fr: {
    reminder: "Rappel",
    stop: "Pour ne plus en recevoir, répondez STOP.",
    digest: { title: "Vos réservations", news: "Nouvelles de réservations" },
    toHosts: {
      booking_pending: "Une réservation vous attend",
      booking_confirmed: "Nouvelle réservation",
      booking_cancelled: "Réservation annulée",
      booking_rescheduled: "Réservation déplacée",
      booking_reminder: "Rappel",
    },
  },
  es: {
    reminder: "Recordatorio",
    stop: "Para no recibir más, responda STOP.",
    digest: { title: "Sus reservas", news: "Novedades de reservas" },
    toHosts: {
      booking_pending: "Una reserva espera su respuesta",
      booking_confirmed: "Nueva reserva",
      booking_cancelled: "Reserva cancelada",
      booking_rescheduled: "Reserva cambiada",
      booking_reminder: "Recordatorio",
    },
  },
  pt: {
    reminder: "Lembrete",
    stop: "Para não receber mais, responda STOP.",
    digest: { title: "As suas reservas", news: "Novidades de reservas" },
    toHosts: {
      booking_pending: "Uma reserva aguarda a sua resposta",
      booking_confirmed: "Nova reserva",
      booking_cancelled: "Reserva cancelada",
      booking_rescheduled: "Reserva alterada",
      booking_reminder: "Lembrete",
    },
  },
} satisfies Record<string, ShortTexts>;

export type Language = keyof typeof SHORT_TEXTS;

/** English where a language is not spoken here. */
export function languageOf(locale: string | null): Language {
  const language = locale?.split("-")[0]!.toLowerCase() ?? "en";
  return language in SHORT_TEXTS ? (language as Language) : "en";
}
