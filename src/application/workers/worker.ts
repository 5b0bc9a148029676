import type { Logger } from 'pino';
import { createLogger } from '../../server/logger';
import type { ProcessMetrics } from '../../telemetry/metrics/process-metrics';
import { failureText } from '../failure';
import { newProcessMetrics } from '../metrics';
import { loadSubgraph, startServing } from '../serving';
import { asStartError } from '../start-error';
import type { FromWorker, ToWorker, WorkerPlan } from './worker-messages';

/** Longer than the first process waits for the others. */
const SCRAPE_MS = 3_000;

/**
 * One of several processes that serve on one port. It does what the first one says; when that is gone, cluster ends this
 * one. A signal of its own stops it alone, and another takes its place.
 */
export class ServingWorker {
  readonly #started: (() => Promise<void>)[] = [];
  #logger: Logger | null = null;
  #starting: Promise<void> | null = null;
  #isStopping = false;
  /** Null where nothing is counted. */
  #metrics: ProcessMetrics | null = null;
  readonly #scrapes = new Map<number, (text: string | null) => void>();
  #scraped = 0;

  /** `tell` resolves once it is on its way. */
  constructor(
    private readonly tell: (message: FromWorker) => Promise<void>,
    private readonly exit: (code: number) => void,
  ) {}

  hear(message: ToWorker): void {
    switch (message.kind) {
      case 'serve':
        this.#starting = this.#start(message.worker, message.plan);
        return;
      case 'logAt':
        if (this.#logger !== null) this.#logger.level = message.level;
        return;
      case 'report':
        void this.#report(message.number, message.isToLook);
        return;
      case 'scraped':
        this.#scrapes.get(message.number)?.(message.text);
        return;
      case 'stop':
        this.stop();
    }
  }

  async #report(number: number, isToLook: boolean): Promise<void> {
    if (this.#metrics !== null)
      await this.tell({ kind: 'report', number, report: await this.#metrics.report(isToLook) });
  }

  /** What all have counted, as the first process says; null when that is late. */
  async #scrape(): Promise<string | null> {
    this.#scraped += 1;
    const number = this.#scraped;
    return new Promise((resolve) => {
      const settle = (text: string | null) => {
        clearTimeout(timer);
        this.#scrapes.delete(number);
        resolve(text);
      };
      const timer = setTimeout(() => settle(null), SCRAPE_MS);
      this.#scrapes.set(number, settle);
      void this.tell({ kind: 'scrape', number });
    });
  }

  /** Amid the start once that is done. */
  stop(): void {
    if (this.#isStopping) return;
    this.#isStopping = true;
    const stopping = async () => {
      await this.#starting;
      await this.#undo();
      await this.#report(0, false);
    };
    stopping().then(
      () => this.exit(0),
      (error: unknown) => {
        process.stderr.write(`${failureText(error)}\n`);
        this.exit(1);
      },
    );
  }

  async #start(worker: number, { config, shares, logins }: WorkerPlan): Promise<void> {
    this.#logger = createLogger(config.logLevel).child({ worker });
    try {
      this.#metrics = await newProcessMetrics(config);
      const counting = this.#metrics && { metrics: this.#metrics, scrape: () => this.#scrape() };
      const plan = { config, shares, subgraph: loadSubgraph(), logins, counting, isFirst: worker === 1 };
      const { url } = await startServing(plan, this.#logger, this.#started);
      await this.tell({ kind: 'serving', url });
    } catch (error) {
      await this.#undo();
      await this.tell({ kind: 'failed', text: failureText(asStartError(error)) });
      this.exit(1);
    }
  }

  async #undo(): Promise<void> {
    for (const step of this.#started.splice(0).reverse()) await step();
  }
}
