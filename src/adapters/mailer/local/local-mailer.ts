import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Mailer, MailMessage } from "../../../domain/ports/mailer.ts";

/** Mail that goes no farther than a folder: one JSON file a message, readable by its owner alone. */
export interface LocalMailer extends Mailer {
  /** What was sent, the newest first. */
  list(): Promise<MailMessage[]>;
}

const SHOWN = 100;

/** @param folder made with the first message */
export function createLocalMailer(folder: string): LocalMailer {
  return {
    async send(message) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = path.join(folder, `${message.id}.json`);
      // Whoever lists the folder meanwhile finds whole messages.
      await writeFile(`${file}.part`, `${JSON.stringify(message, null, 2)}\n`, { mode: 0o600, flush: true });
      await rename(`${file}.part`, file);
    },
    async list() {
      // Identifiers are in the order of time.
      const names = (await namesIn(folder)).filter((name) => name.endsWith(".json")).sort();
      const newest = names.toReversed().slice(0, SHOWN);
      return Promise.all(
        newest.map(async (name) => JSON.parse(await readFile(path.join(folder, name), "utf8")) as MailMessage),
      );
    },
  };
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
