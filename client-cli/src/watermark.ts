/** Up to which line everything is settled, while outcomes come in any order. */
export class Watermark<Outcome> {
  readonly #ahead = new Map<number, Outcome | null>();

  constructor(private lines: number) {}

  /** All lines up to this one have an outcome that was passed on. */
  get settled(): number {
    return this.lines;
  }

  /** How many lines beyond have one too. */
  get ahead(): number {
    return this.#ahead.size;
  }

  /** Of a line, or null for one that holds nothing. Gives the outcomes that are in their turn now, in the lines' order. */
  *settle(line: number, outcome: Outcome | null): Generator<Outcome> {
    this.#ahead.set(line, outcome);
    for (;;) {
      const next = this.#ahead.get(this.lines + 1);
      if (next === undefined) return;
      this.lines += 1;
      this.#ahead.delete(this.lines);
      if (next !== null) yield next;
    }
  }
}
