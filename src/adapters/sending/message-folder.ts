import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Sender } from "../../domain/ports/send-outcome.ts";
import { outcomesOf } from "./outcomes.ts";

/** Messages that go no farther than a folder: one JSON file each, readable by its owner alone. */
export interface MessageFolder<Message extends { id: string }> extends Sender<Message> {
  /** What was sent, the newest first. */
  list(): Promise<Message[]>;
}

const SHOWN = 100;

/** @param folder made with the first message */
export function createMessageFolder<Message extends { id: string }>(folder: string): MessageFolder<Message> {
  const { sent } = outcomesOf("local");
  return {
    async send(message) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = path.join(folder, `${message.id}.json`);
      // Whoever lists the folder meanwhile finds whole messages.
      await writeFile(`${file}.part`, `${JSON.stringify(message, null, 2)}\n`, { mode: 0o600, flush: true });
      await rename(`${file}.part`, file);
      return sent(message.id);
    },
    async list() {
      // Identifiers are in the order of time.
      const names = (await namesIn(folder)).filter((name) => name.endsWith(".json")).sort();
      const newest = names.toReversed().slice(0, SHOWN);
      return Promise.all(
        newest.map(async (name) => JSON.parse(await readFile(path.join(folder, name), "utf8")) as Message),
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
