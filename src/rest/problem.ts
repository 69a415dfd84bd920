import { challengeFor } from "../http/challenge.ts";
import type { DomainError, ErrorCode } from "../domain/shared/errors.ts";
import type { WrittenAnswer } from "./answer.ts";

interface ProblemKind {
  status: number;
  title: string;
  /** Whether the same request may succeed later, unchanged. */
  retryable: boolean;
  /** What to tell the person in front of the screen, where the error says nothing better. */
  userMessage: string;
}

/** The app is at fault: trying again, or another input, does not help. */
const APP_FAULT = "This app has sent something that we cannot read. Please tell its makers.";

/** What each code of the domain's catalogue is over HTTP. Leaving one out does not compile. */
export const PROBLEM_KINDS: Record<ErrorCode, ProblemKind> = {
  malformed_request: kind(400, "The request cannot be read", APP_FAULT),
  unauthenticated: kind(401, "No valid credential", "Please sign in again."),
  token_expired: kind(401, "The access token has expired", "Please sign in again."),
  invalid_credentials: kind(
    401,
    "The address or the password is wrong",
    "The e-mail address or the password is wrong.",
  ),
  invalid_refresh_token: kind(401, "The session is over", "Please sign in again."),
  invalid_one_time_token: kind(
    401,
    "The link does not work any more",
    "This link does not work any more. Please ask for another.",
  ),
  second_factor_required: kind(401, "A second factor is needed", "Please confirm with your second factor."),
  invalid_challenge: kind(
    401,
    "The log-in has to begin again",
    "This took too long or too many tries. Please sign in again.",
  ),
  invalid_second_factor: kind(
    401,
    "The second factor is wrong",
    "This code is wrong, or was used before. Please try another.",
  ),
  origin_not_allowed: kind(
    403,
    "Pages of this origin may not call",
    "This page may not do this. Please tell its makers.",
  ),
  csrf_token_invalid: kind(403, "The request may be forged", "This page is out of date. Please load it again."),
  invalid_flow_token: kind(
    401,
    "The flow has to begin again",
    "This took too long, or was opened twice. Please start again.",
  ),
  invalid_sign_up_token: kind(401, "The sign-up has to begin again", "This took too long. Please start again."),
  identity_not_proven: kind(
    401,
    "The provider has not said who it is",
    "We could not sign you in that way. Please try again.",
  ),
  invalid_passkey: kind(
    401,
    "The passkey was not accepted",
    "This passkey was not accepted. Please try again, or sign in another way.",
  ),
  forbidden: kind(403, "The credential may not do this", "You are not allowed to do this."),
  step_up_required: kind(
    403,
    "The person has to prove himself again",
    "Please confirm that it is you before you go on.",
  ),
  sign_up_closed: kind(403, "Nobody can sign up here", "You can only join by invitation."),
  not_found: kind(404, "Not found", "We could not find what you were looking for."),
  method_not_allowed: kind(405, "Method not allowed", APP_FAULT),
  slot_unavailable: kind(409, "The time is not available", "This time is no longer available. Please choose another."),
  series_unavailable: kind(
    409,
    "Some times of the series are not available",
    "Some of these times are not available. Please choose others, or book those that are.",
  ),
  hold_over: kind(409, "The hold is over", "This time is no longer kept for you. Please choose it again."),
  time_available: kind(409, "A time is free", "This time is free. You can book it now."),
  no_offer: kind(409, "No time is offered", "This time is no longer kept for you."),
  booking_not_confirmable: kind(409, "The booking cannot be confirmed", "This booking can no longer be confirmed."),
  booking_not_declinable: kind(409, "The booking cannot be declined", "This booking can no longer be declined."),
  booking_not_cancellable: kind(409, "The booking cannot be cancelled", "This booking can no longer be cancelled."),
  booking_not_reschedulable: kind(409, "The booking cannot be moved", "This booking can no longer be moved."),
  booking_not_completable: kind(409, "The booking cannot be completed", "This booking cannot be completed."),
  booking_no_show_not_allowed: kind(409, "No no-show can be recorded", "No no-show can be recorded for this booking."),
  slug_taken: kind(409, "The slug is taken", "This short name is taken. Please choose another."),
  email_taken: kind(409, "The e-mail address is taken", "Somebody with this e-mail address is a member already."),
  invitation_exists: kind(409, "The address is invited already", "This person has been invited already."),
  invitation_closed: kind(
    409,
    "The invitation is no longer open",
    "This invitation was accepted or taken back already.",
  ),
  last_owner: kind(409, "The organisation would be without an owner", "Somebody else has to be made an owner first."),
  member_in_use: kind(
    409,
    "The member hosts",
    "There are event types or appointments of this person. Please give them to somebody else first.",
  ),
  schedule_in_use: kind(409, "The schedule is in use", "This schedule is in use and cannot be deleted."),
  resource_in_use: kind(409, "The resource is in use", "This is still in use and cannot be deleted."),
  totp_already_set_up: kind(409, "An authenticator app is set up already", "An authenticator app is set up already."),
  totp_not_begun: kind(409, "There is nothing to confirm", "Please begin again."),
  no_second_factor: kind(409, "There is no second factor", "Please set up a second factor first."),
  api_key_over: kind(409, "The key is over", "This key was revoked or has expired. Please make another."),
  already_due: kind(409, "The same is due already", "This is about to be done already."),
  webhook_endpoint_disabled: kind(
    409,
    "The endpoint is disabled",
    "This endpoint is disabled. Please enable it first.",
  ),
  event_expired: kind(409, "The event is no longer kept", "This is too long ago to be sent again."),
  sign_up_needed: kind(409, "There is no account yet", "You have no account yet. Please sign up."),
  link_needed: kind(
    409,
    "An account has this address",
    "You have an account already. Please sign in as you are used to; you can link this way in then.",
  ),
  identity_taken: kind(409, "The identity is taken", "This is linked with another account already."),
  last_log_in_method: kind(
    409,
    "It is the last way to log in",
    "This is your last way to sign in. Please set a password first.",
  ),
  limit_reached: kind(409, "There are as many as there can be", "There are too many already. Please remove one first."),
  idempotency_in_progress: later(409, "The same request is still running", "We are still working on it. One moment."),
  stale_version: kind(412, "It was changed in the meantime", "This was changed in the meantime. Please look again."),
  payload_too_large: kind(413, "The request is too large", "This is too large to be sent."),
  unsupported_media_type: kind(415, "Unsupported content type", APP_FAULT),
  validation_failed: kind(422, "Some fields are wrong", "Please check what you have entered."),
  idempotency_key_reused: kind(422, "The idempotency key was used before", "Something went wrong. Please start again."),
  rate_limited: later(429, "Too many requests", "That was too much in a short time. Please wait a moment."),
  too_many_holds: later(
    429,
    "Too many times are held",
    "You are keeping several times free already. Please book one of them, or wait a few minutes.",
  ),
  internal_error: later(500, "Internal error", "Something went wrong on our side. Please try again."),
  overloaded: later(503, "Too busy", "We are very busy right now. Please try again in a moment."),
  provider_unavailable: later(
    503,
    "The provider does not answer",
    "It cannot be reached right now. Please try again in a moment, or sign in another way.",
  ),
  unavailable: later(503, "Not available", "We cannot be reached right now. Please try again in a moment."),
};

