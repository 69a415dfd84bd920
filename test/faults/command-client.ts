import { setTimeout as sleep } from "node:timers/promises";

/** What the server has said of a command in the end. */
export interface Outcome {
  /** False: refused, for good. */
  isAcknowledged: boolean;
  status: number;
  code: string | null;
  body: Record<string, unknown>;
}

export interface CommandCounts {
  sent: number;
  /** By what made it necessary. */
  repeats: Record<string, number>;
  /** Answers of 500: bugs, whatever was done to the server. */
  broken: Outcome[];
  replayed: number;
}

/** Sends commands as a phone does on a bad network: the same one again, with the same key, until it is taken or refused. */
export interface CommandClient {
  send: (path: string, key: string, body: object) => Promise<Outcome>;
  counts: CommandCounts;
}

const ANSWER_MS = 20_000;
const LONGEST_PAUSE_MS = 1_000;
/** Answers after which nobody knows, or that ask to come again. */
const AGAIN = new Set([429, 500, 502, 503, 504]);

export function createCommandClient(baseUrl: string, apiKey: string): CommandClient {
  const counts: CommandCounts = { sent: 0, repeats: {}, broken: [], replayed: 0 };

  async function ask(
    path: string,
    key: string,
    body: object,
  ): Promise<{ outcome: Outcome; isReplayed: boolean } | Error> {
    counts.sent++;
    try {
      const answer = await fetch(`${baseUrl}${path}`, {
        method: "POST",
        headers: { Authorization: `Bearer ${apiKey}`, "Content-Type": "application/json", "Idempotency-Key": key },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(ANSWER_MS),
      });
      const content = (await answer.json()) as Record<string, unknown>;
      const { code = null } = content as { code?: string | null };
      const outcome = { isAcknowledged: answer.ok, status: answer.status, code, body: content };
      return { outcome, isReplayed: answer.headers.get("Idempotency-Replayed") === "true" };
    } catch (error) {
      return error as Error;
    }
  }

  return {
    counts,
    async send(path, key, body) {
      for (let attempt = 1; ; attempt++) {
        const answer = await ask(path, key, body);
        const reason = answer instanceof Error ? "no answer" : whyAgain(answer.outcome);
        if (reason === null) {
          const { outcome, isReplayed } = answer as Exclude<typeof answer, Error>;
          if (isReplayed) counts.replayed++;
          return outcome;
        }
        if (reason === "500") counts.broken.push((answer as Exclude<typeof answer, Error>).outcome);
        counts.repeats[reason] = (counts.repeats[reason] ?? 0) + 1;
        await sleep(Math.min(LONGEST_PAUSE_MS, 20 * 2 ** attempt) * (0.5 + Math.random() / 2));
      }
    },
  };
}

function whyAgain({ status, code }: Outcome): string | null {
  if (code === "idempotency_in_progress") return code;
  if (!AGAIN.has(status)) return null;
  return status === 500 ? "500" : `${status} ${code}`;
}
