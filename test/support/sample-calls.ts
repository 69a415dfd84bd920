import type { ApiKeyKind } from "../../src/domain/access/api-key.ts";
import { ACTIONS } from "../../src/domain/access/policy.ts";
import { RULES, type Rule } from "../../src/domain/access/rules.ts";
import { signBookingEmail } from "../../src/domain/booking/booking-email-token.ts";
import type { Visibility } from "../../src/domain/event-type/event-type.ts";
import { createOneTimeToken, type TokenPurpose } from "../../src/domain/identity/one-time-token.ts";
import { createInvitation } from "../../src/domain/invitation/create-invitation.ts";
import { createInvitationToken } from "../../src/domain/invitation/invitation-token.ts";
import { createMember } from "../../src/domain/identity/create-member.ts";
import { createResource } from "../../src/domain/resource/create-resource.ts";
import { createSignUpToken } from "../../src/domain/identity/sign-up-token.ts";
import { toHouse, type Scope } from "../../src/domain/shared/actor.ts";
import { serveWaitingList } from "../../src/domain/waiting-list/serve-waiting-list.ts";
import { newId } from "../../src/domain/shared/ids.ts";
import { OPERATIONS, type ContractOperation, type OperationId } from "../../src/generated/contract-operations.ts";
import { bookingRequest } from "./booking-request.ts";
import { createReceiverConnection } from "../../src/domain/receiver/create-receiver-connection.ts";
import { RECEIVERS } from "../../src/main/receivers.ts";
import { addDeadLetter } from "./dead-letters.ts";
import { addReceivedEvent } from "./received-events.ts";
import { createFactorFixture } from "./second-factors.ts";
import { PUBLIC_URL, TEST_SEALER, type Answer } from "./rest-app.ts";
import { comeBack, comeBackToLink } from "./identity-providers/local-flow.ts";
import { TEST_PASSWORD_HASHER } from "./password-hasher.ts";
import type { RestWorld } from "./rest-world.ts";

export const OPERATION_IDS = Object.keys(OPERATIONS) as OperationId[];

/** One call of an operation; its method is the contract's. */
export interface SampleCall {
  path: string;
  body?: object;
}

/** For each operation a call that is right when the one whose samples they are makes it, on objects that were made for it. */
export type SampleCalls = Record<OperationId, () => Promise<SampleCall>>;

/** What the owner gets by it. He is the only one, and so cannot leave. */
export function statusOf(id: OperationId): number {
  return id === "leaveOrganisation" ? 409 : OPERATIONS[id].successStatus;
}

/** A Monday, at nine in Berlin. */
const START = Date.parse("2027-01-04T08:00:00Z");
const HOUR_MS = 3_600_000;
const HOURS_A_DAY = 8;
const ANY_TIME = { override: ["past", "day_off", "outside_hours", "off_grid"] };

/** Whose objects samples are of, and who sees the event types. */
export interface SamplesOf {
  /** The owner's when left out. */
  memberId?: string;
  visibility?: Visibility;
}

