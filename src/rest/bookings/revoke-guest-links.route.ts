import { revokeGuestLinks } from "../../domain/guest-link/revoke-guest-links.ts";
import { NO_CONTENT } from "../answer.ts";
import type { Command } from "../operation.ts";

export const revokeGuestLinksRoute: Command<"revokeGuestLinks", void> = {
  run: (ctx, { params }) => revokeGuestLinks(ctx, params.bookingId),
  answer: () => NO_CONTENT,
};
