import { Counter, Gauge, Registry } from 'prom-client';
import { type MetricReport, reportOf } from './metric-report';

/** What the first process knows of those that serve; where there is one alone, it is both. */
export class WorkerMetrics {
  readonly #registry = new Registry();
  readonly #serving;
  readonly #unheard;
  readonly #ended;

  constructor(wanted: number) {
    const registers = [this.#registry];
    new Gauge({ name: 'reseller_accounts_workers', help: 'Processes that are to serve.', registers }).set(wanted);
    this.#serving = new Gauge({
      name: 'reseller_accounts_workers_serving',
      help: 'Processes that serve.',
      registers,
    });
    this.#unheard = new Gauge({
      name: 'reseller_accounts_workers_unheard',
      help: 'Processes that did not say in time what they have counted: of these what they said last stands here.',
      registers,
    });
    this.#ended = new Counter({
      name: 'reseller_accounts_workers_ended_total',
      help: 'Processes that ended though nobody stopped the server; each is replaced.',
      registers,
    });
  }

  ended(): void {
    this.#ended.inc();
  }

  async report(serving: number, unheard: number): Promise<MetricReport> {
    this.#serving.set(serving);
    this.#unheard.set(unheard);
    return reportOf(this.#registry);
  }
}
