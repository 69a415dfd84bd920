/** Resolves when it is the caller's turn. */
export type NewDocuments = () => Promise<void>;

/**
 * Puts documents that nobody has sent before in a queue: one is prepared, or refused, each time round the event loop.
 * Parsing and validating may take some milliseconds; whoever asks what is known already waits for one of them at most,
 * however many strangers send new ones meanwhile.
 */
export function createNewDocuments(): NewDocuments {
  let last = Promise.resolve();
  return () => (last = last.then(() => new Promise<void>((resolve) => setImmediate(resolve))));
}
