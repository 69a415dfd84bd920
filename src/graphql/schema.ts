import { builder } from "./builder.ts";
import { nodeRoot } from "./reading/declare.ts";
import "./types/scalars.ts";
import "./types/viewer.ts";
import "./types/booking.ts";
import "./types/booking-stats/booking-stats.ts";
import "./types/series.ts";
import "./types/group-session.ts";
import "./types/event-type.ts";
import "./types/member.ts";
import "./types/invitation.ts";
import "./types/schedule.ts";
import "./types/resource.ts";
import "./types/block.ts";
import "./types/hold.ts";
import "./types/waiting-list-entry.ts";
import "./types/availability.ts";
import "./types/api-key.ts";
import "./types/audit-entry.ts";
import "./types/dead-letter.ts";
import "./types/webhook-endpoint.ts";
import "./types/webhook-delivery.ts";
import "./types/received-event.ts";
import "./types/receiver-connection.ts";
import "./types/usage.ts";

builder.queryType({ description: "Reads. Whatever changes something is a REST command." });

nodeRoot("Any object by its identifier; null when there is none that the viewer may see.");

export const schema = builder.toSchema();
