/** Records that a page has shown, so that a form which is opened from one is filled in from it. They go with the page. */
const seen = new Map<string, Readonly<Record<string, unknown>>>();

export function remember(record: Readonly<Record<string, unknown>>): void {
  if (typeof record.id === 'string') seen.set(record.id, record);
}

export function recall(id: string): Readonly<Record<string, unknown>> | null {
  return seen.get(id) ?? null;
}
