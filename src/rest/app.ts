import express, { type Express, type RequestHandler } from "express";
import helmet from "helmet";
import type { PushOffer } from "../domain/device/push-offer.ts";
import { OPERATIONS, type ContractOperation, type OperationId } from "../generated/contract-operations.ts";
import { admitWithoutCredential, cors } from "../http/cors.ts";
import type { Receivers } from "../domain/ports/receiver.ts";
import type { SessionCookies } from "../http/session-cookies.ts";
import { needsNoCredential } from "./access.ts";
import { auditRefusedCommand } from "./audit-refused-command.ts";
import { clearDeadCookies } from "./cookies.ts";
import { docs } from "./docs.ts";
import { authorise, handleCommand, handleRead } from "./handle-operation.ts";
import { countingSteps } from "./limits/count-requests.ts";
import { accessLog } from "./middleware/access-log.ts";
import { jsonBody } from "./middleware/json-body.ts";
import { noSuchPath, problems, wrongMethod } from "./middleware/problems.ts";
import { oneVerb } from "./middleware/one-verb.ts";
import { requestId } from "./middleware/request-id.ts";
import type { Command, Operation, ServiceContext } from "./operation.ts";
import { receivers } from "./receivers/receivers.ts";
import { routes } from "./routes.ts";

export interface RestDeps extends Omit<ServiceContext, "request" | "limiter" | "refreshCookie"> {
  bodyLimitBytes: number;
  /** Express's `trust proxy`: whose forwarded addresses count. */
  trustProxy: string | null;
  /** The address of the app that people use. */
  appUrl: string;
  /** Whether webhooks may go by http into some networks. */
  allowsPlainHttp: boolean;
  pushOffer: PushOffer;
  /** Of the pages that may come with any credential. */
  appOrigins: ReadonlySet<string>;
  /** Whether clients come by https, and shall go on doing so. */
  isSecure: boolean;
  /** The address that clients use, without a slash at the end. */
  publicUrl: string;
  receivers: Receivers;
  /** What providers sign by who tell the installation of something. */
  installationSecrets: ReadonlyMap<string, readonly string[]>;
  /** A command may have left events or jobs. */
  tellOfWork: () => void;
  /** In what a browser keeps a session that is not in its page's hands. */
  cookies: SessionCookies;
}

/** The HTTP application: the contract's operations, the docs, and the other edges where they are mounted. */
export function createApp(deps: RestDeps, mounts: Record<string, RequestHandler> = {}): Express {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.set("trust proxy", deps.trustProxy ?? false);
  app.set("case sensitive routing", true);

  app.use(requestId, accessLog(deps.log), securityHeaders(deps.isSecure), cors(deps), oneVerb);
  for (const [path, handler] of Object.entries(mounts)) app.use(path, handler);
  app.use("/docs", docs());
  app.use("/v1/receivers", receivers(deps));
  mountOperations(app, deps);
  app.use(noSuchPath);
  app.use(clearDeadCookies(deps), problems(deps.log));
  return app;
}

/** Without https there is nothing to upgrade to, and nothing to be strict about. */
function securityHeaders(isSecure: boolean): RequestHandler {
  const contentSecurityPolicy = isSecure || { directives: { upgradeInsecureRequests: null } };
  return helmet({ strictTransportSecurity: isSecure, contentSecurityPolicy });
}

function mountOperations(app: Express, deps: RestDeps): void {
  const methods = new Map<string, string[]>();
  for (const id of Object.keys(OPERATIONS) as OperationId[]) {
    const operation: ContractOperation = OPERATIONS[id];
    const path = operation.path.replaceAll(/\{(\w+)\}/g, ":$1");
    const method = operation.method.toLowerCase() as "get" | "post" | "patch" | "delete";
    const { beforeBody, afterBody } = countingSteps(deps, id);
    const steps = [
      needsNoCredential(id) ? admitWithoutCredential : authorise(deps, id),
      ...beforeBody,
      ...(operation.hasBody ? [jsonBody(bodyLimitOf(deps, id))] : []),
      ...afterBody,
      method === "get" ? carryOut(deps, id) : tellingOfWork(deps, carryOut(deps, id)),
      ...(method === "get" ? [] : [auditRefusedCommand(deps, id)]),
    ];
    app[method](path, ...steps);
    methods.set(path, [...(methods.get(path) ?? []), ...(method === "get" ? ["GET", "HEAD"] : [operation.method])]);
  }
  for (const [path, allowed] of methods) app.all(path, wrongMethod(allowed));
}

/** Strangers have no more to say than that, whatever the server reads of others. */
const ANONYMOUS_BODY_BYTES = 65_536;

function bodyLimitOf({ bodyLimitBytes }: RestDeps, id: OperationId): number {
  return needsNoCredential(id) ? Math.min(bodyLimitBytes, ANONYMOUS_BODY_BYTES) : bodyLimitBytes;
}

function carryOut(deps: RestDeps, id: OperationId): RequestHandler {
  const route = routes[id];
  return typeof route === "function"
    ? handleRead(deps, id, route as Operation<OperationId>)
    : handleCommand(deps, id, route as Command<OperationId, unknown>);
}

function tellingOfWork({ tellOfWork }: RestDeps, handler: RequestHandler): RequestHandler {
  return async (req, res, next) => {
    await handler(req, res, next);
    tellOfWork();
  };
}
