let last: Promise<void> = Promise.resolve();

/**
 * Waits for a turn of the event loop that nobody else has who waits here: what takes long is begun one after the other, and
 * in between whoever asks for little is answered.
 */
export function ownTurn(): Promise<void> {
  last = last.then(() => new Promise((resolve) => setImmediate(resolve)));
  return last;
}
