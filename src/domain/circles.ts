/** The circles among accounts of which each has one above it: each once, from its smallest id on. */
export function circlesOf(above: ReadonlyMap<string, string>): string[][] {
  const circles: string[][] = [];
  const seen = new Set<string>();
  for (const start of above.keys()) {
    const way = new Map<string, number>();
    let next: string | undefined = start;
    for (; next !== undefined && !seen.has(next); next = above.get(next)) {
      seen.add(next);
      way.set(next, way.size);
    }
    const at = next === undefined ? undefined : way.get(next);
    if (at !== undefined) circles.push(fromSmallest([...way.keys()].slice(at)));
  }
  return circles;
}

function fromSmallest(circle: readonly string[]): string[] {
  const at = circle.reduce((smallest, id, index) => (id < (circle[smallest] ?? '') ? index : smallest), 0);
  return [...circle.slice(at), ...circle.slice(0, at)];
}
