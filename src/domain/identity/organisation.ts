import type { EventData } from "../../generated/events.ts";
import type { Organisation as OrganisationRow } from "../../generated/prisma/client.ts";

export interface Organisation {
  id: string;
  name: string;
  /** A test organisation never takes live time. */
  mode: "live" | "test";
  /** Whether whoever books by a publishable key proves his e-mail address first. */
  bookingEmailVerification: boolean;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export function toOrganisation(row: OrganisationRow): Organisation {
  const { id, name, mode, bookingEmailVerification, version, createdAt, updatedAt } = row;
  return { id, name, mode: mode as Organisation["mode"], bookingEmailVerification, version, createdAt, updatedAt };
}

/** What its events say of it. */
export function toOrganisationPayload(organisation: Organisation): EventData["organisation.updated"] {
  return { organisation };
}
