import type { Wording } from "./wording.ts";

/** With "vous". A narrow space that does not break stands before the colon, as French is printed. */
export const FR: Wording = {
  labels: { what: "Objet\u202f", when: "Date\u202f", where: "Lieu\u202f", with: "Avec\u202f", reason: "Motif\u202f" },
  manage: "Voir, déplacer ou annuler votre réservation\u202f",
  look: "Voir la réservation\u202f",
  attendee: {
    booking_pending: {
      subject: "Nous avons reçu votre demande\u202f: {{title}}",
      body: "Nous avons bien reçu votre demande. Elle n’est pas encore confirmée\u202f: nous vous écrirons dès qu’elle le sera.\n\n{{details}}\n\n{{link}}",
    },
    booking_confirmed: {
      subject: "Votre réservation est confirmée\u202f: {{title}}",
      body: "Votre réservation est confirmée.\n\n{{details}}\n\n{{link}}",
    },
    booking_declined: {
      subject: "Votre demande a été refusée\u202f: {{title}}",
      body: "Nous sommes désolés\u202f: votre demande n’a pas pu être confirmée, et l’horaire ne vous est plus réservé.\n\n{{details}}",
    },
    booking_cancelled: {
      subject: "Votre réservation est annulée\u202f: {{title}}",
      body: "Votre réservation est annulée. Ceci n’aura plus lieu pour vous\u202f:\n\n{{details}}",
    },
    booking_rescheduled: {
      subject: "Votre réservation a changé\u202f: {{title}}",
      body: "Votre réservation a changé. Elle est désormais la suivante\u202f:\n\n{{details}}\n\n{{link}}",
    },
    booking_reminder: {
      subject: "Rappel\u202f: {{title}}, {{time}}",
      body: "Nous vous rappelons votre réservation.\n\n{{details}}\n\n{{link}}",
    },
    waiting_list_joined: {
      subject: "Vous êtes sur la liste d’attente\u202f: {{title}}",
      body: "Quelqu’un, vous-même nous l’espérons, a inscrit cette adresse sur une liste d’attente. Nous vous écrirons dès qu’un horaire se libère.\n\n{{details}}\n\nVoir votre place ou quitter la liste\u202f:\n\n{{link}}",
    },
    waiting_list_offered: {
      subject: "Un horaire s’est libéré\u202f: {{title}}",
      body: "Un horaire que vous attendez s’est libéré. Il vous est réservé jusqu’au {{offer_expires_at}}\u202f; ensuite, il sera proposé à la personne suivante et vous ne serez plus sur la liste.\n\n{{details}}\n\nAccepter l’horaire ou quitter la liste\u202f:\n\n{{link}}",
    },
  },
  host: {
    booking_pending: {
      subject: "Une réservation vous attend\u202f: {{title}}",
      body: "Quelqu’un demande l’un de vos horaires. Confirmez la réservation ou refusez-la\u202f; si personne ne le fait avant son début, elle sera refusée d’elle-même.\n\n{{details}}\n\n{{link}}",
    },
    booking_confirmed: {
      subject: "Nouvelle réservation\u202f: {{title}}",
      body: "Vous avez une nouvelle réservation.\n\n{{details}}\n\n{{link}}",
    },
    booking_cancelled: {
      subject: "Réservation annulée\u202f: {{title}}",
      body: "Cette réservation est annulée ou n’est plus la vôtre. L’horaire est de nouveau libre\u202f:\n\n{{details}}",
    },
    booking_rescheduled: {
      subject: "Réservation déplacée\u202f: {{title}}",
      body: "L’une de vos réservations a été déplacée. Elle est désormais la suivante\u202f:\n\n{{details}}\n\n{{link}}",
    },
    booking_reminder: {
      subject: "Rappel\u202f: {{title}}, {{time}}",
      body: "Nous vous rappelons l’une de vos réservations.\n\n{{details}}\n\n{{link}}",
    },
  },
};
