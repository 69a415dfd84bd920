import type { Wording } from "./wording.ts";

/** With "você", which is polite in Brazil and understood in Portugal. */
export const PT_BR: Wording = {
  labels: { what: "O quê", when: "Quando", where: "Onde", with: "Com", reason: "Motivo" },
  manage: "Ver, remarcar ou cancelar sua reserva",
  look: "Ver a reserva",
  attendee: {
    booking_pending: {
      subject: "Recebemos sua solicitação: {{title}}",
      body: "Recebemos sua solicitação. Ela ainda não está confirmada: avisaremos assim que estiver.\n\n{{details}}\n\n{{link}}",
    },
    booking_confirmed: {
      subject: "Sua reserva está confirmada: {{title}}",
      body: "Sua reserva está confirmada.\n\n{{details}}\n\n{{link}}",
    },
    booking_declined: {
      subject: "Sua solicitação foi recusada: {{title}}",
      body: "Lamentamos: não foi possível confirmar sua solicitação, e o horário não está mais reservado para você.\n\n{{details}}",
    },
    booking_cancelled: {
      subject: "Sua reserva foi cancelada: {{title}}",
      body: "Sua reserva foi cancelada. Isto não acontecerá mais para você:\n\n{{details}}",
    },
    booking_rescheduled: {
      subject: "Sua reserva mudou: {{title}}",
      body: "Sua reserva mudou. Agora ela é a seguinte:\n\n{{details}}\n\n{{link}}",
    },
    booking_reminder: {
      subject: "Lembrete: {{title}}, {{time}}",
      body: "Este é um lembrete da sua reserva.\n\n{{details}}\n\n{{link}}",
    },
    waiting_list_joined: {
      subject: "Você está na lista de espera: {{title}}",
      body: "Alguém, esperamos que você, colocou este endereço em uma lista de espera. Avisaremos quando um horário ficar livre.\n\n{{details}}\n\nVer seu lugar ou sair da lista:\n\n{{link}}",
    },
    waiting_list_offered: {
      subject: "Um horário ficou livre: {{title}}",
      body: "Um horário que você espera ficou livre. Ele está reservado para você até {{offer_expires_at}}; depois será oferecido à próxima pessoa, e você não estará mais na lista.\n\n{{details}}\n\nAceitar o horário ou sair da lista:\n\n{{link}}",
    },
  },
  host: {
    booking_pending: {
      subject: "Uma reserva espera por você: {{title}}",
      body: "Alguém pede um dos seus horários. Confirme ou recuse a reserva; se ninguém o fizer antes do início, ela será recusada.\n\n{{details}}\n\n{{link}}",
    },
    booking_confirmed: {
      subject: "Nova reserva: {{title}}",
      body: "Você tem uma nova reserva.\n\n{{details}}\n\n{{link}}",
    },
    booking_cancelled: {
      subject: "Reserva cancelada: {{title}}",
      body: "Esta reserva foi cancelada ou não é mais sua. O horário está livre novamente:\n\n{{details}}",
    },
    booking_rescheduled: {
      subject: "Reserva remarcada: {{title}}",
      body: "Uma das suas reservas foi remarcada. Agora ela é a seguinte:\n\n{{details}}\n\n{{link}}",
    },
    booking_reminder: {
      subject: "Lembrete: {{title}}, {{time}}",
      body: "Este é um lembrete de uma das suas reservas.\n\n{{details}}\n\n{{link}}",
    },
  },
};
