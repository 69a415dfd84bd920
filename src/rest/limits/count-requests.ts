import type { RequestHandler, Response } from "express";
import { findPlan } from "../../domain/plan/find-plan.ts";
import { requestBudgets, type Plans } from "../../domain/plan/plan.ts";
import type { Budget, BudgetRef, Charge, RateLimiter, Spending } from "../../domain/ports/rate-limiter.ts";
import type { Actor } from "../../domain/shared/actor.ts";
import { sizeOfSeries } from "../../domain/series/occurrences.ts";
import { DomainError, type ErrorCode } from "../../domain/shared/errors.ts";
import type { OperationId } from "../../generated/contract-operations.ts";
import { rateLimitHeaders } from "../../http/rate-limit-headers.ts";
import type { RestDeps } from "../app.ts";
import { GUARDS, type Guard, type GuardName, type GuardPolicies } from "./guards.ts";
import { isKnownPlace, rememberPlace } from "./known-places.ts";
import { partitionKeyOf, type Caller } from "./partition-keys.ts";
import { CLASS_OF, RATE_CLASSES } from "./rate-classes.ts";

/** Where requests are counted, and how many there may be. */
export interface Limits {
  limiter: RateLimiter;
  plans: Plans;
  guards: GuardPolicies;
}

/** What stands round the reading of the body; what is not counted there is left out. */
export function countingSteps(deps: RestDeps, id: OperationId) {
  const { guards, perOccurrence } = RATE_CLASSES[CLASS_OF[id]];
  if (perOccurrence) return { beforeBody: [countCaller(deps, [])], afterBody: [countSeries(deps, guards)] };
  const named = guards.filter((name) => isNamedInBody(GUARDS[name]));
  const invited = guards.filter((name) => GUARDS[name].by === "invited");
  return {
    beforeBody: CLASS_OF[id] === "none" ? [] : [countCaller(deps, withoutThose(guards, [...named, ...invited]))],
    afterBody: [
      ...(named.length === 0 ? [] : [countAccount(deps, named)]),
      ...(invited.length === 0 ? [] : [countInvited(deps, invited)]),
    ],
  };
}

function isNamedInBody({ by }: Guard): boolean {
  return by === "account" || by === "account_at_address";
}

function withoutThose(guards: readonly GuardName[], others: readonly GuardName[]): GuardName[] {
  return guards.filter((name) => !others.includes(name));
}

/** Counts a request by its credential and address, in one step. @throws rate_limited */
function countCaller(deps: RestDeps, guards: readonly GuardName[]): RequestHandler {
  const { limits } = deps;
  return async (req, res, next) => {
    const actor = res.locals.actor as Actor | undefined;
    const plan = actor && (await findPlan(deps, limits.plans, actor.organisationId));
    const planned = actor && plan ? requestBudgets(plan, actor) : [];
    const guarded = budgetsOf(limits, guards, { address: req.ip, actor });
    const spending = await limits.limiter.spend(one([...planned, ...guarded]));
    tell(res, spending);
    assertSpent(spending);
    giveBackUnlessFailed(deps, res, guarded);
    giveBackIfReplayed(deps, res, one(guarded));
    next();
  };
}

/**
 * Counts a request by the account that its body names. Whoever attacks an account spends its budget, so that its owner
 * would be kept out with him: he is let in from where he is known. @throws rate_limited
 */
function countAccount(deps: RestDeps, guards: readonly GuardName[]): RequestHandler {
  const { limits } = deps;
  return async (req, res, next) => {
    const email: unknown = (req.body as { email?: unknown } | undefined)?.email;
    if (typeof email !== "string") {
      next();
      return;
    }
    const caller = { address: req.ip, email };
    let counted = guards;
    let spending = await limits.limiter.spend(one(budgetsOf(limits, counted, caller)));
    const spent = spending.outcome === "spent" ? [] : spending.budgets.filter(({ remaining }) => remaining === 0);
    if (spent.length > 0 && spent.every(isOfWholeAccount) && (await isKnownPlace(limits, email, req.ip))) {
      counted = guards.filter((name) => GUARDS[name].by !== "account");
      spending = await limits.limiter.spend(one(budgetsOf(limits, counted, caller)));
    }
    tell(res, spending);
    assertSpent(spending);
    giveBackUnlessFailed(deps, res, budgetsOf(limits, counted, caller));
    if (guards.includes("log-in-account")) rememberWhenLoggedIn(deps, res, email, req.ip);
    next();
  };
}

/** Counts a booking by everybody who would get mail of it, all of them or none. Told is where the one stands who has least left. @throws rate_limited */
function countInvited(deps: RestDeps, guards: readonly GuardName[]): RequestHandler {
  const { limits } = deps;
  return async (req, res, next) => {
    const actor = res.locals.actor as Actor | undefined;
    const budgets = emailsOf(req.body).flatMap((email) => budgetsOf(limits, guards, { address: req.ip, actor, email }));
    if (budgets.length > 0) {
      const spending = await limits.limiter.spend(one(budgets));
      const [least] = spending.budgets.toSorted((a, b) => a.remaining - b.remaining);
      const told = { ...spending, budgets: [least!] };
      tell(res, told);
      assertSpent(told);
      giveBackIfReplayed(deps, res, one(budgets));
    }
    next();
  };
}

/**
 * Counts a series as many times as it has occurrences, by the caller and by everybody who would get mail of it: all of them
 * or none. Told is where the one stands who has least left. @throws rate_limited, validation_failed for what is never met
 */
