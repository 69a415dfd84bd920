/** The `count` of the ascending starts that lie nearest in time to `wanted`, the earlier one first where two are equally near; in time order. */
export function nearestFree(starts: readonly number[], wanted: number, count: number): number[] {
  const earlier = starts.filter((start) => start < wanted).slice(-count);
  const later = starts.filter((start) => start >= wanted).slice(0, count);
  return [...earlier, ...later]
    .sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted) || a - b)
    .slice(0, count)
    .sort((a, b) => a - b);
}
