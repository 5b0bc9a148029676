import type { ExportEvent } from '../tracing';

/** An outage is over when nothing has been lost for so long: a receiver that is overrun takes some and loses some. */
const CALM_MS = 10_000;

/** Tells once that traces are lost and once that they are not any more, with how many spans were. */
export class ExportOutages {
  #began = 0;
  #lastLoss = 0;
  #lost = 0;
  #isOut = false;

  constructor(
    private readonly tell: (event: ExportEvent) => void,
    private readonly calmMs = CALM_MS,
    private readonly now: () => number = () => performance.now(),
  ) {}

  lost(spans: number, cause: unknown): void {
    this.#lost += spans;
    this.#lastLoss = this.now();
    if (this.#isOut) return;
    this.#isOut = true;
    this.#began = this.#lastLoss;
    this.tell({ kind: 'began', cause });
  }

  sent(): void {
    if (!this.#isOut || this.now() - this.#lastLoss < this.calmMs) return;
    const seconds = Math.round((this.now() - this.#began) / 100) / 10;
    this.tell({ kind: 'ended', seconds, dropped: this.#lost });
    this.#isOut = false;
    this.#lost = 0;
  }

  /** No more is sent, and so many were waiting. */
  stopped(waiting: number): void {
    const dropped = this.#lost + waiting;
    if (dropped > 0) this.tell({ kind: 'left', dropped });
  }
}
