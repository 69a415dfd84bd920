import type { OfferingTeam } from "../event-type/choose-team.ts";
import { isTooLittle, type TeamRefusals } from "./team-refusals.ts";

/** What is needed of which too little is to be had. */
export interface MissingNeed {
  /** Null: it is needed by name. */
  kind: string | null;
  /** Those that are taken or closed. */
  resourceIds: readonly string[];
}

/** @param refusals of this team at one time */
export function missingNeeds({ needs }: OfferingTeam, refusals: TeamRefusals): MissingNeed[] {
  return needs.flatMap(({ kind, options }, index) => {
    const refused = refusals.needs![index]!;
    if (!isTooLittle(refused, (reasons) => reasons.length === 0)) return [];
    const isRefused = (_: unknown, option: number) => refused.options[option]!.length > 0;
    return { kind, resourceIds: options.filter(isRefused).map(({ resourceId }) => resourceId) };
  });
}
