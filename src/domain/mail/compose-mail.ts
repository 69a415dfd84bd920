import type { MailKind } from "./outgoing-mail.ts";

interface MailInput {
  appUrl: string;
  token: string;
}

/** The subject and the text of a mail. Nothing in them was written by a stranger. */
export function composeMail(kind: MailKind, { appUrl, token }: MailInput): { subject: string; text: string } {
  const { subject, path, lead, holds, otherwise } = TEXTS[kind];
  const text = `${lead}

  ${appUrl}${path}?token=${token}

Or enter this in the app: ${token}

It works once, for ${holds}. ${otherwise}
`;
  return { subject, text };
}

const TEXTS: Record<MailKind, { subject: string; path: string; lead: string; holds: string; otherwise: string }> = {
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
};
