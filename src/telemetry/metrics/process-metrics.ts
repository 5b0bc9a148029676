import { Registry } from 'prom-client';
import { DatabaseMetrics } from './database-metrics';
import { DeniedWrites } from './denied-writes';
import { LookMetrics } from './looks';
import { type MetricReport, reportOf } from './metric-report';
import { RequestMetrics } from './request-metrics';
import { addRuntimeMetrics } from './runtime-metrics';
import { ServerMetrics } from './server-metrics';

/** What one process that serves counts. */
export class ProcessMetrics {
  readonly #registry = new Registry();
  readonly requests: RequestMetrics;
  readonly database: DatabaseMetrics;
  readonly server: ServerMetrics;
  readonly looks: LookMetrics;

  constructor(version: string) {
    const denied = new DeniedWrites(this.#registry);
    this.requests = new RequestMetrics(this.#registry, denied);
    this.database = new DatabaseMetrics(this.#registry, denied);
    this.server = new ServerMetrics(this.#registry);
    this.looks = new LookMetrics(this.#registry);
    addRuntimeMetrics(this.#registry, version);
  }

  /** What there is to tell; looks at the database for it only when it is asked to. */
  async report(isToLook: boolean): Promise<MetricReport> {
    await this.looks.look(isToLook);
    return reportOf(this.#registry);
  }
}
