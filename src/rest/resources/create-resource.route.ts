import { createResource } from "../../domain/resource/create-resource.ts";
import type { Resource } from "../../domain/resource/resource.ts";
import { created } from "../answer.ts";
import type { Command } from "../operation.ts";
import { toResourceResource } from "./resource.resource.ts";

export const createResourceRoute: Command<"createResource", Resource> = {
  run: (ctx, { body }) => createResource(ctx, body),
  answer: (resource) =>
    created(`/v1/resources/${resource.id}`, toResourceResource(resource), { version: resource.version }),
};
