import type { Wording } from "./wording.ts";

/** With "usted", which offends nobody on either side of the Atlantic. */
export const ES: Wording = {
  labels: { what: "Qué", when: "Cuándo", where: "Dónde", with: "Con", reason: "Motivo" },
  manage: "Ver, cambiar o cancelar su reserva",
  look: "Ver la reserva",
  attendee: {
    booking_pending: {
      subject: "Hemos recibido su solicitud: {{title}}",
      body: "Hemos recibido su solicitud. Todavía no está confirmada: le avisaremos en cuanto lo esté.\n\n{{details}}\n\n{{link}}",
    },
    booking_confirmed: {
      subject: "Su reserva está confirmada: {{title}}",
      body: "Su reserva está confirmada.\n\n{{details}}\n\n{{link}}",
    },
    booking_declined: {
      subject: "Su solicitud ha sido rechazada: {{title}}",
      body: "Lo sentimos: no hemos podido confirmar su solicitud y el horario ya no está reservado para usted.\n\n{{details}}",
    },
    booking_cancelled: {
      subject: "Su reserva está cancelada: {{title}}",
      body: "Su reserva está cancelada. Lo siguiente ya no tendrá lugar para usted:\n\n{{details}}",
    },
    booking_rescheduled: {
      subject: "Su reserva ha cambiado: {{title}}",
      body: "Su reserva ha cambiado. Ahora es la siguiente:\n\n{{details}}\n\n{{link}}",
    },
    booking_reminder: {
      subject: "Recordatorio: {{title}}, {{time}}",
      body: "Le recordamos su reserva.\n\n{{details}}\n\n{{link}}",
    },
    waiting_list_joined: {
      subject: "Está en la lista de espera: {{title}}",
      body: "Alguien, esperamos que usted, ha apuntado esta dirección en una lista de espera. Le avisaremos cuando quede libre un horario.\n\n{{details}}\n\nVer su lugar o salir de la lista:\n\n{{link}}",
    },
    waiting_list_offered: {
      subject: "Ha quedado libre un horario: {{title}}",
      body: "Ha quedado libre un horario que usted espera. Se lo reservamos hasta el {{offer_expires_at}}; después se ofrecerá a la siguiente persona y usted ya no estará en la lista.\n\n{{details}}\n\nAceptarlo o salir de la lista:\n\n{{link}}",
    },
  },
  host: {
    booking_pending: {
      subject: "Una reserva le espera: {{title}}",
      body: "Alguien pide uno de sus horarios. Confirme la reserva o rechácela; si nadie lo hace antes de que empiece, quedará rechazada.\n\n{{details}}\n\n{{link}}",
    },
    booking_confirmed: {
      subject: "Nueva reserva: {{title}}",
      body: "Tiene una nueva reserva.\n\n{{details}}\n\n{{link}}",
    },
    booking_cancelled: {
      subject: "Reserva cancelada: {{title}}",
      body: "Esta reserva está cancelada o ya no es suya. El horario vuelve a estar libre:\n\n{{details}}",
    },
    booking_rescheduled: {
      subject: "Reserva cambiada de hora: {{title}}",
      body: "Una de sus reservas ha cambiado de hora. Ahora es la siguiente:\n\n{{details}}\n\n{{link}}",
    },
    booking_reminder: {
      subject: "Recordatorio: {{title}}, {{time}}",
      body: "Le recordamos una de sus reservas.\n\n{{details}}\n\n{{link}}",
    },
  },
};
