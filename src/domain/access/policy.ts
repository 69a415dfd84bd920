import type { RuleName } from "./rules.ts";

/** The rule of what needs no credential. */
export type Anybody = "anybody";

/**
 * By which rule each use case is carried out: every operation of the REST contract has its row. One that is missing does
 * not compile (src/rest/access.ts), and `npm run contract` compares the contract's `security` with the rule.
 */
export const ACTIONS = {
  listBookings: "read bookings",
  createBooking: "book",
  getBooking: "look at a booking",
  updateBooking: "change bookings",
  confirmBooking: "change bookings",
  declineBooking: "change bookings",
  cancelBooking: "move or cancel bookings",
  rescheduleBooking: "move or cancel bookings",
  completeBooking: "change bookings",
  markBookingNoShow: "change bookings",
  createGuestLink: "change bookings",
  revokeGuestLinks: "change bookings",
  getAvailability: "look at free times",
  listEventTypes: "list event types",
  createEventType: "manage event types",
  getEventType: "read event types",
  updateEventType: "manage event types",
  deleteEventType: "manage event types",
  listSchedules: "read schedules",
  createSchedule: "manage schedules",
  getSchedule: "read schedules",
  updateSchedule: "manage schedules",
  deleteSchedule: "manage schedules",
  listHolidays: "read schedules",
  listHolidayCountries: "read schedules",
  listMembers: "read members",
  createMember: "manage members",
  getMember: "read members",
  updateMember: "manage members",
  deleteMember: "manage members",
  listInvitations: "read invitations",
  createInvitation: "manage members",
  getInvitation: "read invitations",
  resendInvitation: "manage members",
  revokeInvitation: "manage members",
  listApiKeys: "read API keys",
  createApiKey: "manage API keys",
  getApiKey: "read API keys",
  updateApiKey: "manage API keys",
  revokeApiKey: "manage API keys",
  rotateApiKey: "manage API keys",
  signUp: "anybody",
  completeSignUp: "anybody",
  acceptInvitation: "anybody",
  logIn: "anybody",
  logInWithSecondFactor: "anybody",
  offerPasskeys: "anybody",
  logInWithPasskey: "anybody",
  refreshSession: "anybody",
  logOut: "manage one's sessions",
  stepUp: "manage one's sessions",
  requestPasswordReset: "anybody",
  resetPassword: "anybody",
  verifyEmail: "anybody",
  confirmEmailChange: "anybody",
  changePassword: "manage one's account",
  changeEmail: "manage one's account",
  requestEmailVerification: "manage one's account",
  listSessions: "manage one's sessions",
  endOtherSessions: "manage one's sessions",
  updateSession: "manage one's sessions",
  endSession: "manage one's sessions",
  getMe: "manage one's account",
  updateMe: "manage one's account",
  getSecondFactors: "manage one's account",
  beginTotp: "manage one's account",
  confirmTotp: "manage one's account",
  removeTotp: "manage one's account",
  replaceRecoveryCodes: "manage one's account",
  leaveOrganisation: "manage one's account",
  listIdentityProviders: "anybody",
  startSocialLogIn: "anybody",
  finishSocialLogIn: "anybody",
  requestSocialSignUpEmail: "anybody",
  signUpWithIdentity: "anybody",
  listIdentities: "manage one's account",
  startLinkingIdentity: "manage one's account",
  finishLinkingIdentity: "manage one's account",
  unlinkIdentity: "manage one's account",
  beginPasskey: "manage one's account",
  addPasskey: "manage one's account",
  listPasskeys: "manage one's account",
  updatePasskey: "manage one's account",
  removePasskey: "manage one's account",
  listSigningKeys: "anybody",
  getLiveness: "anybody",
  getReadiness: "anybody",
  getContract: "anybody",
} as const satisfies Record<string, RuleName | Anybody>;

export type Action = keyof typeof ACTIONS;

/**
 * By which rule each type of the GraphQL schema is read, through whichever root or relation. A type without a row does not
 * compile, or is found by test/architecture; parts of a row are read with it.
 */
export const READS = {
  ApiKey: "read API keys",
  Attendee: "read bookings",
  AuditEntry: "read the audit log",
  Availability: "read availability",
  Booking: "read bookings",
  BookingChange: "read bookings",
  BookingFigures: "read bookings",
  BookingPeriod: "read bookings",
  BookingStats: "read bookings",
  BusyHour: "read bookings",
  EventType: "read event types",
  EventTypeFigures: "read bookings",
  EventTypeHost: "read event types",
  HistoryLine: "read bookings",
  HostFigures: "read bookings",
  LocationFigures: "read bookings",
  Invitation: "read invitations",
  Member: "read members",
  Organisation: "know oneself",
  Schedule: "read schedules",
  Usage: "read API keys",
  Viewer: "know oneself",
} as const satisfies Record<string, RuleName>;

export type ReadType = keyof typeof READS;

/** By which rule `expand` fills something in over REST: that of the same over GraphQL. */
export const EXPANSIONS = {
  host: READS.Member,
  eventType: READS.EventType,
  history: READS.HistoryLine,
} as const satisfies Record<string, RuleName>;

/** Roots, relations and fields with a rule of their own, in place of that of the type they lead to or stand in. */
export const FIELD_READS: Readonly<Record<string, RuleName>> = {
  "Query.eventTypes": "list event types",
  "Viewer.member": "know oneself",
  "EventTypeHost.fixed": "read how event types are staffed",
  "EventTypeHost.weight": "read how event types are staffed",
  "EventTypeHost.priority": "read how event types are staffed",
  "EventTypeHost.bufferBeforeMinutes": "read how event types are staffed",
  "EventTypeHost.bufferAfterMinutes": "read how event types are staffed",
  "HostFigures.workingMinutes": "read schedules",
  "HostFigures.utilisation": "read schedules",
};
