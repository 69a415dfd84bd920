import { createApiKeyRoute } from "./api-keys/create-api-key.route.ts";
import { getApiKeyRoute } from "./api-keys/get-api-key.route.ts";
import { listApiKeysRoute } from "./api-keys/list-api-keys.route.ts";
import { revokeApiKeyRoute } from "./api-keys/revoke-api-key.route.ts";
import { rotateApiKeyRoute } from "./api-keys/rotate-api-key.route.ts";
import { discardDeadLetterRoute } from "./dead-letters/discard-dead-letter.route.ts";
import { getDeadLetterRoute } from "./dead-letters/get-dead-letter.route.ts";
import { listDeadLettersRoute } from "./dead-letters/list-dead-letters.route.ts";
import { retryDeadLetterRoute } from "./dead-letters/retry-dead-letter.route.ts";
import { getDeviceRegistrationOptionsRoute } from "./devices/get-device-registration-options.route.ts";
import { listDevicesRoute } from "./devices/list-devices.route.ts";
import { registerDeviceRoute } from "./devices/register-device.route.ts";
import { removeDeviceRoute } from "./devices/remove-device.route.ts";
import { updateApiKeyRoute } from "./api-keys/update-api-key.route.ts";
import { listSigningKeysRoute } from "./auth/list-signing-keys.route.ts";
import { logInRoute } from "./auth/log-in.route.ts";
import { logInWithPasskeyRoute } from "./auth/log-in-with-passkey.route.ts";
import { offerPasskeysRoute } from "./auth/offer-passkeys.route.ts";
import { logInWithSecondFactorRoute } from "./auth/log-in-with-second-factor.route.ts";
import { logOutRoute } from "./auth/log-out.route.ts";
import { completeSignUpRoute } from "./auth/complete-sign-up.route.ts";
import { signUpRoute } from "./auth/sign-up.route.ts";
import { refreshSessionRoute } from "./auth/refresh-session.route.ts";
import { requestPasswordResetRoute } from "./auth/request-password-reset.route.ts";
import { resetPasswordRoute } from "./auth/reset-password.route.ts";
import { stepUpRoute } from "./auth/step-up.route.ts";
import { confirmEmailChangeRoute } from "./auth/confirm-email-change.route.ts";
import { verifyEmailRoute } from "./auth/verify-email.route.ts";
import { verifyBookingEmailRoute } from "./bookings/verify-booking-email.route.ts";
import { getAvailabilityRoute } from "./availability/get-availability.route.ts";
import { cancelAttendeeRoute } from "./bookings/cancel-attendee.route.ts";
import { cancelBookingRoute } from "./bookings/cancel-booking.route.ts";
import { completeBookingRoute } from "./bookings/complete-booking.route.ts";
import { confirmBookingRoute } from "./bookings/confirm-booking.route.ts";
import { createBookingRoute } from "./bookings/create-booking.route.ts";
import { createGuestLinkRoute } from "./bookings/create-guest-link.route.ts";
import { declineBookingRoute } from "./bookings/decline-booking.route.ts";
import { getBookingRoute } from "./bookings/get-booking.route.ts";
import { listBookingsRoute } from "./bookings/list-bookings.route.ts";
import { markBookingNoShowRoute } from "./bookings/mark-booking-no-show.route.ts";
import { rescheduleBookingRoute } from "./bookings/reschedule-booking.route.ts";
import { revokeGuestLinksRoute } from "./bookings/revoke-guest-links.route.ts";
import { updateBookingRoute } from "./bookings/update-booking.route.ts";
import { createEventTypeRoute } from "./event-types/create-event-type.route.ts";
import { deleteEventTypeRoute } from "./event-types/delete-event-type.route.ts";
import { getEventTypeRoute } from "./event-types/get-event-type.route.ts";
import { listEventTypesRoute } from "./event-types/list-event-types.route.ts";
import { updateEventTypeRoute } from "./event-types/update-event-type.route.ts";
import { createBlockRoute } from "./blocks/create-block.route.ts";
import { deleteBlockRoute } from "./blocks/delete-block.route.ts";
import { getBlockRoute } from "./blocks/get-block.route.ts";
import { listBlocksRoute } from "./blocks/list-blocks.route.ts";
import { updateBlockRoute } from "./blocks/update-block.route.ts";
import { cancelSeriesRoute } from "./series/cancel-series.route.ts";
import { createSeriesRoute } from "./series/create-series.route.ts";
import { getSeriesRoute } from "./series/get-series.route.ts";
import { previewSeriesRoute } from "./series/preview-series.route.ts";
import { rescheduleSeriesRoute } from "./series/reschedule-series.route.ts";
import { getGroupSessionRoute } from "./group-sessions/get-group-session.route.ts";
import { cancelGroupSessionRoute } from "./group-sessions/cancel-group-session.route.ts";
import { rescheduleGroupSessionRoute } from "./group-sessions/reschedule-group-session.route.ts";
import { listGroupSessionsRoute } from "./group-sessions/list-group-sessions.route.ts";
import { createHoldRoute } from "./holds/create-hold.route.ts";
import { extendHoldRoute } from "./holds/extend-hold.route.ts";
import { getHoldRoute } from "./holds/get-hold.route.ts";
import { releaseHoldRoute } from "./holds/release-hold.route.ts";
import { acceptWaitingListOfferRoute } from "./waiting-list/accept-waiting-list-offer.route.ts";
import { getWaitingListEntryRoute } from "./waiting-list/get-waiting-list-entry.route.ts";
import { joinWaitingListRoute } from "./waiting-list/join-waiting-list.route.ts";
import { leaveWaitingListRoute } from "./waiting-list/leave-waiting-list.route.ts";
import { listWaitingListEntriesRoute } from "./waiting-list/list-waiting-list-entries.route.ts";
import { changeEmailRoute } from "./me/change-email.route.ts";
import { changePasswordRoute } from "./me/change-password.route.ts";
import { getOrganisationRoute } from "./organisation/get-organisation.route.ts";
import { updateOrganisationRoute } from "./organisation/update-organisation.route.ts";
import { getMeRoute } from "./me/get-me.route.ts";
import { requestEmailVerificationRoute } from "./me/request-email-verification.route.ts";
import { updateMeRoute } from "./me/update-me.route.ts";
import { acceptInvitationRoute } from "./auth/accept-invitation.route.ts";
import { createInvitationRoute } from "./invitations/create-invitation.route.ts";
import { getInvitationRoute } from "./invitations/get-invitation.route.ts";
import { listInvitationsRoute } from "./invitations/list-invitations.route.ts";
import { resendInvitationRoute } from "./invitations/resend-invitation.route.ts";
import { revokeInvitationRoute } from "./invitations/revoke-invitation.route.ts";
import { leaveOrganisationRoute } from "./me/leave-organisation.route.ts";
import { createMemberRoute } from "./members/create-member.route.ts";
import { deleteMemberRoute } from "./members/delete-member.route.ts";
import { getMemberRoute } from "./members/get-member.route.ts";
import { listMembersRoute } from "./members/list-members.route.ts";
import { updateMemberRoute } from "./members/update-member.route.ts";
import { addPasskeyRoute } from "./passkeys/add-passkey.route.ts";
import { beginPasskeyRoute } from "./passkeys/begin-passkey.route.ts";
import { listPasskeysRoute } from "./passkeys/list-passkeys.route.ts";
import { removePasskeyRoute } from "./passkeys/remove-passkey.route.ts";
import { updatePasskeyRoute } from "./passkeys/update-passkey.route.ts";
import { listHolidayCountriesRoute } from "./holidays/list-holiday-countries.route.ts";
import { listHolidaysRoute } from "./holidays/list-holidays.route.ts";
import { createScheduleRoute } from "./schedules/create-schedule.route.ts";
import { deleteScheduleRoute } from "./schedules/delete-schedule.route.ts";
import { getScheduleRoute } from "./schedules/get-schedule.route.ts";
import { listSchedulesRoute } from "./schedules/list-schedules.route.ts";
import { updateScheduleRoute } from "./schedules/update-schedule.route.ts";
import { createResourceRoute } from "./resources/create-resource.route.ts";
import { deleteResourceRoute } from "./resources/delete-resource.route.ts";
import { getResourceRoute } from "./resources/get-resource.route.ts";
import { listResourcesRoute } from "./resources/list-resources.route.ts";
import { updateResourceRoute } from "./resources/update-resource.route.ts";
import { beginTotpRoute } from "./second-factors/begin-totp.route.ts";
import { confirmTotpRoute } from "./second-factors/confirm-totp.route.ts";
import { getSecondFactorsRoute } from "./second-factors/get-second-factors.route.ts";
import { removeTotpRoute } from "./second-factors/remove-totp.route.ts";
import { replaceRecoveryCodesRoute } from "./second-factors/replace-recovery-codes.route.ts";
import { getContractRoute } from "./service/get-contract.route.ts";
import { getLivenessRoute } from "./service/get-liveness.route.ts";
import { getReadinessRoute } from "./service/get-readiness.route.ts";
import { endOtherSessionsRoute } from "./sessions/end-other-sessions.route.ts";
import { endSessionRoute } from "./sessions/end-session.route.ts";
import { listSessionsRoute } from "./sessions/list-sessions.route.ts";
import { updateSessionRoute } from "./sessions/update-session.route.ts";
import { finishLinkingIdentityRoute } from "./social/finish-linking-identity.route.ts";
import { finishSocialLogInRoute } from "./social/finish-social-log-in.route.ts";
import { listIdentitiesRoute } from "./social/list-identities.route.ts";
import { listIdentityProvidersRoute } from "./social/list-identity-providers.route.ts";
import { requestSocialSignUpEmailRoute } from "./social/request-social-sign-up-email.route.ts";
import { signUpWithIdentityRoute } from "./social/sign-up-with-identity.route.ts";
import { startLinkingIdentityRoute } from "./social/start-linking-identity.route.ts";
import { startSocialLogInRoute } from "./social/start-social-log-in.route.ts";
import { unlinkIdentityRoute } from "./social/unlink-identity.route.ts";
import { listReceiverConnectionsRoute } from "./receivers/list-receiver-connections.route.ts";
import { createReceiverConnectionRoute } from "./receivers/create-receiver-connection.route.ts";
import { getReceiverConnectionRoute } from "./receivers/get-receiver-connection.route.ts";
import { updateReceiverConnectionRoute } from "./receivers/update-receiver-connection.route.ts";
import { deleteReceiverConnectionRoute } from "./receivers/delete-receiver-connection.route.ts";
import { rotateReceiverSecretRoute } from "./receivers/rotate-receiver-secret.route.ts";
import { listReceivedEventsRoute } from "./receivers/list-received-events.route.ts";
import { getReceivedEventRoute } from "./receivers/get-received-event.route.ts";
import { listWebhookEndpointsRoute } from "./webhooks/list-webhook-endpoints.route.ts";
import { createWebhookEndpointRoute } from "./webhooks/create-webhook-endpoint.route.ts";
import { getWebhookEndpointRoute } from "./webhooks/get-webhook-endpoint.route.ts";
import { updateWebhookEndpointRoute } from "./webhooks/update-webhook-endpoint.route.ts";
import { deleteWebhookEndpointRoute } from "./webhooks/delete-webhook-endpoint.route.ts";
import { rotateWebhookSecretRoute } from "./webhooks/rotate-webhook-secret.route.ts";
import { pingWebhookEndpointRoute } from "./webhooks/ping-webhook-endpoint.route.ts";
import { listWebhookDeliveriesRoute } from "./webhooks/list-webhook-deliveries.route.ts";
import { getWebhookDeliveryRoute } from "./webhooks/get-webhook-delivery.route.ts";
import { replayWebhookEventsRoute } from "./webhooks/replay-webhook-events.route.ts";
import { replayWebhookDeliveryRoute } from "./webhooks/replay-webhook-delivery.route.ts";
import type { Routes } from "./operation.ts";

