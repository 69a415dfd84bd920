import { setImmediate as others, setTimeout as pause } from "node:timers/promises";

/** Resolves when it is the caller's turn. */
export type NewDocuments = () => Promise<void>;

/** So much is left to others between two of them: parsing and validating take half a millisecond, and two at the most. */
const PAUSE_MS = 2;

/**
 * Puts documents that nobody has sent before in a queue: one is prepared, or refused, at a time, and after a pause the next.
 * Whoever asks what is known already waits for one of them at most, however many strangers send new ones meanwhile, and
 * those cannot have more than a part of the process's time.
 */
export function createNewDocuments(): NewDocuments {
  let last = Promise.resolve();
  return () => {
    const turn = last.then(() => others());
    last = turn.then(() => pause(PAUSE_MS));
    return turn;
  };
}
