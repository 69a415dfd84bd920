import { signBookingEmail } from "../booking/booking-email-token.ts";
import { createOneTimeToken } from "../identity/one-time-token.ts";
import { createEmailChangeToken } from "../identity/email-change-token.ts";
import { createInvitationToken } from "../invitation/invitation-token.ts";
import { createSignUpToken } from "../identity/sign-up-token.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Sealer } from "../shared/sealer.ts";
import { createNewcomerToken } from "../social/newcomer.ts";
import { signGuestToken } from "../guest-link/guest-token.ts";
import { offsetAt } from "../shared/time-zone.ts";
import { composeMail, type ComposedMail } from "./compose-mail.ts";
import type { MailKind, NoticeKind } from "./outgoing-mail.ts";

export type ContentDeps = Pick<DomainContext, "db" | "clock"> & {
  /** Links begin with it. */
  appUrl: string;
  sealer: Pick<Sealer, "sign">;
};

/** A mail that goes out now. */
export interface MailToCompose {
  id: string;
  kind: MailKind;
  address: string;
  subjectId: string | null;
}

type Compose = (deps: ContentDeps, mail: MailToCompose) => Promise<ComposedMail | null>;

/** What a mail says; null when there is nobody to send it to, or nothing to say any more. */
export const composeNow: Compose = (deps, mail) => COMPOSERS[mail.kind](deps, mail);

/** By kind: whom the mail is to, found out when it goes, and the token that it brings. */
const COMPOSERS: Record<MailKind, Compose> = {
  async password_reset(deps, { address }) {
    const user = await findUser(deps, address);
    return user && withToken(deps, "password_reset", await createOneTimeToken(deps, user, "password_reset"));
  },
  async email_verification(deps, { address }) {
    const user = await findUser(deps, address);
    if (!user || user.emailVerifiedAt) return null;
    return withToken(deps, "email_verification", await createOneTimeToken(deps, user, "email_verification"));
  },
  async email_change(deps, { id, address, subjectId }) {
    const holder = await findUser(deps, address);
    if (holder) return holder.id === subjectId ? null : composeMail("email_taken", deps);
    const token = await createEmailChangeToken(deps, { id, userId: subjectId!, newEmail: address });
    return withToken(deps, "email_change", token);
  },
  // Whoever has the address by now: it was the person's when the change was asked for.
  email_change_notice: (deps) => Promise.resolve(composeMail("email_change_notice", deps)),
  async invitation(deps, { subjectId }) {
    return withToken(deps, "invitation", await createInvitationToken(deps, subjectId!));
  },
  async sign_up(deps, { address, subjectId }) {
    if (await hasAccount(deps, address)) {
      await deps.db.prisma.signUp.deleteMany({ where: { id: subjectId! } });
      return composeMail("account_exists", deps);
    }
    return withToken(deps, "sign_up", await createSignUpToken(deps, subjectId!));
  },
  async booking_email_verification(deps, { address, subjectId }) {
    const bookingId = subjectId!;
    if (!(await waitsForAddress(deps, bookingId))) return null;
    const token = signBookingEmail(deps.sealer, { bookingId, email: address });
    return composeMail("booking_email_verification", { ...deps, token, bookingId });
  },
  async waiting_list_joined(deps, { subjectId }) {
    const entry = await findWaiting(deps, subjectId!);
    if (entry?.status !== "waiting") return null;
    return withToken(deps, "waiting_list_joined", signGuestToken(deps.sealer, { guestId: entry.id, revision: 0 }));
  },
  async waiting_list_offer(deps, { subjectId }) {
    const entry = await findWaiting(deps, subjectId!);
    // When it comes too late it is better not sent.
    if (entry?.status !== "offered" || entry.offerExpiresAt! <= deps.clock.now()) return null;
    const { timeZone } = entry;
    const offer = {
      time: writeTime(timeZone, entry.offeredStartsAt!),
      until: writeTime(timeZone, entry.offerExpiresAt!),
    };
    const token = signGuestToken(deps.sealer, { guestId: entry.id, revision: 0 });
    return composeMail("waiting_list_offer", { ...deps, token, offer });
  },
  async webhook_endpoint_disabled(deps, { subjectId: id }) {
    const stillIs = { id: id!, status: "disabled", deletedAt: null };
    const endpoint = await deps.db.prisma.webhookEndpoint.findFirst({ where: stillIs });
    return endpoint && composeMail("webhook_endpoint_disabled", deps);
  },
  totp_added: notice("totp_added"),
  totp_removed: notice("totp_removed"),
  recovery_codes_replaced: notice("recovery_codes_replaced"),
  recovery_code_used: notice("recovery_code_used"),
  async identity_sign_up(deps, { address, subjectId }) {
    if (await hasAccount(deps, address)) return composeMail("account_exists", deps);
    return withToken(deps, "identity_sign_up", await createNewcomerToken(deps, subjectId!, address));
  },
  identity_linked: notice("identity_linked"),
  identity_unlinked: notice("identity_unlinked"),
  passkey_added: notice("passkey_added"),
  passkey_removed: notice("passkey_removed"),
};

function notice(kind: NoticeKind): Compose {
  return async (deps, { address, subjectId: provider }) =>
    (await findUser(deps, address)) ? composeMail(kind, { ...deps, provider }) : null;
}

/** Not when it was given up, or proven, before the mail went. */
async function waitsForAddress({ db, clock }: ContentDeps, id: string): Promise<boolean> {
  const waits = { status: "pending", pendingReasons: { has: "email_verification" } };
  return (await db.prisma.booking.count({ where: { id, ...waits, expiresAt: { gt: clock.now() } } })) > 0;
}

function findWaiting({ db }: ContentDeps, id: string) {
  return db.prisma.waitingListEntry.findUnique({ where: { id } });
}

/** `2026-12-01 10:00 (Europe/Berlin)`: read alike in all languages. */
function writeTime(timeZone: string, at: Date): string {
  const local = new Date(at.getTime() + offsetAt(timeZone, at.getTime()));
  return `${local.toISOString().slice(0, 16).replace("T", " ")} (${timeZone})`;
}

function findUser({ db }: ContentDeps, email: string) {
  return db.prisma.user.findUnique({ where: { email } });
}

/** Whether somebody can log in by this address: who has left every organisation may sign up for one of his own. */
async function hasAccount({ db }: ContentDeps, email: string): Promise<boolean> {
  return (await db.prisma.user.count({ where: { email, members: { some: {} } } })) > 0;
}

function withToken(deps: ContentDeps, of: Parameters<typeof composeMail>[0], token: string | null) {
  return token === null ? null : composeMail(of, { ...deps, token });
}
