import { isStaff, type Actor, type PublishableKeyActor, type SessionActor } from "../shared/actor.ts";
import type { AttendeeActor, StaffActor, SystemActor } from "../shared/actor.ts";
import { DomainError } from "../shared/errors.ts";
import { RULES, type Caller, type Reach, type Rule, type RuleName } from "./rules.ts";

type CallersOf<Name extends RuleName> = keyof (typeof RULES)[Name]["may"];

/** Who may come by a rule, read off its row. */
export type ActorBy<Name extends RuleName> = (typeof RULES)[Name] extends { logInOnly: true }
  ? SessionActor
  : | ("owner" extends CallersOf<Name> ? StaffActor : never)
    | ("publishable_key" extends CallersOf<Name> ? PublishableKeyActor : never)
    | ("attendee" extends CallersOf<Name> ? AttendeeActor : never)
    | ("system" extends CallersOf<Name> ? SystemActor : never);

/** @throws forbidden but for those whom the rule names, with a credential that has its scope */
export function assertMay<Name extends RuleName>(actor: Actor, name: Name): asserts actor is Actor & ActorBy<Name> {
  reachOf(actor, name);
}

/** With which objects the actor may do what the rule says. @throws forbidden with none */
export function reachOf(actor: Actor, name: RuleName): Reach {
  const rule: Rule = RULES[name];
  const reach = rule.may[callerOf(actor)];
  if (reach === undefined || isKeptOut(actor, rule)) throw refusal(actor, rule);
  return reach;
}

/** Whether the actor may do it with any object at all. */
export function may(actor: Actor, name: RuleName): boolean {
  const rule: Rule = RULES[name];
  return rule.may[callerOf(actor)] !== undefined && !isKeptOut(actor, rule);
}

function callerOf(actor: Actor): Caller {
  return isStaff(actor) ? actor.role : actor.kind;
}

/** The house comes without a credential, and so without scopes. */
function isKeptOut(actor: Actor, { scope, logInOnly }: Rule): boolean {
  if (logInOnly === true && actor.kind !== "session") return true;
  return scope !== null && actor.kind !== "system" && !actor.scopes.has(scope);
}

/** Tells the developer what to change: the credential, its scopes, or the person's role. */
function refusal(actor: Actor, { scope, logInOnly, may }: Rule): DomainError {
  return new DomainError("forbidden", { detail: detailOf() });

  function detailOf(): string {
    if (logInOnly === true && actor.kind !== "session")
      return "Only somebody who has logged in may do this: no key can.";
    if (actor.kind === "attendee") return "The link of a booking or a waiting list may not do this.";
    if (!isStaff(actor) && may[actor.kind] === undefined) return "A publishable key may not do this.";
    if (scope !== null && !actor.scopes.has(scope))
      return `This needs the scope ${scope}, which the credential does not have.`;
    return `Only ${rolesIn(may)} may do this.`;
  }
}

function rolesIn(may: Rule["may"]): string {
  const roles = [may.owner && "owners", may.admin && "admins", may.member && "members"];
  return roles.filter((role) => role !== undefined).join(" and ");
}
