import { unavailable } from './unavailable';

interface Waiter {
  readonly caller: string;
  readonly enter: () => void;
}

/** How the connections are taken. */
export interface TurnsLoad {
  readonly size: number;
  readonly inUse: number;
  readonly waiting: number;
}

/**
 * Whose turn it is to have a connection: of those who wait, whoever has the fewest, and then whoever came first. The last
 * one that is free is for somebody who has none, so that a burst of one caller's keeps nobody else waiting
 * (test/persistence/engine/connection-turns.test.ts).
 */
export class ConnectionTurns {
  readonly #held = new Map<string, number>();
  readonly #waiting: Waiter[] = [];
  #free: number;

  /** `size` connections, each of which a caller waits for so long at most. */
  constructor(
    private readonly size: number,
    private readonly patienceMs: number,
  ) {
    this.#free = size;
  }

  /** How many are taken at the moment, and how many wait. */
  get load(): TurnsLoad {
    return { size: this.size, inUse: this.size - this.#free, waiting: this.#waiting.length };
  }

  /**
   * Runs the work when it is the caller's turn. Throws TEMPORARILY_UNAVAILABLE when that does not come in time, of which
   * `missed` is told.
   */
  async run<T>(caller: string, work: () => Promise<T>, missed: () => void = () => undefined): Promise<T> {
    await this.#turn(caller, missed);
    try {
      return await work();
    } finally {
      this.#leave(caller);
    }
  }

  async #turn(caller: string, missed: () => void): Promise<void> {
    // Whoever waits already could not enter, or has: nobody is passed by who may go in at once.
    if (this.#mayEnter(caller)) return this.#enter(caller);
    await new Promise<void>((resolve, reject) => {
      const waiter: Waiter = {
        caller,
        enter: () => {
          clearTimeout(timer);
          this.#enter(caller);
          resolve();
        },
      };
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(waiter), 1);
        missed();
        reject(unavailable());
      }, this.patienceMs);
      this.#waiting.push(waiter);
    });
  }

  #mayEnter(caller: string): boolean {
    return this.#free > 1 || (this.#free === 1 && this.#heldBy(caller) === 0);
  }

  #enter(caller: string): void {
    this.#free -= 1;
    this.#held.set(caller, this.#heldBy(caller) + 1);
  }

  #leave(caller: string): void {
    const held = this.#heldBy(caller) - 1;
    if (held > 0) this.#held.set(caller, held);
    else this.#held.delete(caller);
    this.#free += 1;
    this.#next();
  }

  #next(): void {
    const [next] = this.#waiting
      .filter(({ caller }) => this.#mayEnter(caller))
      .sort((one, other) => this.#heldBy(one.caller) - this.#heldBy(other.caller));
    if (!next) return;
    this.#waiting.splice(this.#waiting.indexOf(next), 1);
    next.enter();
  }

  #heldBy(caller: string): number {
    return this.#held.get(caller) ?? 0;
  }
}
