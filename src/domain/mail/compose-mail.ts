import type { MailKind } from "./outgoing-mail.ts";

/** What mails there are: some kinds say another thing where the address has an account already. */
export type MailText = MailKind | "account_exists" | "email_taken";

export interface ComposedMail {
  subject: string;
  text: string;
}

interface MailInput {
  appUrl: string;
  /** Of those mails that prove an address. */
  token?: string;
  /** Which provider it is about. */
  provider?: string | null;
  /** Which booking it is about. */
  bookingId?: string;
  /** A time, and until when it is offered, both as they are written to people. */
  offer?: { time: string; until: string };
}

interface Wording {
  subject: string;
  lead: string;
  /** Where in the app it leads. */
  path: string;
  /** Its token is a guest link's: it stands where no server and no log is sent it, and works as often as it is used. */
  isGuestLink?: true;
  /** How long its token holds. */
  holds?: string;
  otherwise: string;
}

/** The subject and the text of a mail. Nothing in them was written by a stranger. */
export function composeMail(of: MailText, input: MailInput): ComposedMail {
  const { appUrl, token, provider, bookingId = "", offer } = input;
  const { subject, lead, path, holds, otherwise, isGuestLink } = WORDINGS[of];
  const proof = token === undefined ? "" : `${isGuestLink ? "#" : "?token="}${token}`;
  const link = `${appUrl}${path.replace("{bookingId}", bookingId)}${proof}`;
  const ways = token === undefined ? [] : [`Or enter this in the app: ${token}`];
  const end = holds === undefined ? otherwise : `It works once, for ${holds}. ${otherwise}`;
  const text = `${[lead, `  ${link}`, ...ways, end].join("\n\n")}\n`
    .replaceAll("{provider}", PROVIDER_NAMES[provider ?? ""] ?? "another provider")
    .replaceAll("{time}", offer?.time ?? "")
    .replaceAll("{until}", offer?.until ?? "");
  return { subject, text };
}

/** For whoever reads of what he has not done. */
const NOT_YOU =
  "If it was not you, somebody is in your account: set a new password there, which logs out every device, and look through what is set up.";

/** As people know them. */
const PROVIDER_NAMES: Readonly<Record<string, string>> = { google: "Google", microsoft: "Microsoft", github: "GitHub" };

