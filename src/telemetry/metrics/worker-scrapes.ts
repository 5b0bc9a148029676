import type { MetricReport } from './metric-report';
import { WorkerMetrics } from './worker-metrics';
import { WorkerReports } from './worker-reports';

/** Longer than a worker waits for the database. One that has said nothing by then is answered without. */
const PATIENCE_MS = 1_500;

/** A worker that serves, as it is asked. */
export interface Asked {
  /** Another one for each process, also in the same place. */
  readonly id: number;
  /** Its report is heard by this number. One alone is to look at the database besides. */
  ask(number: number, isToLook: boolean): void;
}

/** Asks all that serve what they have counted, and puts it together with what those had that have ended. */
export class WorkerScrapes {
  readonly #metrics: WorkerMetrics;
  readonly #reports = new WorkerReports();
  /** Scrapes that wait: for whom, and who tells them. */
  readonly #waiting = new Map<number, { readonly missing: Set<number>; readonly settle: () => void }>();
  #number = 0;
  #running: Promise<string> | null = null;

  constructor(
    workers: number,
    private readonly serving: () => readonly Asked[],
  ) {
    this.#metrics = new WorkerMetrics(workers);
  }

  heard(worker: number, number: number, report: MetricReport): void {
    this.#reports.heard(worker, report);
    this.#settle(number, worker);
  }

  /** `isReplaced`: nobody has stopped it. */
  ended(worker: number, isReplaced: boolean): void {
    if (isReplaced) this.#metrics.ended();
    this.#reports.ended(worker);
    for (const number of this.#waiting.keys()) this.#settle(number, worker);
  }

  /** Whoever asks meanwhile is answered by the same. */
  scrape(): Promise<string> {
    this.#running ??= this.#scrape().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #scrape(): Promise<string> {
    const serving = this.serving();
    const unheard = await this.#ask(serving);
    const heard = new Set(serving.map(({ id }) => id).filter((id) => !unheard.has(id)));
    return this.#reports.text(await this.#metrics.report(serving.length, unheard.size), heard);
  }

  /** Gives those that did not answer in time. One alone looks at the database for all. */
  #ask(serving: readonly Asked[]): Promise<ReadonlySet<number>> {
    this.#number += 1;
    const number = this.#number;
    const missing = new Set(serving.map(({ id }) => id));
    return new Promise((resolve) => {
      const settle = () => {
        clearTimeout(timer);
        this.#waiting.delete(number);
        resolve(missing);
      };
      const timer = setTimeout(settle, PATIENCE_MS);
      if (missing.size === 0) return settle();
      this.#waiting.set(number, { missing, settle });
      for (const [at, worker] of serving.entries()) worker.ask(number, at === 0);
    });
  }

  #settle(number: number, worker: number): void {
    const waiting = this.#waiting.get(number);
    waiting?.missing.delete(worker);
    if (waiting?.missing.size === 0) waiting.settle();
  }
}
