import { builder } from "./builder.ts";
import "./types/scalars.ts";
import "./types/viewer.ts";
import "./types/booking.ts";
import "./types/availability.ts";

builder.queryType({ description: "Reads. Whatever changes something is a REST command." });

export const schema = builder.toSchema();
