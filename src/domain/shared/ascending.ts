/** The union of ascending lists, ascending, each figure once: merged two by two. */
export function mergeAscending(lists: readonly (readonly number[])[]): number[] {
  let merged: (readonly number[])[] = [...lists];
  while (merged.length > 1) {
    const next: (readonly number[])[] = [];
    for (let i = 0; i < merged.length; i += 2) {
      next.push(i + 1 < merged.length ? mergeTwo(merged[i]!, merged[i + 1]!) : merged[i]!);
    }
    merged = next;
  }
  return (merged[0] ?? []) as number[];
}

function mergeTwo(a: readonly number[], b: readonly number[]): number[] {
  const union: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const left = a[i]!;
    const right = b[j]!;
    union.push(left < right ? left : right);
    if (left <= right) i++;
    if (right <= left) j++;
  }
  while (i < a.length) union.push(a[i++]!);
  while (j < b.length) union.push(b[j++]!);
  return union;
}

/** The figures of an ascending list that are not in another. */
export function withoutAscending(list: readonly number[], others: readonly number[]): number[] {
  const left: number[] = [];
  let i = 0;
  for (const figure of list) {
    while (i < others.length && others[i]! < figure) i++;
    if (others[i] !== figure) left.push(figure);
  }
  return left;
}

/** Whether no figure is smaller than the one before it. */
export function isAscending(figures: readonly number[]): boolean {
  for (let i = 1; i < figures.length; i++) if (figures[i]! < figures[i - 1]!) return false;
  return true;
}
