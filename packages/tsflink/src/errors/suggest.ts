/** The names nearest to one that is not there, best first, at most three. */
export function nearest(
  name: string,
  names: Iterable<string>,
  limit = Math.min(name.length - 1, Math.max(2, Math.floor(name.length / 3))),
): string[] {
  return [...new Set(names)]
    .map((candidate) => ({ candidate, distance: editDistance(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

/** `Did you mean 'name'?`, or the names there are. */
export function suggestion(name: string, names: readonly string[]): string {
  const near = nearest(name, names);
  const there = `There are: ${names.join(', ')}.`;
  return near.length > 0 ? `Did you mean ${near.map((n) => `'${n}'`).join(' or ')}? ${there}` : there;
}

/** Levenshtein's distance, a swap of neighbours counting as one. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
