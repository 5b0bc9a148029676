import { delayAfter, type Retry } from './retry.ts';

/** How many calls are under way, and when the next may be: fewer and later while the server has no room, more again slowly. */
export class Pace {
  #limit: number;
  #failures = 0;
  #successes = 0;
  #pausedUntil = 0;
  #slowedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly most: number,
    private readonly retry: Retry,
  ) {
    this.#limit = most;
  }

  get limit(): number {
    return this.#limit;
  }

  get pausedUntil(): number {
    return this.#pausedUntil;
  }

  /** A call was answered. As many as are let through must be before one more is. */
  faster(): void {
    this.#failures = 0;
    this.#successes += 1;
    if (this.#successes < this.#limit * 2 || this.#limit === this.most) return;
    this.#limit += 1;
    this.#successes = 0;
  }

  /** A call that began at `startedAt` was not. Those that were under way together count as one failure. */
  slower(startedAt: number, retryAfterMs: number): void {
    const now = performance.now();
    this.#successes = 0;
    if (startedAt >= this.#slowedAt) {
      this.#slowedAt = now;
      this.#failures += 1;
      this.#limit = Math.max(1, Math.floor(this.#limit / 2));
    }
    this.pauseUntil(now + delayAfter(this.#failures, retryAfterMs, this.retry));
  }

  pauseUntil(time: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, time);
  }
}
