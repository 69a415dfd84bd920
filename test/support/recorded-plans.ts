import pg from "pg";
import { CONNECTION_SETTINGS } from "../../src/main/database-pool.ts";

/** A node of a plan as `EXPLAIN (FORMAT JSON)` tells it, as far as it is read here. */
export interface PlanNode {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Parent Relationship"?: string;
  Plans?: PlanNode[];
}

/** A statement with the plan that PostgreSQL ran it by; those inside of SQL functions and foreign keys are statements too. */
export interface RecordedPlan {
  statement: string;
  root: PlanNode;
}

export interface PlanRecorder {
  /** One connection, so that what is asked often enough comes to its generic plan, as in a server that has run a while. */
  pool: pg.Pool;
  /** The plans of every statement that the work makes the database run. */
  plansOf(work: () => Promise<unknown>): Promise<RecordedPlan[]>;
  close(): Promise<void>;
}

/** PostgreSQL's own auto_explain, told to send each plan to the client that caused it. */
const AUTO_EXPLAIN = {
  session_preload_libraries: "auto_explain",
  "auto_explain.log_min_duration": "0",
  "auto_explain.log_nested_statements": "on",
  "auto_explain.log_format": "json",
  "auto_explain.log_level": "notice",
};

export function recordPlans(connectionString: string): PlanRecorder {
  const settings = Object.entries(AUTO_EXPLAIN).map(([name, value]) => `-c ${name}=${value}`);
  const pool = new pg.Pool({ connectionString, max: 1, options: [CONNECTION_SETTINGS, ...settings].join(" ") });
  const plans: RecordedPlan[] = [];
  pool.on("connect", (client) => {
    client.on("notice", ({ message = "" }) => {
      const start = message.indexOf("{");
      if (!message.startsWith("duration:") || start < 0) return;
      const told = JSON.parse(message.slice(start)) as { "Query Text": string; Plan: PlanNode };
      plans.push({ statement: told["Query Text"], root: told.Plan });
    });
  });
  return {
    pool,
    async plansOf(work) {
      plans.length = 0;
      await work();
      return [...plans];
    },
    close: () => pool.end(),
  };
}

/** The node and all below it; without those that answer an expression of a row, where these are left out. */
export function nodesOf(node: PlanNode, { subPlans }: { subPlans: boolean }): PlanNode[] {
  const below = (node.Plans ?? []).filter(
    (child) => subPlans || !/^(SubPlan|InitPlan)$/.test(child["Parent Relationship"] ?? ""),
  );
  return [node, ...below.flatMap((child) => nodesOf(child, { subPlans }))];
}
