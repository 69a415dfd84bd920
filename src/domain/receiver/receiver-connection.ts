import type { EventData } from "../../generated/events.ts";
import type { ReceiverConnection as ReceiverConnectionRow } from "../../generated/prisma/client.ts";
import type { Receiver, Receivers } from "../ports/receiver.ts";
import type { DomainContext } from "../shared/context.ts";
import type { FieldError } from "../shared/errors.ts";
import type { Sealer } from "../shared/sealer.ts";

export type ReceiverConnectionStatus = "enabled" | "disabled";

/** Where a provider tells an organisation of something. */
export interface ReceiverConnection {
  id: string;
  organisationId: string;
  /** Such as `stripe`. */
  provider: string;
  name: string;
  status: ReceiverConnectionStatus;
  /** What the provider is to call. */
  url: string;
  /** False: nothing is taken until the secret is given that the provider signs by. */
  hasSecret: boolean;
  /** Until when the secret before this one is good too; null when there is none, or it is no more. */
  previousSecretExpiresAt: Date | null;
  /** Give or take ten seconds. */
  lastReceivedAt: Date | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
  deletedAt: Date | null;
}

/** What those who manage connections work with. */
export interface ReceiverContext extends DomainContext {
  sealer: Sealer;
  receivers: Receivers;
  /** The address that clients use, without a slash at the end. */
  publicUrl: string;
}

/** A connection, with its secret where it was made here: it is shown this once. */
export interface ReceiverConnectionWithSecret {
  connection: ReceiverConnection;
  secret: string | null;
}

type UrlContext = Pick<ReceiverContext, "publicUrl" | "clock">;

export function toReceiverConnection({ publicUrl, clock }: UrlContext, row: ReceiverConnectionRow): ReceiverConnection {
  const { sealedSecret, previousSealedSecret: _, previousSecretExpiresAt: expiresAt, ...rest } = row;
  return {
    ...(rest as typeof rest & { status: ReceiverConnectionStatus }),
    url: `${publicUrl}/v1/receivers/${row.provider}/${row.id}`,
    hasSecret: sealedSecret !== null,
    previousSecretExpiresAt: expiresAt && expiresAt > clock.now() ? expiresAt : null,
  };
}

/** What a connection's events say of it. */
export function toReceiverConnectionPayload(connection: ReceiverConnection): EventData["receiver_connection.created"] {
  const { id, provider, name, status, hasSecret, version, createdAt, updatedAt, deletedAt } = connection;
  return { receiverConnection: { id, provider, name, status, hasSecret, version, createdAt, updatedAt, deletedAt } };
}

/** The fields whose values the audit log keeps. */
export const AUDITED_FIELDS = ["name", "status", "hasSecret", "version"] as const;

/** What is wrong with a secret that somebody has given; nothing where it may be left out and was. */
export function secretErrors(receiver: Receiver, secret: string | undefined): FieldError[] {
  if (secret === undefined || receiver.isSecret(secret)) return [];
  return [{ pointer: "/secret", message: `must be ${receiver.secretForm}` }];
}
