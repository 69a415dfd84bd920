import type { IncomingMessage, ServerResponse } from "node:http";
import { createYoga, type Plugin } from "graphql-yoga";
import type { WrittenAnswer } from "./response.ts";

export interface YogaRequest {
  /** What the lane of POSTs would answer. Does not throw. */
  respond: () => Promise<WrittenAnswer>;
}

export type YogaLane = (req: IncomingMessage, res: ServerResponse, request: YogaRequest) => Promise<void> | void;

/**
 * Whatever is no POST. Yoga brings the HTTP of it; what it would do by itself to read, validate and execute a document is
 * never reached, so that no document finds another way.
 */
export function createYogaLane(): YogaLane {
  const yoga = createYoga<YogaRequest>({
    graphqlEndpoint: "/graphql",
    graphiql: false,
    landingPage: false,
    logging: false,
    cors: false,
    parserAndValidationCache: false,
    plugins: [throughGateway],
  });
  return (req, res, request) => yoga(req, res, request);
}

const throughGateway: Plugin<object, YogaRequest> = {
  async onRequestParse({ serverContext, endResponse, fetchAPI }) {
    const { body, ...init } = await serverContext.respond();
    endResponse(new fetchAPI.Response(body === "" ? null : body, init));
  },
};
