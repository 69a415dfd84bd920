let stop: (() => Promise<void>) | undefined;

/** What ends the run's PostgreSQL. */
export function onTeardown(action: () => Promise<void>): void {
  stop = action;
}

/** Once, whoever comes first: the end of the run or its interruption. */
export async function tearDown(): Promise<void> {
  const action = stop;
  stop = undefined;
  await action?.();
}
