const DAY_MS = 86_400_000;

/**
 * Loads what seldom changes: once a day, and once for all who ask at the same time. A load that fails leaves what there was before,
 * and is tried again by whoever asks next; without anything before, it fails them all.
 */
export function loadDaily<Value>(clock: { now(): Date }, load: () => Promise<Value>): () => Promise<Value> {
  let kept: { value: Value; at: number } | null = null;
  let loading: Promise<Value> | null = null;
  const reload = async () => {
    try {
      kept = { value: await load(), at: clock.now().getTime() };
    } catch (error) {
      if (kept === null) throw error;
    } finally {
      loading = null;
    }
    return kept.value;
  };
  return async () => {
    if (kept !== null && clock.now().getTime() - kept.at < DAY_MS) return kept.value;
    return (loading ??= reload());
  };
}
