/**
 * The closed catalogue of expected failures. A code is for ever: clients branch on it. The REST edge maps each code to a
 * status and a title, the GraphQL edge puts it in `extensions.code`.
 */
export type ErrorCode =
  | "malformed_request"
  | "unauthenticated"
  | "token_expired"
  | "invalid_credentials"
  | "invalid_refresh_token"
  | "invalid_one_time_token"
  | "second_factor_required"
  | "invalid_challenge"
  | "invalid_second_factor"
  | "invalid_flow_token"
  | "invalid_sign_up_token"
  | "identity_not_proven"
  | "invalid_passkey"
  | "forbidden"
  | "origin_not_allowed"
  | "csrf_token_invalid"
  | "step_up_required"
  | "sign_up_closed"
  | "not_found"
  | "method_not_allowed"
  | "slot_unavailable"
  | "series_unavailable"
  | "hold_over"
  | "time_available"
  | "no_offer"
  | "booking_not_confirmable"
  | "booking_not_declinable"
  | "booking_not_cancellable"
  | "booking_not_reschedulable"
  | "booking_not_completable"
  | "booking_no_show_not_allowed"
  | "slug_taken"
  | "email_taken"
  | "invitation_exists"
  | "invitation_closed"
  | "last_owner"
  | "member_in_use"
  | "schedule_in_use"
  | "resource_in_use"
  | "totp_already_set_up"
  | "totp_not_begun"
  | "no_second_factor"
  | "api_key_over"
  | "already_due"
  | "webhook_endpoint_disabled"
  | "event_expired"
  | "sign_up_needed"
  | "link_needed"
  | "identity_taken"
  | "last_log_in_method"
  | "limit_reached"
  | "idempotency_in_progress"
  | "stale_version"
  | "payload_too_large"
  | "unsupported_media_type"
  | "validation_failed"
  | "idempotency_key_reused"
  | "rate_limited"
  | "too_many_holds"
  | "internal_error"
  | "overloaded"
  | "provider_unavailable"
  | "unavailable";

/** One wrong place in the input. `pointer` is a JSON Pointer (RFC 6901) into the body, or `?name` for a query parameter. */
export interface FieldError {
  pointer: string;
  message: string;
}

export interface DomainErrorDetails {
  /** What was wrong, for the developer. Names no personal data. */
  detail: string;
  /** What may be told to the person in front of the screen; the code's standard text when left out. */
  userMessage?: string;
  errors?: FieldError[];
  retryAfterSeconds?: number;
  /** Members that belong to this code alone, such as `alternatives` of `slot_unavailable`. */
  extensions?: Record<string, unknown>;
  cause?: unknown;
}

/** An expected outcome that is not a success. Everything else that is thrown is a bug. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly userMessage: string | undefined;
  readonly errors: FieldError[];
  readonly retryAfterSeconds: number | undefined;
  readonly extensions: Record<string, unknown>;

  constructor(code: ErrorCode, details: DomainErrorDetails) {
    super(details.detail, { cause: details.cause });
    this.name = "DomainError";
    this.code = code;
    this.userMessage = details.userMessage;
    this.errors = details.errors ?? [];
    this.retryAfterSeconds = details.retryAfterSeconds;
    this.extensions = details.extensions ?? {};
  }
}

/** The same answer for what is not there and for what is somebody else's. */
export function notFound(noun: string): DomainError {
  return new DomainError("not_found", { detail: `There is no such ${noun}.` });
}

/**
 * That there are no more than so many. Whoever counts holds a lock, and has counted the new one too.
 * @param what those that there are, such as `passkeys`, and whose: `of a person`
 * @throws limit_reached
 */
export function assertWithinLimit(count: number, limit: number, what: string): void {
  if (count <= limit) return;
  throw new DomainError("limit_reached", { detail: `There can be ${limit} ${what}.`, extensions: { limit } });
}

/** @throws validation_failed when there is at least one error */
export function assertValid(errors: FieldError[]): void {
  if (errors.length === 0) return;
  const places = errors.length === 1 ? "one place" : `${errors.length} places`;
  throw new DomainError("validation_failed", { detail: `The request is wrong in ${places}; see errors.`, errors });
}