export async function createSampleCalls(
  world: RestWorld,
  { memberId = world.clinic.owner.memberId, visibility = "public" }: SamplesOf = {},
): Promise<SampleCalls> {
  const { app, clinic, book, clock, logIn } = world;
  const hosts = [{ memberId }];
  const immediate = (await clinic.addEventType({ hosts, visibility })).id;
  const onRequest = (await clinic.addEventType({ hosts, visibility, requiresConfirmation: true })).id;
  let turn = 0;
  const nextTime = () => workingHour(turn++);
  const pastTime = () => new Date(clock.now().getTime() - ++turn * HOUR_MS).toISOString();

  const onBooking =
    (suffix: string, eventTypeId: string, startsAt = nextTime, body?: () => object) =>
    async () => {
      const { id } = await book(eventTypeId, startsAt(), ANY_TIME);
      return { path: `/v1/bookings/${id}${suffix}`, body: body?.() };
    };
  const blockedHour = () => {
    const startsAt = Date.parse("2030-01-01T00:00:00Z") + turn++ * HOUR_MS;
    return { startsAt: new Date(startsAt).toISOString(), endsAt: new Date(startsAt + HOUR_MS).toISOString() };
  };
  const onBlock = (body?: object) => async () => {
    const { id } = (await world.call("POST", "/v1/blocks", { body: { memberId, ...blockedHour() } })).body;
    return { path: `/v1/blocks/${id}`, body };
  };
  const previewRequest = () => {
    const recurrence = { rrule: "FREQ=YEARLY;COUNT=2" };
    return { eventTypeId: immediate, startsAt: nextTime(), timeZone: "UTC", recurrence };
  };
  /** The second time of it is a Tuesday, the first one any working day: what is not free is left out. */
  const seriesRequest = () => {
    const { eventTypeId, startsAt, ...times } = previewRequest();
    return bookingRequest(eventTypeId, startsAt, { ...times, mode: "best_effort" });
  };
  const onSeries = (suffix: string, body?: (recurrenceId: string) => object) => async () => {
    const { id, startsAt } = (await world.call("POST", "/v1/series", { body: seriesRequest() })).body;
    return { path: `/v1/series/${id}${suffix}`, body: body?.(startsAt) };
  };
  /** As the public has made it, so that everybody may use it; what is private it cannot hold. */
  const onHold = (suffix: string) => async () => {
    const body = { eventTypeId: immediate, startsAt: nextTime() };
    const { id } = (await world.call("POST", "/v1/holds", { body })).body;
    const { organisationId } = clinic;
    const key = await app.db.prisma.apiKey.findFirstOrThrow({ where: { organisationId, kind: "publishable" } });
    if (visibility !== "private") await app.db.prisma.hold.update({ where: { id }, data: { credentialId: key.id } });
    return { path: `/v1/holds/${id}${suffix}` };
  };
  /** For a time that is taken; it frees when the booking is cancelled. */
  const waitingCall = async () => {
    const startsAt = nextTime();
    const { id: bookingId } = await book(immediate, startsAt, ANY_TIME);
    const attendee = { name: "Waiting", email: newAddress() };
    return {
      bookingId,
      path: "/v1/waiting-list-entries",
      body: { eventTypeId: immediate, startsAt, timeZone: "UTC", attendee },
    };
  };
  const onEntry =
    (suffix: string, isOffered = false) =>
    async () => {
      const { bookingId, path, body } = await waitingCall();
      const { id } = (await world.call("POST", path, { body })).body;
      if (isOffered) {
        await world.call("POST", `/v1/bookings/${bookingId}/cancel`);
        await serveWaitingList({ ...clinic.asOwner, actor: toHouse(clinic.organisationId) }, immediate);
      }
      return { path: `/v1/waiting-list-entries/${id}${suffix}` };
    };
  const onEventType = (body?: object) => async () => {
    const { id } = await clinic.addEventType({ hosts, visibility });
    return { path: `/v1/event-types/${id}`, body };
  };
  const onSchedule = (body?: object) => async () => {
    const { id } = await clinic.addSchedule(memberId);
    return { path: `/v1/schedules/${id}`, body };
  };
  const onResource = (body?: object) => async () => {
    const { id } = await createResource(clinic.asOwner, { name: "Room", kind: "room", timeZone: "UTC" });
    return { path: `/v1/resources/${id}`, body };
  };
  /** There is room for so many. */
  const addReceiverConnection = async () => {
    const { organisationId } = clinic;
    await app.db.prisma.receiverConnection.updateMany({ where: { organisationId }, data: { deletedAt: clock.now() } });
    return createReceiverConnection(
      { ...clinic.asOwner, sealer: TEST_SEALER, receivers: RECEIVERS, publicUrl: PUBLIC_URL },
      { provider: "standard-webhooks", name: "Laboratory" },
    );
  };
  const onReceiverConnection =
    (suffix = "", body?: object) =>
    async () => ({ path: `/v1/receiver-connections/${(await addReceiverConnection()).connection.id}${suffix}`, body });
  const receivedEvent = async () => {
    const { connection } = await addReceiverConnection();
    const id = await addReceivedEvent(app.db, connection);
    return { path: `/v1/received-events/${id}` };
  };
  const newWebhookEndpoint = () => ({ url: `https://receiver.example/${++turn}`, eventTypes: ["hold.extended"] });
  /** There is room for so many. */
  const addWebhookEndpoint = async () => {
    const { organisationId } = clinic;
    await app.db.prisma.webhookEndpoint.updateMany({ where: { organisationId }, data: { deletedAt: clock.now() } });
    const { body } = await world.call("POST", "/v1/webhook-endpoints", { body: newWebhookEndpoint() });
    return `/v1/webhook-endpoints/${body.id}`;
  };
  const onWebhookEndpoint =
    (suffix = "", body?: object) =>
    async () => ({ path: `${await addWebhookEndpoint()}${suffix}`, body });
  const onWebhookDelivery =
    (suffix = "") =>
    async () => {
      const { id } = (await world.call("POST", `${await addWebhookEndpoint()}/ping`)).body;
      return { path: `/v1/webhook-deliveries/${id}${suffix}` };
    };
  const onMember = (body?: object) => async () => {
    const { memberId } = await clinic.addPerson();
    return { path: `/v1/members/${memberId}`, body };
  };
  const onApiKey =
    (suffix = "", body?: object, kind: ApiKeyKind = "secret") =>
    async () => {
      const scopes = kind === "secret" ? (["api_keys:write"] as Scope[]) : undefined;
      return { path: `/v1/api-keys/${(await clinic.addKey({ kind, scopes })).id}${suffix}`, body };
    };
  const mailedToken = async (purpose: TokenPurpose) => {
    const owner = await app.db.prisma.user.findUniqueOrThrow({ where: { email: clinic.ownerLogIn.email } });
    return createOneTimeToken({ db: app.db, clock }, owner, purpose);
  };
  const newAddress = () => `newcomer-${newId("user").slice(4)}@example.com`;
  const linkedIdentity = async () => {
    const { id: userId } = await app.db.prisma.user.findFirstOrThrow({
      where: { members: { some: { id: memberId } } },
    });
    const identity = { provider: "local", issuer: "local", subject: newAddress(), createdAt: clock.now() };
    return app.db.prisma.identity.create({ data: { id: newId("identity"), userId, ...identity } });
  };
  const registeredDevice = async () => {
    const body = { kind: "fcm", token: newId("device").slice(4) };
    return (await world.call("POST", "/v1/me/devices", { body, key: (await logIn()).accessToken })).body.id;
  };
  const signUpToken = async () => {
    const body = await comeBack(app, { email: newAddress() });
    return (await app.call("POST", "/v1/auth/social/local/finish", { body })).body.signUpToken;
  };
  const { password } = clinic.ownerLogIn;
  const invited = () => ({ email: newAddress(), role: "member" as const });
  const onInvitation = (suffix: string) => async () => {
    const { id } = await createInvitation(clinic.asOwner, invited());
    return { path: `/v1/invitations/${id}${suffix}` };
  };
  const onDeadLetter = (suffix: string) => async () => ({
    path: `/v1/dead-letters/${await addDeadLetter(app.db, clinic.organisationId)}${suffix}`,
  });
  const newcomer = () => ({ email: newAddress(), password, name: "New", organisationName: "New" });
  const factors = await createFactorFixture(world, memberId);
  const onGroupSession = (suffix: string, body?: () => object) => async () => {
    const { id } = await clinic.addEventType({ hosts, visibility, seats: 9 });
    const { groupSessionId } = await book(id, nextTime(), ANY_TIME);
    return { path: `/v1/group-sessions/${groupSessionId!}${suffix}`, body: body?.() };
  };
  const onSession = (body?: object) => async () => ({ path: `/v1/sessions/${(await logIn()).session.id}`, body });
  const plain = (path: string, body?: () => object) => () => Promise.resolve({ path, body: body?.() });

  return {
    listBookings: plain("/v1/bookings"),
    createBooking: plain("/v1/bookings", () => bookingRequest(immediate, nextTime())),
    getBooking: onBooking("", immediate),
    updateBooking: onBooking("", immediate, nextTime, () => ({ notes: "New" })),
    confirmBooking: onBooking("/confirm", onRequest),
    joinWaitingList: async () => {
      const { path, body } = await waitingCall();
      return { path, body };
    },
    listWaitingListEntries: plain("/v1/waiting-list-entries"),
    getWaitingListEntry: onEntry(""),
    acceptWaitingListOffer: onEntry("/accept", true),
    leaveWaitingList: onEntry("/leave"),
    async verifyBookingEmail() {
      const { id, attendees } = await book(onRequest, nextTime(), ANY_TIME);
      await app.db.prisma.booking.update({ where: { id }, data: { pendingReasons: ["email_verification"] } });
      const token = signBookingEmail(TEST_SEALER, { bookingId: id, email: attendees[0]!.email });
      return { path: `/v1/bookings/${id}/verify-email`, body: { token } };
    },
    declineBooking: onBooking("/decline", onRequest),
    cancelBooking: onBooking("/cancel", immediate),
    cancelAttendee: async () => {
      const { id, attendees } = await book(immediate, nextTime(), { ...ANY_TIME, guests: [{ email: newAddress() }] });
      return { path: `/v1/bookings/${id}/attendees/${attendees[1]!.id}/cancel` };
    },
    rescheduleBooking: onBooking("/reschedule", immediate, nextTime, () => ({ startsAt: nextTime() })),
    completeBooking: onBooking("/complete", immediate, pastTime),
    markBookingNoShow: onBooking("/no-show", immediate, pastTime),
    createGuestLink: onBooking("/guest-links", immediate),
    revokeGuestLinks: onBooking("/guest-links/revoke", immediate),
    listGroupSessions: plain("/v1/group-sessions"),
    getGroupSession: onGroupSession(""),
    rescheduleGroupSession: onGroupSession("/reschedule", () => ({ startsAt: nextTime() })),
    cancelGroupSession: onGroupSession("/cancel"),
    createHold: plain("/v1/holds", () => ({ eventTypeId: immediate, startsAt: nextTime() })),
    getHold: onHold(""),
    extendHold: onHold("/extend"),
    releaseHold: onHold(""),
    getAvailability: plain(
      `/v1/availability?eventTypeId=${immediate}&from=2026-12-01T00:00:00Z&to=2026-12-02T00:00:00Z&timeZone=UTC`,
    ),
    listEventTypes: plain("/v1/event-types"),
    createEventType: plain("/v1/event-types", () => ({ title: "New", hosts })),
    getEventType: onEventType(),
    updateEventType: onEventType({ title: "Other" }),
    deleteEventType: onEventType(),
    listSchedules: plain("/v1/schedules"),
    createSchedule: plain("/v1/schedules", () => ({ name: "New", memberId, timeZone: "UTC" })),
    getSchedule: onSchedule(),
    updateSchedule: onSchedule({ name: "Other" }),
    deleteSchedule: onSchedule(),
    listHolidays: plain("/v1/holidays?country=DE&region=BY&year=2026"),
    listHolidayCountries: plain("/v1/holidays/countries"),
    listResources: plain("/v1/resources"),
    createResource: plain("/v1/resources", () => ({ name: "New", kind: "room", timeZone: "UTC" })),
    getResource: onResource(),
    updateResource: onResource({ name: "Other" }),
    deleteResource: onResource(),
    createSeries: plain("/v1/series", () => seriesRequest()),
    previewSeries: plain("/v1/series/preview", () => previewRequest()),
    getSeries: onSeries(""),
    cancelSeries: onSeries("/cancel", () => ({ scope: "all" })),
    rescheduleSeries: onSeries("/reschedule", (recurrenceId) => ({
      scope: "this",
      recurrenceId,
      startsAt: nextTime(),
    })),
    listBlocks: plain("/v1/blocks"),
    createBlock: plain("/v1/blocks", () => ({ memberId, ...blockedHour() })),
    getBlock: onBlock(),
    updateBlock: onBlock({ note: "New" }),
    deleteBlock: onBlock(),
    listMembers: plain("/v1/members"),
    createMember: plain("/v1/members", () => ({ name: "New", email: newAddress(), timeZone: "UTC" })),
    getMember: onMember(),
    updateMember: onMember({ name: "Other" }),
    deleteMember: async () => {
      const host = { name: "New", email: newAddress(), timeZone: "UTC" };
      return { path: `/v1/members/${(await createMember(clinic.asOwner, host)).id}` };
    },
    listInvitations: plain("/v1/invitations"),
    createInvitation: plain("/v1/invitations", invited),
    getInvitation: onInvitation(""),
    resendInvitation: onInvitation("/resend"),
    revokeInvitation: onInvitation("/revoke"),
    listApiKeys: plain("/v1/api-keys"),
    createApiKey: plain("/v1/api-keys", () => ({ name: "New" })),
    getApiKey: onApiKey(),
    updateApiKey: onApiKey("", { name: "Other" }),
    revokeApiKey: onApiKey(),
    // A secret one is rotated by the member for whom it acts alone.
    rotateApiKey: onApiKey("/rotate", { overlapSeconds: 60 }, "publishable"),
    listDeadLetters: plain("/v1/dead-letters"),
    getDeadLetter: onDeadLetter(""),
    retryDeadLetter: onDeadLetter("/retry"),
    discardDeadLetter: onDeadLetter(""),
    listReceiverConnections: plain("/v1/receiver-connections"),
    createReceiverConnection: async () => {
      await addReceiverConnection();
      return { path: "/v1/receiver-connections", body: { provider: "stripe", name: "Payments" } };
    },
    getReceiverConnection: onReceiverConnection(),
    updateReceiverConnection: onReceiverConnection("", { name: "Other" }),
    deleteReceiverConnection: onReceiverConnection(),
    rotateReceiverSecret: onReceiverConnection("/rotate-secret", {}),
    listReceivedEvents: plain("/v1/received-events"),
    getReceivedEvent: receivedEvent,
    listWebhookEndpoints: plain("/v1/webhook-endpoints"),
    createWebhookEndpoint: plain("/v1/webhook-endpoints", newWebhookEndpoint),
    getWebhookEndpoint: onWebhookEndpoint(),
    updateWebhookEndpoint: onWebhookEndpoint("", { description: "Other" }),
    deleteWebhookEndpoint: onWebhookEndpoint(),
    rotateWebhookSecret: onWebhookEndpoint("/rotate-secret"),
    pingWebhookEndpoint: onWebhookEndpoint("/ping"),
    listWebhookDeliveries: onWebhookEndpoint("/deliveries"),
    getWebhookDelivery: onWebhookDelivery(),
    replayWebhookDelivery: onWebhookDelivery("/replay"),
    replayWebhookEvents: onWebhookEndpoint("/replay", { from: "2026-11-01T00:00:00Z", to: "2026-12-01T00:00:00Z" }),
    signUp: plain("/v1/auth/sign-up", newcomer),
    completeSignUp: async () => {
      const { password, ...person } = newcomer();
      const passwordHash = await TEST_PASSWORD_HASHER.hash(password);
      const id = newId("signUp");
      const dates = { createdAt: clock.now(), expiresAt: new Date(clock.now().getTime() + HOUR_MS) };
      const zone = { timeZone: "UTC", locale: "en" };
      await app.db.prisma.signUp.create({ data: { id, ...person, passwordHash, ...zone, ...dates } });
      const token = await createSignUpToken({ db: app.db, clock }, id);
      return { path: "/v1/auth/complete-sign-up", body: { token, password } };
    },
    acceptInvitation: async () => {
      const { id } = await createInvitation(clinic.asOwner, invited());
      const token = await createInvitationToken({ db: app.db, clock }, id);
      return { path: "/v1/auth/accept-invitation", body: { token, password, name: "New" } };
    },
    logIn: async () => {
      await factors.remove();
      return { path: "/v1/auth/log-in", body: clinic.ownerLogIn };
    },
    logInWithSecondFactor: async () => ({
      path: "/v1/auth/second-factor",
      body: { challengeToken: await factors.challenge(), recoveryCode: await factors.addRecoveryCode() },
    }),
    offerPasskeys: plain("/v1/auth/passkey-options"),
    logInWithPasskey: async () => {
      const { phone } = await factors.addPasskey();
      return {
        path: "/v1/auth/log-in-with-passkey",
        body: { response: phone.get(await factors.passkeyChallenge()) },
      };
    },
    refreshSession: async () => ({
      path: "/v1/auth/refresh",
      body: { refreshToken: (await logIn()).refreshToken },
    }),
    logOut: plain("/v1/auth/log-out"),
    stepUp: async () => {
      await factors.remove();
      return { path: "/v1/auth/step-up", body: { password } };
    },
    listSessions: plain("/v1/sessions"),
    endOtherSessions: plain("/v1/sessions/end-others"),
    updateSession: onSession({ name: "Other" }),
    endSession: onSession(),
    requestPasswordReset: plain("/v1/auth/request-password-reset", () => ({ email: clinic.ownerLogIn.email })),
    resetPassword: async () => ({
      path: "/v1/auth/reset-password",
      body: { token: await mailedToken("password_reset"), password },
    }),
    verifyEmail: async () => ({
      path: "/v1/auth/verify-email",
      body: { token: await mailedToken("email_verification") },
    }),
    confirmEmailChange: async () => {
      const dates = { createdAt: clock.now(), updatedAt: clock.now() };
      const person = { id: newId("user"), name: "Mover", email: newAddress(), ...dates };
      await app.db.prisma.user.create({ data: person });
      const mover = { id: person.id, email: newAddress() };
      const token = await createOneTimeToken({ db: app.db, clock }, mover, "email_change");
      return { path: "/v1/auth/confirm-email-change", body: { token } };
    },
    changeEmail: plain("/v1/me/change-email", () => ({ email: newAddress() })),
    leaveOrganisation: plain("/v1/me/leave"),
    changePassword: plain("/v1/me/password", () => ({ currentPassword: password, newPassword: password })),
    requestEmailVerification: plain("/v1/me/request-email-verification"),
    getOrganisation: plain("/v1/organisation"),
    updateOrganisation: plain("/v1/organisation", () => ({ name: `Clinic ${turn++}` })),
    getMe: plain("/v1/me"),
    updateMe: plain("/v1/me", () => ({ notificationPreferences: { [`kind.${turn++}`]: true } })),
    getSecondFactors: plain("/v1/me/second-factors"),
    beginTotp: async () => {
      await factors.remove();
      return { path: "/v1/me/totp" };
    },
    confirmTotp: async () => {
      await factors.remove();
      return { path: "/v1/me/totp/confirm", body: { code: await factors.beginTotp() } };
    },
    removeTotp: async () => {
      await factors.addTotp();
      return { path: "/v1/me/totp" };
    },
    replaceRecoveryCodes: async () => {
      await factors.addTotp();
      return { path: "/v1/me/recovery-codes" };
    },
    listIdentityProviders: plain("/v1/auth/providers"),
    startSocialLogIn: plain("/v1/auth/social/local/start", () => ({})),
    finishSocialLogIn: async () => {
      await factors.remove();
      const body = await comeBack(app, { email: (await linkedIdentity()).subject });
      return { path: "/v1/auth/social/local/finish", body };
    },
    requestSocialSignUpEmail: async () => ({
      path: "/v1/auth/social/request-email-verification",
      body: { signUpToken: await signUpToken(), email: newAddress() },
    }),
    signUpWithIdentity: async () => ({
      path: "/v1/auth/social/sign-up",
      body: { signUpToken: await signUpToken(), organisationName: "New" },
    }),
    listIdentities: plain("/v1/me/identities"),
    startLinkingIdentity: plain("/v1/me/identities/local/start", () => ({})),
    finishLinkingIdentity: async () => ({
      path: "/v1/me/identities/local/finish",
      body: await comeBackToLink(app, { email: newAddress() }, (await logIn()).accessToken),
    }),
    unlinkIdentity: async () => ({ path: `/v1/me/identities/${(await linkedIdentity()).id}` }),
    beginPasskey: plain("/v1/me/passkeys/registration-options"),
    addPasskey: async () => ({ path: "/v1/me/passkeys", body: { response: await factors.newRegistration() } }),
    listPasskeys: plain("/v1/me/passkeys"),
    updatePasskey: async () => ({
      path: `/v1/me/passkeys/${(await factors.addPasskey()).id}`,
      body: { name: "Other" },
    }),
    removePasskey: async () => ({ path: `/v1/me/passkeys/${(await factors.addPasskey()).id}` }),
    registerDevice: plain("/v1/me/devices", () => ({ kind: "fcm", token: newId("device").slice(4) })),
    listDevices: plain("/v1/me/devices"),
    getDeviceRegistrationOptions: plain("/v1/me/devices/registration-options"),
    removeDevice: async () => ({ path: `/v1/me/devices/${await registeredDevice()}` }),
    listSigningKeys: plain("/.well-known/jwks.json"),
    getLiveness: plain("/livez"),
    getReadiness: plain("/readyz"),
    getContract: plain("/openapi.json"),
  };
}

/** One after the other, 09:00 to 16:00 from Monday to Friday. */
function workingHour(turn: number): string {
  const day = Math.floor(turn / HOURS_A_DAY);
  const days = Math.floor(day / 5) * 7 + (day % 5);
  return new Date(START + (days * 24 + (turn % HOURS_A_DAY)) * HOUR_MS).toISOString();
}

/** What an operation asks of its caller; null for those that ask nothing. */
export function ruleOf(id: OperationId): Rule | null {
  const rule = ACTIONS[id];
  return rule === "anybody" ? null : RULES[rule];
}

/** Whether it is for somebody who has logged in, and for no key. */
export function isForLogInOnly(id: OperationId): boolean {
  return ruleOf(id)?.logInOnly === true;
}

/** Makes the call, as the clinic's owner where no other credential is given: by his key, or logged in where no key will do. */
export async function make(
  world: RestWorld,
  id: OperationId,
  { path, body }: SampleCall,
  { key, headers }: { key?: string | null; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const { method }: ContractOperation = OPERATIONS[id];
  const credential = key === undefined && isForLogInOnly(id) ? (await world.logIn()).accessToken : key;
  return world.call(method, path, { body, headers, ...(credential === undefined ? {} : { key: credential }) });
}
