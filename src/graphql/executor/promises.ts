export function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as { then?: unknown } | null | undefined)?.then === 'function';
}

/** Nobody waits for it any more: what it promises may fail, and is no fault of the process's. */
export function abandon(value: unknown): void {
  if (isPromise(value)) value.then(abandon, () => undefined);
  else if (Array.isArray(value)) value.forEach(abandon);
}
