import type { RequestHandler } from "express";
import { DomainError } from "../../domain/shared/errors.ts";

const OVERRIDES = ["x-http-method-override", "x-http-method", "x-method-override"] as const;

/** Refuses a request that would have another method than its own: what stands in front of us may have let it pass by that one. */
export const oneVerb: RequestHandler = ({ headers }, _res, next) => {
  const name = OVERRIDES.find((each) => headers[each] !== undefined);
  if (name !== undefined)
    throw new DomainError("malformed_request", { detail: `The method of a request cannot be overridden by ${name}.` });
  next();
};