/** What carries out each operation of the contract. A missing or a surplus one does not compile. */
export const routes: Routes = {
  listBookings: listBookingsRoute,
  createBooking: createBookingRoute,
  getBooking: getBookingRoute,
  updateBooking: updateBookingRoute,
  confirmBooking: confirmBookingRoute,
  declineBooking: declineBookingRoute,
  cancelBooking: cancelBookingRoute,
  cancelAttendee: cancelAttendeeRoute,
  listGroupSessions: listGroupSessionsRoute,
  getGroupSession: getGroupSessionRoute,
  rescheduleGroupSession: rescheduleGroupSessionRoute,
  cancelGroupSession: cancelGroupSessionRoute,
  rescheduleBooking: rescheduleBookingRoute,
  completeBooking: completeBookingRoute,
  markBookingNoShow: markBookingNoShowRoute,
  createGuestLink: createGuestLinkRoute,
  revokeGuestLinks: revokeGuestLinksRoute,
  createSeries: createSeriesRoute,
  previewSeries: previewSeriesRoute,
  getSeries: getSeriesRoute,
  cancelSeries: cancelSeriesRoute,
  rescheduleSeries: rescheduleSeriesRoute,
  createHold: createHoldRoute,
  getHold: getHoldRoute,
  extendHold: extendHoldRoute,
  releaseHold: releaseHoldRoute,
  joinWaitingList: joinWaitingListRoute,
  listWaitingListEntries: listWaitingListEntriesRoute,
  getWaitingListEntry: getWaitingListEntryRoute,
  acceptWaitingListOffer: acceptWaitingListOfferRoute,
  leaveWaitingList: leaveWaitingListRoute,
  verifyBookingEmail: verifyBookingEmailRoute,
  getAvailability: getAvailabilityRoute,
  listEventTypes: listEventTypesRoute,
  createEventType: createEventTypeRoute,
  getEventType: getEventTypeRoute,
  updateEventType: updateEventTypeRoute,
  deleteEventType: deleteEventTypeRoute,
  listHolidays: listHolidaysRoute,
  listHolidayCountries: listHolidayCountriesRoute,
  listSchedules: listSchedulesRoute,
  createSchedule: createScheduleRoute,
  getSchedule: getScheduleRoute,
  updateSchedule: updateScheduleRoute,
  deleteSchedule: deleteScheduleRoute,
  listResources: listResourcesRoute,
  createResource: createResourceRoute,
  getResource: getResourceRoute,
  updateResource: updateResourceRoute,
  deleteResource: deleteResourceRoute,
  listBlocks: listBlocksRoute,
  createBlock: createBlockRoute,
  getBlock: getBlockRoute,
  updateBlock: updateBlockRoute,
  deleteBlock: deleteBlockRoute,
  listMembers: listMembersRoute,
  createMember: createMemberRoute,
  getMember: getMemberRoute,
  updateMember: updateMemberRoute,
  deleteMember: deleteMemberRoute,
  listInvitations: listInvitationsRoute,
  createInvitation: createInvitationRoute,
  getInvitation: getInvitationRoute,
  resendInvitation: resendInvitationRoute,
  revokeInvitation: revokeInvitationRoute,
  listApiKeys: listApiKeysRoute,
  createApiKey: createApiKeyRoute,
  getApiKey: getApiKeyRoute,
  updateApiKey: updateApiKeyRoute,
  revokeApiKey: revokeApiKeyRoute,
  rotateApiKey: rotateApiKeyRoute,
  listDeadLetters: listDeadLettersRoute,
  getDeadLetter: getDeadLetterRoute,
  retryDeadLetter: retryDeadLetterRoute,
  discardDeadLetter: discardDeadLetterRoute,
  listReceiverConnections: listReceiverConnectionsRoute,
  createReceiverConnection: createReceiverConnectionRoute,
  getReceiverConnection: getReceiverConnectionRoute,
  updateReceiverConnection: updateReceiverConnectionRoute,
  deleteReceiverConnection: deleteReceiverConnectionRoute,
  rotateReceiverSecret: rotateReceiverSecretRoute,
  listReceivedEvents: listReceivedEventsRoute,
  getReceivedEvent: getReceivedEventRoute,
  listWebhookEndpoints: listWebhookEndpointsRoute,
  createWebhookEndpoint: createWebhookEndpointRoute,
  getWebhookEndpoint: getWebhookEndpointRoute,
  updateWebhookEndpoint: updateWebhookEndpointRoute,
  deleteWebhookEndpoint: deleteWebhookEndpointRoute,
  rotateWebhookSecret: rotateWebhookSecretRoute,
  pingWebhookEndpoint: pingWebhookEndpointRoute,
  listWebhookDeliveries: listWebhookDeliveriesRoute,
  getWebhookDelivery: getWebhookDeliveryRoute,
  replayWebhookDelivery: replayWebhookDeliveryRoute,
  replayWebhookEvents: replayWebhookEventsRoute,
  signUp: signUpRoute,
  completeSignUp: completeSignUpRoute,
  acceptInvitation: acceptInvitationRoute,
  logIn: logInRoute,
  logInWithSecondFactor: logInWithSecondFactorRoute,
  offerPasskeys: offerPasskeysRoute,
  logInWithPasskey: logInWithPasskeyRoute,
  refreshSession: refreshSessionRoute,
  logOut: logOutRoute,
  stepUp: stepUpRoute,
  requestPasswordReset: requestPasswordResetRoute,
  resetPassword: resetPasswordRoute,
  verifyEmail: verifyEmailRoute,
  confirmEmailChange: confirmEmailChangeRoute,
  changePassword: changePasswordRoute,
  changeEmail: changeEmailRoute,
  requestEmailVerification: requestEmailVerificationRoute,
  listSessions: listSessionsRoute,
  endOtherSessions: endOtherSessionsRoute,
  updateSession: updateSessionRoute,
  endSession: endSessionRoute,
  getOrganisation: getOrganisationRoute,
  updateOrganisation: updateOrganisationRoute,
  getMe: getMeRoute,
  updateMe: updateMeRoute,
  getSecondFactors: getSecondFactorsRoute,
  beginTotp: beginTotpRoute,
  confirmTotp: confirmTotpRoute,
  removeTotp: removeTotpRoute,
  replaceRecoveryCodes: replaceRecoveryCodesRoute,
  leaveOrganisation: leaveOrganisationRoute,
  listIdentityProviders: listIdentityProvidersRoute,
  startSocialLogIn: startSocialLogInRoute,
  finishSocialLogIn: finishSocialLogInRoute,
  requestSocialSignUpEmail: requestSocialSignUpEmailRoute,
  signUpWithIdentity: signUpWithIdentityRoute,
  listIdentities: listIdentitiesRoute,
  startLinkingIdentity: startLinkingIdentityRoute,
  finishLinkingIdentity: finishLinkingIdentityRoute,
  unlinkIdentity: unlinkIdentityRoute,
  registerDevice: registerDeviceRoute,
  listDevices: listDevicesRoute,
  getDeviceRegistrationOptions: getDeviceRegistrationOptionsRoute,
  removeDevice: removeDeviceRoute,
  beginPasskey: beginPasskeyRoute,
  addPasskey: addPasskeyRoute,
  listPasskeys: listPasskeysRoute,
  updatePasskey: updatePasskeyRoute,
  removePasskey: removePasskeyRoute,
  listSigningKeys: listSigningKeysRoute,
  getLiveness: getLivenessRoute,
  getReadiness: getReadinessRoute,
  getContract: getContractRoute,
};
