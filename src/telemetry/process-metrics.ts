import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { DatabaseMetrics } from './database-metrics';
import { DeniedWrites } from './denied-writes';
import { LookMetrics } from './looks';
import { type MetricReport, reportOf } from './metric-report';
import { RequestMetrics } from './request-metrics';
import { ServerMetrics } from './server-metrics';

/** What one process that serves counts. */
export class ProcessMetrics {
  readonly #registry = new Registry();
  readonly requests: RequestMetrics;
  readonly database: DatabaseMetrics;
  readonly server: ServerMetrics;
  readonly looks: LookMetrics;

  constructor(version: string) {
    const registers = [this.#registry];
    const denied = new DeniedWrites(this.#registry);
    this.requests = new RequestMetrics(this.#registry, denied);
    this.database = new DatabaseMetrics(this.#registry, denied);
    this.server = new ServerMetrics(this.#registry);
    this.looks = new LookMetrics(this.#registry);
    new Gauge({
      name: 'reseller_accounts_build_info',
      help: 'Always 1: the version of the server and of Node.js.',
      labelNames: ['version', 'node'] as const,
      aggregator: 'max',
      registers,
    }).set({ version, node: process.version }, 1);
    // Memory, garbage collection, the delay of the event loop, descriptors: of the process itself.
    collectDefaultMetrics({ register: this.#registry, prefix: 'reseller_accounts_' });
  }

  /** What there is to tell; looks at the database for it only when it is asked to. */
  async report(isToLook: boolean): Promise<MetricReport> {
    await this.looks.look(isToLook);
    return reportOf(this.#registry);
  }
}