const WORDINGS: Record<MailText, Wording> = {
  password_reset: {
    subject: "Set a new password",
    path: "/reset-password",
    lead: "Somebody, you we hope, has asked for a new password for this address. Set it here:",
    holds: "an hour",
    otherwise: "If it was not you, do nothing: your password stays as it is.",
  },
  email_verification: {
    subject: "Confirm your e-mail address",
    path: "/verify-email",
    lead: "Confirm here that this address is yours:",
    holds: "a day",
    otherwise: "If you have no account with us, do nothing.",
  },
  email_change: {
    subject: "Confirm your new e-mail address",
    path: "/confirm-email-change",
    lead: "Somebody, you we hope, wants to log in to his account by this address from now on. Confirm it here; every device is logged out then:",
    holds: "a day",
    otherwise: "If it was not you, do nothing: nothing changes.",
  },
  email_change_notice: {
    subject: "Your e-mail address is about to change",
    path: "/security",
    lead: "Somebody, you we hope, has asked that you log in to your account by another e-mail address. It takes the place of this one when it is confirmed. What is set up you see here:",
    otherwise:
      "If it was not you, somebody is in your account: set a new password there at once, which stops the change and logs out every device, and look through what is set up.",
  },
  email_taken: {
    subject: "This e-mail address has an account already",
    path: "/request-password-reset",
    lead: "Somebody, you we hope, wants to log in to another account by this address. It has an account of its own, and keeps it: log in with your password. Where you have forgotten it, ask for another here:",
    otherwise: "If it was not you, do nothing: nothing has changed.",
  },
  sign_up: {
    subject: "Complete your sign-up",
    path: "/complete-sign-up",
    lead: "Somebody, you we hope, has signed up with this address. Complete it here with the password that you chose:",
    holds: "a day",
    otherwise: "If it was not you, do nothing: there is no account until then.",
  },
  identity_sign_up: {
    subject: "Complete your sign-up",
    path: "/complete-sign-up",
    lead: "Somebody, you we hope, signs up with this address, and comes from another provider. Go on here, in the same browser:",
    holds: "an hour",
    otherwise: "If it was not you, do nothing: there is no account until then.",
  },
  identity_linked: {
    subject: "There is a new way to log in to your account",
    path: "/security",
    lead: "Your account was linked with {provider}: whoever is logged in there can log in here by it. What is set up you see here:",
    otherwise: NOT_YOU,
  },
  identity_unlinked: {
    subject: "A way to log in to your account is gone",
    path: "/security",
    lead: "Your account was unlinked from {provider}: nobody logs in by it any more. What is set up you see here:",
    otherwise: NOT_YOU,
  },
  invitation: {
    subject: "You are invited",
    path: "/accept-invitation",
    lead: "You are invited to work together with others in an organisation of theirs. Join it here:",
    holds: "a week",
    otherwise: "If you do not know of it, do nothing: then you are no member of anything.",
  },
  account_exists: {
    subject: "You have an account already",
    path: "/request-password-reset",
    lead: "Somebody, you we hope, has signed up with this address. It has an account already: log in with your password. Where you have forgotten it, ask for another here:",
    otherwise: "If it was not you, do nothing: nothing has changed.",
  },
  booking_email_verification: {
    subject: "Confirm your e-mail address for a booking",
    path: "/bookings/{bookingId}/verify-email",
    lead: "Somebody, you we hope, has booked a time and given this address. Confirm here that it is yours, within half an hour and before the time that was booked:",
    otherwise: "If it was not you, do nothing: the booking is given up, and you hear no more of it.",
  },
  waiting_list_joined: {
    subject: "You are on the waiting list",
    path: "/waiting-list",
    isGuestLink: true,
    lead: "Somebody, you we hope, has put this address on a waiting list. You get a mail when a time is free. Here you see your place, and leave the list:",
    otherwise: "If it was not you, leave the list there, or do nothing.",
  },
  waiting_list_offer: {
    subject: "A time has become free",
    path: "/waiting-list",
    isGuestLink: true,
    lead: "You are on a waiting list, and a time has become free: {time}. It is kept for you until {until}. Take it here, or leave the list:",
    otherwise: "If you do not take it until then, it is offered to the next, and you are no longer on the list.",
  },
  webhook_endpoint_disabled: {
    subject: "A webhook endpoint was disabled",
    path: "/webhooks",
    lead: "A server that your organisation has told of events by webhooks has taken none for days, or has answered that it wants none any more. Nothing is sent to it now. Which one it is, and what it answered, you see here:",
    otherwise: "When it works again, enable it there, and have sent again what it has missed.",
  },
  totp_added: {
    subject: "An authenticator app was set up",
    path: "/security",
    lead: "An authenticator app was set up for your account. From now on its codes are asked for when you log in. What is set up you see here:",
    otherwise: NOT_YOU,
  },
  totp_removed: {
    subject: "Your authenticator app was removed",
    path: "/security",
    lead: "The authenticator app of your account was removed. Its codes are asked for no more. What is set up you see here:",
    otherwise: NOT_YOU,
  },
  recovery_codes_replaced: {
    subject: "You have new recovery codes",
    path: "/security",
    lead: "New recovery codes were made for your account. The old ones are worth nothing any more. What is set up you see here:",
    otherwise: NOT_YOU,
  },
  recovery_code_used: {
    subject: "A recovery code was used",
    path: "/security",
    lead: "Somebody, you we hope, has used one of your recovery codes. How many are left you see here:",
    otherwise: NOT_YOU,
  },
  passkey_added: {
    subject: "A passkey was added",
    path: "/security",
    lead: "A passkey was added to your account. It logs in by itself, and it is asked for when you log in by your password. What is set up you see here:",
    otherwise: NOT_YOU,
  },
  passkey_removed: {
    subject: "A passkey was removed",
    path: "/security",
    lead: "A passkey of your account was removed. It logs in no more. What is set up you see here:",
    otherwise: NOT_YOU,
  },
};
