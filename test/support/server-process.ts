import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** A program of ours in a process of its own. */
export interface TestProcess {
  child: ChildProcess;
  /** What it has written so far. */
  output(): { stdout: string; stderr: string };
  /** Resolves with the first match in its standard output; rejects when it ends before. */
  said(pattern: RegExp): Promise<RegExpMatchArray>;
  /** Resolves with its exit code when it has ended; null after a signal. */
  ended: Promise<number | null>;
  /** Sends a signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

const END_WITH_PARENT = new URL("end-with-parent.ts", import.meta.url).href;

/** @param script from the repository's root */
export function startProcess(script: string, args: string[], environment: Record<string, string>): TestProcess {
  const file = fileURLToPath(new URL(`../../${script}`, import.meta.url));
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(HOLDFAST_|DATABASE_|REDIS_|NODE_OPTIONS$)/.test(name),
  );
  const child = spawn(process.execPath, ["--import", END_WITH_PARENT, file, ...args], {
    env: { ...Object.fromEntries(inherited), ...environment },
    stdio: ["pipe", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const ended = once(child, "close").then(([code]) => code as number | null);

  const said = (pattern: RegExp) =>
    new Promise<RegExpMatchArray>((resolve, reject) => {
      const look = () => {
        const match = pattern.exec(stdout);
        if (match !== null) resolve(match);
      };
      child.stdout.on("data", look);
      void ended.then((code) => {
        reject(new Error(`ended with ${code} before it said ${pattern.source}: ${stdout}${stderr}`));
      });
      look();
    });
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return { child, output: () => ({ stdout, stderr }), said, ended, end };
}