function countSeries(deps: RestDeps, guards: readonly GuardName[]): RequestHandler {
  const { limits } = deps;
  return async (req, res, next) => {
    const actor = res.locals.actor as Actor | undefined;
    const caller = { address: req.ip, actor };
    const invited = guards.filter((name) => GUARDS[name].by === "invited");
    const budgets = [
      ...budgetsOf(limits, guards, caller),
      ...emailsOf(req.body).flatMap((email) => budgetsOf(limits, invited, { ...caller, email })),
    ];
    if (budgets.length > 0) {
      const amount = sizeOfSeries(req.body);
      const charges = budgets.map((budget) => ({ ...budget, amount }));
      const spending = await limits.limiter.spend(charges);
      if (spending.outcome === "too_costly") throw tooLong(budgets);
      const [least] = spending.budgets.toSorted((a, b) => a.remaining - b.remaining);
      const told = { ...spending, budgets: [least!] };
      tell(res, told);
      assertSpent(told);
      giveBackIfReplayed(deps, res, charges);
    }
    next();
  };
}

function tooLong(budgets: readonly BudgetRef[]): DomainError {
  const most = Math.min(...budgets.map(({ policy }) => policy.quota));
  return new DomainError("validation_failed", {
    detail: "The series has more occurrences than pages may book at once.",
    errors: [
      { pointer: "/recurrence/rrule", message: `must name at most ${most} dates where a publishable key is used` },
    ],
  });
}

/** Attendee and guests allow for so many; what has more is refused for its form. */
const MOST_INVITED = 11;

/** The e-mail addresses of a booking that was not looked at yet, each once. */
function emailsOf(body: unknown): string[] {
  const { attendee, guests } = (body ?? {}) as { attendee?: unknown; guests?: unknown };
  const people: unknown[] = [attendee, ...(Array.isArray(guests) ? (guests as unknown[]) : [])];
  const emails = people.map((person) => (person as { email?: unknown } | null | undefined)?.email);
  const texts = emails.filter((email) => typeof email === "string").map((email) => email.trim().toLowerCase());
  return [...new Set(texts)].slice(0, MOST_INVITED);
}

const OF_WHOLE_ACCOUNT: GuardName = "log-in-account";

function isOfWholeAccount({ policy }: Budget): boolean {
  return policy.name === OF_WHOLE_ACCOUNT;
}

function budgetsOf({ guards }: Limits, names: readonly GuardName[], caller: Caller): BudgetRef[] {
  return names.flatMap((name) => {
    const partitionKey = partitionKeyOf(GUARDS[name].by, caller);
    return partitionKey === null ? [] : [{ policy: guards[name], partitionKey }];
  });
}

function one(budgets: readonly BudgetRef[]): Charge[] {
  return budgets.map((budget) => ({ ...budget, amount: 1 }));
}

/** Where the caller stands, in the headers of whatever he is answered. */
function tell(res: Response, spending: Spending): void {
  const before = (res.locals.budgets ?? []) as Budget[];
  const budgets = [...before, ...spending.budgets];
  res.locals.budgets = budgets;
  res.set(rateLimitHeaders({ ...spending, budgets }));
}

/** @throws rate_limited */
function assertSpent(spending: Spending): void {
  if (spending.outcome === "spent") return;
  const retryAfterSeconds = spending.outcome === "refused" ? Math.max(1, spending.retryAfterSeconds) : undefined;
  const spent = spending.budgets.filter(({ remaining }) => remaining === 0).map(({ policy }) => policy.name);
  throw new DomainError("rate_limited", {
    detail: `Too much in a short time (${spent.join(", ")}): there is more in ${retryAfterSeconds} s.`,
    retryAfterSeconds,
  });
}

/** Somebody who gives up before his answer is there has learnt nothing, and gets nothing back. */
function giveBackUnlessFailed(deps: RestDeps, res: Response, budgets: readonly BudgetRef[]): void {
  giveBackWhen(deps, res, countedBy("failures", one(budgets)), () => !hasFailed(res));
}

/** A phone that asks again for an answer that was lost does nothing over again: the guards of what is done do not count it. */
function giveBackIfReplayed(deps: RestDeps, res: Response, charges: readonly Charge[]): void {
  giveBackWhen(deps, res, countedBy("requests", charges), () => res.hasHeader("Idempotency-Replayed"));
}

function countedBy(counts: Guard["counts"], charges: readonly Charge[]): Charge[] {
  return charges.filter(({ policy }) => GUARDS[policy.name as GuardName].counts === counts);
}

function giveBackWhen(
  { limits, log }: RestDeps,
  res: Response,
  charges: readonly Charge[],
  isDue: () => boolean,
): void {
  if (charges.length === 0) return;
  res.once("finish", () => {
    if (!isDue()) return;
    limits.limiter.giveBack(charges).catch((error: unknown) => {
      log.warn({ err: error }, "could not give back to a budget");
    });
  });
}

/** Whether what was sent to prove something did not prove it. */
function hasFailed(res: Response): boolean {
  return res.statusCode === 401 && !isAskedForMore(res);
}

/** The password was right, and a second factor is needed. */
function isAskedForMore(res: Response): boolean {
  return (res.locals.code as ErrorCode | undefined) === "second_factor_required";
}

function rememberWhenLoggedIn({ limits, log }: RestDeps, res: Response, email: string, address?: string): void {
  res.once("finish", () => {
    if (res.statusCode !== 200 && !isAskedForMore(res)) return;
    rememberPlace(limits, email, address).catch((error: unknown) => {
      log.warn({ err: error }, "could not remember where somebody has logged in");
    });
  });
}
