import { addAccounts, post, wrongLogIn } from "./harness/accounts.ts";
import { assertEqual, median, type Bench, type Figure } from "./harness/bench.ts";
import type { HttpRequest } from "./harness/load.ts";

const ACCOUNTS = 200;

const askForReset = (email: string) => post("/v1/auth/request-password-reset", { email });
const signUp = (email: string) =>
  post("/v1/auth/sign-up", { email, password: "eleven quiet orchards", name: "Grace", organisationName: "Clinic" });

/** What a stranger may ask of an address, with the one answer that there is. */
const QUESTIONS: [string, (email: string) => HttpRequest, number][] = [
  ["log-in by a wrong password", wrongLogIn, 401],
  ["request for a reset", askForReset, 204],
  ["sign-up", signUp, 202],
];

const bench: Bench = {
  title: "whether the time of an answer tells that an address has an account",
  async run(world) {
    const emails = await addAccounts(world, ACCOUNTS);
    const { origin } = await world.startServer();
    const figures: Figure[] = [];
    for (const [name, toRequest, status] of QUESTIONS) {
      // What is compiled with the first requests is no time of an address.
      await timesOf(origin, emails.slice(0, ACCOUNTS / 10), toRequest, status);
      figures.push(toFigure(name, await timesOf(origin, emails, toRequest, status)));
    }
    return figures;
  },
};

export default bench;

/** In milliseconds. */
interface Times {
  known: number[];
  unknown: number[];
}

/** Known and unknown by turns, one at a time. */
async function timesOf(
  origin: string,
  emails: readonly string[],
  toRequest: (email: string) => HttpRequest,
  status: number,
): Promise<Times> {
  const times: Times = { known: [], unknown: [] };
  for (const email of emails) {
    times.known.push(await timeOf(origin, toRequest(email), status));
    times.unknown.push(await timeOf(origin, toRequest(`nobody-${email}`), status));
  }
  return times;
}

function toFigure(name: string, { known, unknown }: Times): Figure {
  return {
    name: `${name}, known address, median of ${known.length}`,
    value: median(known),
    unit: "ms",
    beside: { name: "unknown address", value: median(unknown) },
    target: { of: "ratio", atLeast: 0.9, atMost: 1.1 },
    details: { ...tenthsOf("known", known), ...tenthsOf("unknown", unknown) },
  };
}

/** Between which eight of ten lie. */
function tenthsOf(whose: string, times: readonly number[]): Record<string, number> {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)]!;
  return { [`${whose} p10`]: at(0.1), [`${whose} p90`]: at(0.9) };
}

/** One call at a time disturbs nothing, so it is made here. */
async function timeOf(origin: string, { method, path, headers, body }: HttpRequest, status: number): Promise<number> {
  const startedAt = performance.now();
  const answer = await fetch(origin + path, { method, headers, body });
  await answer.arrayBuffer();
  assertEqual(`status of ${path}`, answer.status, status);
  return performance.now() - startedAt;
}
