/** What was served for so long was no failed start. */
const STEADY_MS = 30_000;
/** How long a worker that ended so soon is waited with, by how often it has in a row. */
const DELAYS_MS = [0, 500, 1_000, 2_000, 4_000];
const LONGEST_MS = 8_000;

/** How one of several processes ended. */
export interface WorkerEnd {
  readonly livedMs: number;
  /** It could not start, and has said why: that may be over soon, as when the database is away. */
  readonly saysWhy: boolean;
}

/**
 * When a worker that has ended is replaced. One that ends at once again and again is not for ever: it would take others'
 * time and never serve (test/application/workers/replacement.test.ts).
 */
export class Replacement {
  #inARow = 0;

  /** Milliseconds until the next is started; null when that is of no use. */
  delayAfter({ livedMs, saysWhy }: WorkerEnd, areOthersServing: boolean): number | null {
    if (livedMs >= STEADY_MS) this.#inARow = 0;
    const delay = DELAYS_MS[this.#inARow];
    this.#inARow += 1;
    if (saysWhy && !areOthersServing) return null;
    return delay ?? (saysWhy ? LONGEST_MS : null);
  }
}
