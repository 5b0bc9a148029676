/** So many names have series of their own. */
const MOST = 100;
/** The first so many have one at once; for the others a name has to be seen often and for a while. */
const AT_ONCE = 50;
const PERIOD_MS = 5 * 60_000;
const OFTEN = 5;
const PERIODS = 2;
/** So many new names of one caller are looked at in a period, and so many of all callers. */
const OF_ONE_CALLER = 20;
const OF_ALL = 1_000;

export const OTHER = 'other';

interface Use {
  /** How often it was seen, that of earlier periods counting half as much with each. */
  score: number;
  /** When it was seen last, and in how many periods so far. */
  period: number;
  periods: number;
}

/**
 * Which names of operations are counted under their own: the client's text may be anything. New names of one caller are
 * only so many in a period, and one that has a place gives it up only to another that is seen twice as often. So neither
 * thousands of names nor a few that are sent again and again push out those that are really used
 * (test/telemetry/metrics/operation-names.test.ts).
 */
export class OperationNames {
  readonly #kept = new Map<string, Use>();
  readonly #candidates = new Map<string, Use>();
  readonly #newOf = new Map<string, number>();
  #period = 0;
  #periodEnds: number;

  /** `forget` is told of a name that is not counted under its own any more. */
  constructor(
    private readonly forget: (name: string) => void = () => undefined,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.#periodEnds = this.now() + PERIOD_MS;
  }

  /** The name, or `other`. */
  labelOf(name: string, caller: string): string {
    if (this.now() >= this.#periodEnds) this.#nextPeriod();
    const kept = this.#kept.get(name);
    if (kept !== undefined) {
      this.#see(kept);
      return name;
    }
    const candidate = this.#candidates.get(name) ?? this.#newCandidate(name, caller);
    if (candidate === null) return OTHER;
    this.#see(candidate);
    if (!this.#mayHavePlace(candidate)) return OTHER;
    this.#candidates.delete(name);
    this.#kept.set(name, candidate);
    return name;
  }

  #see(use: Use): void {
    use.score += 1;
    if (use.period === this.#period) return;
    use.period = this.#period;
    use.periods += 1;
  }

  #newCandidate(name: string, caller: string): Use | null {
    const already = this.#newOf.get(caller) ?? 0;
    const isFull = this.#candidates.size >= OF_ALL || this.#newOf.size >= OF_ALL;
    if (already >= OF_ONE_CALLER || (isFull && already === 0)) return null;
    this.#newOf.set(caller, already + 1);
    const use: Use = { score: 0, period: this.#period, periods: 1 };
    this.#candidates.set(name, use);
    return use;
  }

  #mayHavePlace({ score, periods }: Use): boolean {
    if (this.#kept.size < AT_ONCE) return true;
    if (score < OFTEN || periods < PERIODS) return false;
    if (this.#kept.size < MOST) return true;
    const [least, leastUsed] = [...this.#kept].reduce((one, other) => (other[1].score < one[1].score ? other : one));
    if (score < 2 * leastUsed.score) return false;
    this.#kept.delete(least);
    this.forget(least);
    return true;
  }

  #nextPeriod(): void {
    const passed = Math.floor((this.now() - this.#periodEnds) / PERIOD_MS) + 1;
    this.#period += passed;
    this.#periodEnds += passed * PERIOD_MS;
    this.#newOf.clear();
    for (const use of this.#kept.values()) use.score /= 2 ** passed;
    for (const [name, use] of this.#candidates) {
      use.score /= 2 ** passed;
      // Not seen in the whole period that has ended.
      if (this.#period - use.period > 1) this.#candidates.delete(name);
    }
  }
}
