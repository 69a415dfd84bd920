import type { OperationId } from "../../generated/contract-operations.ts";
import type { GuardName } from "./guards.ts";

/** Where a request is counted: in the budgets of the caller's plan unless nobody is known, and by the guards. */
interface RateClass {
  guards: readonly GuardName[];
  meaning: string;
}

export const RATE_CLASSES = {
  none: rateClass("Probes of the server's health, and the contract. Not counted."),
  ordinary: rateClass("Counted in the plan of the caller."),
  availability: rateClass("In the plan, and each visitor of a page by himself.", "visitor-availability"),
  booking: rateClass("In the plan, and each visitor of a page by himself.", "visitor-bookings"),
  own_password: rateClass(
    "In the plan, and each person by himself: it tells whether a password is right.",
    "password-person",
  ),
  own_mail: rateClass("In the plan, and each person by himself: it sends a mail.", "mail-person"),
  anonymous: rateClass("By address.", "anonymous"),
  log_in: rateClass(
    "By address and by account. Where the account's own budget is spent, it still lets in from an address from which the person has logged in, or set a new password, in the last 30 days.",
    "anonymous",
    "log-in-address",
    "log-in-device",
    "log-in-account",
  ),
  secret: rateClass("By address: it takes a token that could be guessed at.", "anonymous", "secret-address"),
  stranger_mail: rateClass(
    "By address and by account: it sends a mail to whoever is named.",
    "anonymous",
    "mail-address",
    "mail-account",
  ),
} as const satisfies Record<string, RateClass>;

export type RateClassName = keyof typeof RATE_CLASSES;

/** The class of each operation of the contract. One that has none does not compile. */
export const CLASS_OF: Record<OperationId, RateClassName> = {
  listBookings: "ordinary",
  createBooking: "booking",
  getBooking: "ordinary",
  updateBooking: "ordinary",
  confirmBooking: "ordinary",
  declineBooking: "ordinary",
  cancelBooking: "ordinary",
  rescheduleBooking: "ordinary",
  completeBooking: "ordinary",
  markBookingNoShow: "ordinary",
  getAvailability: "availability",
  listEventTypes: "ordinary",
  createEventType: "ordinary",
  getEventType: "ordinary",
  updateEventType: "ordinary",
  deleteEventType: "ordinary",
  listSchedules: "ordinary",
  createSchedule: "ordinary",
  getSchedule: "ordinary",
  updateSchedule: "ordinary",
  deleteSchedule: "ordinary",
  listMembers: "ordinary",
  createMember: "ordinary",
  getMember: "ordinary",
  updateMember: "ordinary",
  deleteMember: "ordinary",
  listApiKeys: "ordinary",
  createApiKey: "ordinary",
  getApiKey: "ordinary",
  updateApiKey: "ordinary",
  revokeApiKey: "ordinary",
  rotateApiKey: "ordinary",
  signUp: "stranger_mail",
  completeSignUp: "secret",
  logIn: "log_in",
  logInWithSecondFactor: "secret",
  offerPasskeys: "anonymous",
  logInWithPasskey: "secret",
  refreshSession: "secret",
  logOut: "ordinary",
  stepUp: "ordinary",
  requestPasswordReset: "stranger_mail",
  resetPassword: "secret",
  verifyEmail: "secret",
  changePassword: "own_password",
  requestEmailVerification: "own_mail",
  listSessions: "ordinary",
  endOtherSessions: "ordinary",
  updateSession: "ordinary",
  endSession: "ordinary",
  getMe: "ordinary",
  updateMe: "ordinary",
  getSecondFactors: "ordinary",
  beginTotp: "ordinary",
  confirmTotp: "ordinary",
  removeTotp: "ordinary",
  replaceRecoveryCodes: "ordinary",
  leaveOrganisation: "ordinary",
  listIdentityProviders: "anonymous",
  startSocialLogIn: "anonymous",
  finishSocialLogIn: "secret",
  requestSocialSignUpEmail: "stranger_mail",
  signUpWithIdentity: "secret",
  listIdentities: "ordinary",
  startLinkingIdentity: "ordinary",
  finishLinkingIdentity: "ordinary",
  unlinkIdentity: "ordinary",
  beginPasskey: "ordinary",
  addPasskey: "ordinary",
  listPasskeys: "ordinary",
  updatePasskey: "ordinary",
  removePasskey: "ordinary",
  listSigningKeys: "anonymous",
  getLiveness: "none",
  getReadiness: "none",
  getContract: "none",
};

function rateClass(meaning: string, ...guards: GuardName[]): RateClass {
  return { guards, meaning };
}
