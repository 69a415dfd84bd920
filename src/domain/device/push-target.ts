import { createHash } from "node:crypto";
import type { PushTarget, WebPushTarget } from "../ports/push-sender.ts";
import type { FieldError } from "../shared/errors.ts";
import type { Sealer } from "../shared/sealer.ts";

/** As a device tells what it is reached by. */
export type GivenTarget =
  | { kind: "apns" | "fcm"; token: string }
  | { kind: "web_push"; subscription: { endpoint: string; keys: Pick<WebPushTarget, "p256dh" | "auth"> } };

/** Apple's tokens are read whichever case their digits have. */
export function toTarget(given: GivenTarget): PushTarget {
  if (given.kind !== "web_push")
    return { kind: given.kind, token: given.kind === "apns" ? given.token.toLowerCase() : given.token };
  const { endpoint, keys } = given.subscription;
  return { kind: "web_push", endpoint, p256dh: keys.p256dh, auth: keys.auth };
}

/** What it takes to be an address of its kind that the contract cannot say. */
export function targetErrors(given: GivenTarget): FieldError[] {
  if (given.kind !== "web_push" || isPlainAddress(given.subscription.endpoint)) return [];
  return [{ pointer: "/subscription/endpoint", message: "must be an address that begins with https://" }];
}

function isPlainAddress(endpoint: string): boolean {
  const url = URL.parse(endpoint);
  return url?.protocol === "https:" && `${url.username}${url.password}` === "";
}

/** What a target is known again by, SHA-256 in hex. A page that has subscribed anew has another endpoint. */
export function hashOfTarget(target: PushTarget): string {
  const address = target.kind === "web_push" ? target.endpoint : target.token;
  return createHash("sha256").update(`${target.kind} ${address}`).digest("hex");
}

/** Each device's target is sealed for it alone: put into another one's row it opens no more. */
const purposeOf = (deviceId: string) => `push target of ${deviceId}`;

export function sealTarget(sealer: Sealer, deviceId: string, target: PushTarget): string {
  return sealer.seal(JSON.stringify(target), purposeOf(deviceId));
}

/** Null after a change of the server's secret. */
export function openTarget(sealer: Pick<Sealer, "open">, deviceId: string, sealed: string): PushTarget | null {
  const opened = sealer.open(sealed, purposeOf(deviceId));
  return opened === null ? null : (JSON.parse(opened) as PushTarget);
}
