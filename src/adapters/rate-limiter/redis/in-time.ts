/** What the one request waits that finds out that Redis hangs. */
const ANSWER_MS = 500;

/**
 * The answer of Redis, unless it takes too long. A process that was itself held up does not blame Redis for it: answers that
 * have arrived meanwhile are read before the time counts as over.
 */
export function inTime<Result>(answer: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      setImmediate(() => {
        reject(new Error(`no answer in ${ANSWER_MS} ms`));
      });
    }, ANSWER_MS);
    answer.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
}
