import { createLogger } from "../../src/main/create-logger.ts";
import type { Answer, CallOptions, RestApp } from "../support/rest-app.ts";
import { createRestWorld, seenBy, type RestWorld } from "../support/rest-world.ts";

/** A world whose server writes its log as in production, and in which whatever was secret or personal is known. */
export interface CanaryWorld extends RestWorld {
  /** All that was logged so far. */
  written: () => string;
  /** What was asked and answered so far. */
  seen: Seen;
}

/** Where the public comes from, as the proxy tells it, and by what. */
export const ADDRESS = "203.0.113.77";
export const AGENT = "CanaryPhone/7.7";

interface Seen {
  /** Each with where it was seen first. */
  secrets: Map<string, string>;
  emails: Set<string>;
  /** Bodies of everything that was refused. */
  refusals: { operation: string; text: string }[];
}

/** Members of requests and answers that nobody else may ever see. */
const SECRET_MEMBERS =
  /^(password|currentPassword|newPassword|token|refreshToken|accessToken|challengeToken|secret|flowToken|signUpToken|recoveryCode|recoveryCodes|url|otpauthUri|code|state)$/;
/** Six digits, and words of a closed list, stand in many a text by chance. */
const SHORTEST = 9;

export async function createCanaryWorld(): Promise<CanaryWorld> {
  const plain = await createRestWorld();
  let text = "";
  const log = createLogger({ logLevel: "debug" }, { write: (line: string) => void (text += line) });
  const seen: Seen = { secrets: new Map(), emails: new Set(), refusals: [] };
  const app = watched(await plain.startTwin({ log, trustProxy: "loopback" }), seen);
  const world = seenBy({ ...plain, app }, plain.clinic);
  return { ...world, stranger: plain.stranger, written: () => text, seen };
}

/** The same application with somebody who takes notes. */
export function watched(app: RestApp, seen: Seen): RestApp {
  return {
    ...app,
    async call(method: string, path: string, options: CallOptions = {}): Promise<Answer> {
      const headers = { "X-Forwarded-For": ADDRESS, "User-Agent": AGENT, ...options.headers };
      const where = `${method} ${path.split("?")[0]!.replaceAll(/[a-z]{3}_\w{26}/g, "{id}")}`;
      if (options.key && !seen.secrets.has(options.key)) seen.secrets.set(options.key, `the credential of ${where}`);
      note(seen, `the body of ${where}`, options.body);
      const answer = await app.call(method, path, { ...options, headers });
      if (path !== "/openapi.json" && (answer.status < 400 || answer.status === 409))
        note(seen, `the answer of ${where}`, answer.body);
      if (answer.status >= 400) seen.refusals.push({ operation: where, text: answer.text });
      return answer;
    },
  };
}

function note(seen: Seen, where: string, value: unknown, name = ""): void {
  if (typeof value === "string") {
    if (SECRET_MEMBERS.test(name) && value.length >= SHORTEST && !isProblemCode(name, value))
      addSecret(seen, value, `${name} in ${where}`);
    if (/^[^\s@]+@[^\s@]+\.\w+$/.test(value)) seen.emails.add(value.toLowerCase());
  } else if (Array.isArray(value)) for (const each of value) note(seen, where, each, name);
  else if (typeof value === "object" && value !== null)
    for (const [key, each] of Object.entries(value)) note(seen, where, each, key);
}

/** `code` is a problem's own word, too. */
function isProblemCode(name: string, value: string): boolean {
  return name === "code" && /^[a-z_]+$/.test(value);
}

/** Of an address with a secret behind it, that secret. */
function addSecret({ secrets }: Seen, value: string, where: string): void {
  const behind = /[#?&](?:secret=|token=)?([\w-]{20,})/.exec(value)?.[1];
  const secret = /^\w+:\/\//.test(value) ? behind : value;
  if (secret !== undefined && !secrets.has(secret)) secrets.set(secret, where);
}

/** Every row of every table, as text, by its name. */
export async function allRows({ sql }: Pick<RestWorld, "sql">): Promise<Map<string, string[]>> {
  const tables = await sql<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> '_prisma_migrations' ORDER BY 1`,
  );
  const rows = new Map<string, string[]>();
  for (const { name } of tables) {
    const found = await sql<{ row: object }>(`SELECT to_jsonb(t) AS row FROM "${name}" t`);
    for (const { row } of found)
      for (const [column, value] of Object.entries(row as Record<string, unknown>)) {
        const place = `${name}.${column}`;
        if (value !== null) rows.set(place, [...(rows.get(place) ?? []), JSON.stringify(value)]);
      }
  }
  return rows;
}
