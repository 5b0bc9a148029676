/** What one request holds of something that there is only so much of. */
export interface Holding {
  /** False when that would be more than the caller's share: then nothing was taken. */
  take(amount: number): boolean;
  /** Gives all back. From then on nothing more is taken. */
  release(): void;
}

/**
 * Shares out what there is only so much of: nobody gets to hold more than is left over for the others. Alone a caller
 * has up to a half, with one who does the same a third; and however many take what they can, there is something left
 * for the next (test/server/exchange/fair-share.test.ts).
 */
export class FairShare {
  readonly #held = new Map<string, number>();
  #used = 0;

  constructor(private readonly total: number) {}

  /** What callers hold together. */
  get used(): number {
    return this.#used;
  }

  hold(holder: string): Holding {
    let mine = 0;
    let isOver = false;
    return {
      take: (amount) => {
        if (isOver) return false;
        const held = (this.#held.get(holder) ?? 0) + amount;
        if (held > this.total - this.#used - amount) return false;
        this.#held.set(holder, held);
        this.#used += amount;
        mine += amount;
        return true;
      },
      release: () => {
        const held = (this.#held.get(holder) ?? 0) - mine;
        if (held > 0) this.#held.set(holder, held);
        else this.#held.delete(holder);
        this.#used -= mine;
        mine = 0;
        isOver = true;
      },
    };
  }
}