function kind(status: number, title: string, userMessage: string): ProblemKind {
  return { status, title, retryable: false, userMessage };
}

function later(status: number, title: string, userMessage: string): ProblemKind {
  return { status, title, retryable: true, userMessage };
}

/** The body of every error: RFC 9457 with our members. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  code: ErrorCode;
  requestId: string;
  retryable: boolean;
  retryAfterSeconds?: number;
  userMessage: string;
  errors: { pointer: string; message: string }[];
  [extension: string]: unknown;
}

/** Escapes what may not stand in a path (RFC 3986 3.3), a percent sign that escapes nothing too. */
function toUriReference(path: string): string {
  return path.replace(/%(?![0-9A-Fa-f]{2})|[^\w.~!$&'()*+,;=:@/%-]/g, encodeURIComponent);
}

/** @param instance the path that was asked for, without its query */
function toProblem(error: DomainError, instance: string, requestId: string): Problem {
  const { status, title, retryable, userMessage } = PROBLEM_KINDS[error.code];
  const retryAfterSeconds = error.retryAfterSeconds ?? (status === 503 ? 1 : undefined);
  return {
    type: `/docs/problems#${error.code}`,
    title,
    status,
    detail: error.message,
    instance: toUriReference(instance),
    code: error.code,
    requestId,
    retryable,
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    userMessage: error.userMessage ?? userMessage,
    errors: error.errors,
    ...error.extensions,
  };
}

/** The problem as it goes over the wire, with the headers that its code calls for. */
export function writeProblem(error: DomainError, instance: string, requestId: string): WrittenAnswer {
  const problem = toProblem(error, instance, requestId);
  const headers: Record<string, string> = { "Content-Type": "application/problem+json; charset=utf-8" };
  if (problem.status === 401) headers["WWW-Authenticate"] = challengeFor(error.code);
  if (problem.retryAfterSeconds !== undefined) headers["Retry-After"] = String(problem.retryAfterSeconds);
  return { status: problem.status, headers, body: JSON.stringify(problem) };
}
