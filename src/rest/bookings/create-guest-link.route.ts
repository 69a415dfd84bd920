import { createGuestLink, type GuestLink } from "../../domain/guest-link/create-guest-link.ts";
import { ok } from "../answer.ts";
import { instant } from "../instant.ts";
import type { Command } from "../operation.ts";

export const createGuestLinkRoute: Command<"createGuestLink", GuestLink> = {
  run: (ctx, { params }) => createGuestLink(ctx, params.bookingId),
  answer: ({ expiresAt, ...link }) => ok({ ...link, expiresAt: instant(expiresAt) }),
  keptAnswer: ({ attendeeId, expiresAt }) => ok({ attendeeId, url: null, token: null, expiresAt: instant(expiresAt) }),
};
